// A list, or the tables of a board, as a file: what its person may see when it is written, and no more.
#include "adapters/sheets/write_table.hpp"
#include "api/desk/caller/authenticate.hpp"
#include "api/desk/caller/names.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/lists/lists.hpp"
#include "api/desk/lists/refresh_entries.hpp"
#include "api/jobs/board_tables.hpp"
#include "api/jobs/export_words.hpp"
#include "api/jobs/job_bodies.hpp"
#include "api/jobs/job_runs.hpp"

namespace vinhdanh {
namespace {

constexpr int exported_page = 200;

std::string member(const Json& line, const char* name) {
  const auto found = line.find(name);
  return found != line.end() && found->is_string() ? found->get<std::string>() : "";
}

std::vector<std::string> dossier_cells(const Deps& deps, const Json& line, const ExportWords& words) {
  const auto* plan = deps.rulebook.latest_plan(member(line, "plan"));
  const auto* form = plan == nullptr ? nullptr : plan->award_form(member(line, "form"));
  const auto* category = plan == nullptr ? nullptr : plan->category(member(line, "category"));
  const auto kind = parse_name<SubjectKind>(member(line, "subject_kind")).value_or(SubjectKind::collective);
  const auto entered = Instant::parse(member(line, "entered"));
  return {member(line, "code"),
          member(line, "nominee_name"),
          member(line, "unit_name"),
          form == nullptr ? member(line, "form") : form->name,
          subject_kind_word(kind, words),
          category == nullptr ? member(line, "category") : category->name,
          member(line["visible_state"], words.english ? "en" : "vi"),
          member(line, "office_name"),
          member(line, "assignee_name"),
          shown_date(member(line, "due")),
          entered ? shown_moment(*entered) : ""};
}

/// None when it has failed or is lost.
std::vector<TableFile> dossiers_of(HeldJob& held, const Actor& actor, const ExportBody& body, const ExportWords& words) {
  const Deps& deps = held.deps();
  const auto scope = Scope(deps, actor, today(deps)).in_lists();
  ListRequest request{scope, filter_of(deps, body.filter, actor), body.filter.order.value_or(ListOrder::opened), "", exported_page};
  held.job().total = deps.lists.count(scope, request.filter);
  if (held.job().total > static_cast<std::int64_t>(kMostExportedRows)) {
    fail_job(held, "export_too_large", std::to_string(kMostExportedRows));
    return {};
  }
  TableFile table;
  table.sheet = words.of("Hồ sơ", "Dossiers");
  table.header = dossier_titles(words);
  for (bool more = true; more;) {
    const auto page = deps.lists.find(request);
    for (const auto& line : list_lines(deps, page.entries)) table.rows.push_back(dossier_cells(deps, line, words));
    more = page.next.has_value() && table.rows.size() <= kMostExportedRows;
    request.after = page.next.value_or("");
    if (!held.reached(static_cast<std::int64_t>(table.rows.size()))) return {};
  }
  return {std::move(table)};
}

std::vector<TableFile> board_of(HeldJob& held, const Actor& actor, const ExportBody& body, const ExportWords& words) {
  auto tables = board_tables(held.deps(), actor, body, words);
  held.job().total = static_cast<std::int64_t>(tables.size());
  return held.reached(held.job().total) ? std::move(tables) : std::vector<TableFile>{};
}

/// Who has taken this out, and when: on the first line, so that it stays with the table.
std::string watermark(const Deps& deps, const Actor& actor, const ExportWords& words) {
  return words.of("Xuất bởi ", "Exported by ") + person_name(deps.store, actor.person) + ", " +
         office_name(deps.rulebook.organisation(), actor.office, today(deps)) + words.of(", lúc ", ", at ") +
         shown_moment(deps.clock.system_now());
}

}  // namespace

void work_on_export(HeldJob& held) {
  const Deps& deps = held.deps();
  const auto actor = actor_in_force(deps, held.job().appointment);
  if (!actor) return fail_job(held, "job_rights_ended");
  auto body = job_body<ExportBody>(held.job());
  const ExportWords words{body.language == "en"};
  ensure_entries(deps);
  auto tables = body.what == ExportWhat::board ? board_of(held, *actor, body, words) : dossiers_of(held, *actor, body, words);
  if (tables.empty()) return;
  for (auto& table : tables) table.above = {watermark(deps, *actor, words)};
  const std::string bytes = body.format == ExportFormat::csv ? csv_of(tables) : xlsx_of(tables);
  body.file = deps.fresh.id();
  body.size = static_cast<std::int64_t>(bytes.size());
  deps.blobs.put(body.file, bytes);
  set_body(held.job(), body);
  held.job().expires = Instant{held.now().milliseconds + kFileIsKept};
  if (!held.end(JobState::done)) deps.blobs.remove(body.file);
}

}  // namespace vinhdanh
