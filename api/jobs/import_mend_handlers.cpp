// Mends of a list for all rows at once, and what is typed over single cells. What was sent stays as it is.
#include <algorithm>
#include <set>

#include "api/jobs/import_views.hpp"

namespace vinhdanh {
namespace {

constexpr std::size_t most_typed_cells = 5'000;

struct MendsAsked {
  std::vector<MendCode> mends;
  VINHDANH_MEMBERS(mends)
};

struct TypedCell {
  int row = 0;
  std::string field;
  std::optional<std::string> text;
  VINHDANH_MEMBERS(row, field, text)
};

struct CellsAsked {
  std::vector<TypedCell> cells;
  VINHDANH_MEMBERS(cells)
};

std::vector<ProblemError> faults_of_cells(const CellsAsked& asked, const std::vector<ImportRow>& rows,
                                          const std::vector<ImportField>& fields) {
  std::vector<ProblemError> errors;
  std::set<std::pair<int, std::string>> said;
  for (std::size_t i = 0; i < asked.cells.size(); ++i) {
    const auto& it = asked.cells[i];
    const std::string at = "/cells/" + std::to_string(i);
    if (std::ranges::find(rows, it.row, &ImportRow::number) == rows.end()) errors.push_back(unknown_value(at + "/row"));
    if (std::ranges::find(fields, it.field, &ImportField::id) == fields.end() || !said.emplace(it.row, it.field).second)
      errors.push_back(unknown_value(at + "/field"));
  }
  return errors;
}

TypedCells typed_before(JobRuns& runs, const ImportBody& body) {
  return typed_of_text(body.typed.empty() ? "" : runs.deps().blobs.get(body.typed).value_or(""));
}

void take_over(const CellsAsked& asked, TypedCells& typed) {
  for (const auto& it : asked.cells) {
    if (it.text) typed[it.row][it.field] = *it.text;
    else typed[it.row].erase(it.field);
  }
  std::erase_if(typed, [](const auto& row) { return row.second.empty(); });
}

std::size_t count_of(const TypedCells& typed) {
  std::size_t count = 0;
  for (const auto& [row, cells] : typed) count += cells.size();
  return count;
}

}  // namespace

HttpResponse put_mends(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  auto found = asked_of_ready_import<MendsAsked>(runs, request, actor);
  if (!found) return std::move(found.response());
  auto& [job, body, asked] = *found;
  const std::set<MendCode> mends(asked.mends.begin(), asked.mends.end());
  body.mends.assign(mends.begin(), mends.end());
  return check_again(runs, request, std::move(job), body);
}

HttpResponse put_cells(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  auto found = asked_of_ready_import<CellsAsked>(runs, request, actor);
  if (!found) return std::move(found.response());
  auto& [job, body, asked] = *found;
  if (auto faults = faults_of_cells(asked, stored_rows(runs, job), fields_of_import(runs.deps(), job, body)); !faults.empty())
    return invalid(request, std::move(faults));
  auto typed = typed_before(runs, body);
  take_over(asked, typed);
  if (count_of(typed) > most_typed_cells) return invalid(request, {too_long("/cells", most_typed_cells)});
  const std::string before = std::exchange(body.typed, typed.empty() ? "" : runs.deps().fresh.id());
  if (!body.typed.empty()) runs.deps().blobs.put(body.typed, typed_text(typed));
  auto response = check_again(runs, request, std::move(job), body);
  const std::string& gone = response.status == 202 ? before : body.typed;
  if (!gone.empty()) runs.deps().blobs.remove(gone);
  return response;
}

}  // namespace vinhdanh
