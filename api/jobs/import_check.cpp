// The same checks as a draft's: what cannot be stored is an error, what would be missing when it is sent a warning.
#include "api/jobs/import_check.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <sstream>

#include "api/desk/commands/acts.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/dossier/content_shape.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/desk/lists/fold_text.hpp"
#include "api/desk/lists/quota_keys.hpp"

namespace vinhdanh {
namespace {

constexpr std::size_t rows_shown = 10;
constexpr std::int64_t rows_between_reports = 100;

/// A dossier that is not there: what its sending would lack is asked of the engine.
Case imagined_case(const Deps& deps, const Actor& actor, const Submission& submission, const Occasion& occasion,
                   const ImportBody& body) {
  auto dossier = imagined(occasion, submission.unit, body.form, body.subject_kind);
  dossier.id = deps.fresh.id();
  dossier.submission = submission.id;
  return load_case(deps, actor, std::move(dossier));
}

std::string field_of_pointer(const std::string& pointer) {
  if (pointer == "/nominee/name") return "name";
  if (pointer == "/nominee/title") return "title";
  const auto part = [&](const std::string& before) { return pointer.substr(before.size()); };
  if (pointer.starts_with("/figures/single/")) return "figure:" + part("/figures/single/");
  if (pointer.starts_with("/figures/yearly/")) {
    auto id = part("/figures/yearly/");
    std::ranges::replace(id, '/', ':');
    return "yearly:" + id;
  }
  return pointer.empty() ? "" : pointer.substr(1);
}

class RowCheck {
 public:
  RowCheck(const Deps& deps, Case imagined) : deps_(deps), case_(std::move(imagined)) {}

  void operator()(ImportRow& row) {
    check_shape(row);
    if (!row.has(RowSeverity::error)) note_missing(row);
  }

 private:
  void check_shape(ImportRow& row) const {
    std::vector<ProblemError> errors;
    check_content(deps_, row.content, case_.rules.plan, "", errors);
    for (const auto& it : errors)
      row.problems.push_back({it.code, field_of_pointer(it.pointer), it.detail_vi, it.detail_en, RowSeverity::error});
  }
  void note_missing(ImportRow& row) {
    case_.dossier.category = row.category;
    case_.facts.content = row.content;
    const auto verdict = decide(case_.dossier, Submit{}, case_.facts, case_.rules, deps_.fresh);
    const auto* refusal = std::get_if<Refusal>(&verdict);
    if (refusal == nullptr) return;
    for (const auto& reason : refusal->reasons) {
      if (reason.code != Reason::content_incomplete) continue;
      const Sentence sentence = sentence_of(reason);
      row.problems.push_back({std::string(name_of(reason.code)), field_of_pointer(reason.pointer.value_or("")), sentence.vi,
                              sentence.en, RowSeverity::warning});
    }
  }

  const Deps& deps_;
  Case case_;
};

/// Who it is, as two lists may write it differently.
std::string identity_of(const std::string& name, const std::string& title, const std::string& category) {
  return folded_line(name) + "|" + folded_line(title) + "|" + category;
}

void add_duplicate(ImportRow& row, const char* code, const std::string& whom, OtherNominee other) {
  row.problems.push_back(row_problem(code, "name", whom, RowSeverity::duplicate));
  row.problems.back().other = std::move(other);
}

std::map<std::string, std::string> without_figures(std::map<std::string, std::string> shown) {
  std::erase_if(shown, [](const auto& it) { return it.first.find(':') != std::string::npos; });
  return shown;
}

void mark_duplicates_in_file(std::vector<ImportRow>& rows) {
  std::map<std::string, const ImportRow*> seen;
  for (auto& row : rows) {
    if (row.has(RowSeverity::error)) continue;
    const auto key = identity_of(row.content.nominee.name, row.content.nominee.title, row.category);
    const auto [first, fresh] = seen.try_emplace(key, &row);
    const ImportRow& other = *first->second;
    if (!fresh) add_duplicate(row, "duplicate_in_file", std::to_string(other.number), {other.number, "", "", without_figures(other.shown)});
  }
}

std::map<std::string, std::string> shown_of(const Content& content, const std::string& category) {
  std::map<std::string, std::string> shown{{"name", content.nominee.name}, {"title", content.nominee.title}, {"category", category},
                                           {"achievement", content.achievement}};
  if (content.achievement_from) shown["achievement_from"] = content.achievement_from->text();
  if (content.achievement_to) shown["achievement_to"] = content.achievement_to->text();
  std::erase_if(shown, [](const auto& it) { return it.second.empty(); });
  return shown;
}

/// Dossiers of the submission for the same form, by who is nominated.
std::map<std::string, OtherNominee> known_nominees(const Deps& deps, const std::vector<Dossier>& dossiers, const FormCode& form,
                                                   const Plan& plan) {
  std::map<std::string, OtherNominee> known;
  for (const auto& dossier : dossiers) {
    if (dossier.form != form) continue;
    const Content content = dossier.content && !is_with_unit(dossier.phase) ? frozen_content(deps.store, dossier).value_or(Content{})
                                                                           : workspace_content(deps.store, dossier.id);
    const auto* category = plan.category(dossier.category);
    known[identity_of(content.nominee.name, content.nominee.title, dossier.category)] = {
        0, dossier.id, dossier.code, shown_of(content, category == nullptr ? dossier.category : category->name)};
  }
  return known;
}

void mark_duplicates_of(const std::map<std::string, OtherNominee>& known, std::vector<ImportRow>& rows) {
  for (auto& row : rows) {
    if (row.has(RowSeverity::error)) continue;
    const auto found = known.find(identity_of(row.content.nominee.name, row.content.nominee.title, row.category));
    if (found != known.end()) add_duplicate(row, "duplicate_in_submission", found->second.code, found->second);
  }
}

/// The first good rows find room.
void mark_without_room(std::vector<ImportRow>& rows, int room) {
  for (auto& row : rows) {
    if (!is_wanted(row, false)) continue;
    if (room-- > 0) continue;
    row.problems.push_back(row_problem("submission_full", "", std::to_string(kMostDossiers)));
  }
}

/// Of duplicates each names another row or dossier, and a mend is for the whole list: together they are one group each.
bool is_in_group(const RowProblem& problem, const ImportGroup& group) {
  if (problem.code != group.code) return false;
  if (problem.after) return true;
  return problem.field == group.field && (problem.severity == RowSeverity::duplicate || problem.vi == group.vi);
}

void add_to_groups(const ImportRow& row, std::vector<ImportGroup>& groups) {
  std::set<std::size_t> counted;
  for (const auto& problem : row.problems) {
    const auto found = std::ranges::find_if(groups, [&](const ImportGroup& it) { return is_in_group(problem, it); });
    const auto at = static_cast<std::size_t>(found - groups.begin());
    if (found == groups.end())
      groups.push_back({problem.code, problem.field, problem.vi, problem.en, std::string(name_of(problem.severity)), 0, {}});
    auto& group = groups[at];
    if (group.field != problem.field) group.field = "";
    if (problem.severity == RowSeverity::error) group.severity = name_of(RowSeverity::error);
    if (!counted.insert(at).second) continue;
    ++group.count;
    if (group.rows.size() < rows_shown) group.rows.push_back(row.number);
  }
}

void count_mended(const ImportRow& row, std::vector<MendedRows>& mended) {
  std::set<std::string> codes;
  for (const auto& it : row.mended) codes.insert(it.code);
  for (const auto& code : codes) {
    auto found = std::ranges::find(mended, code, &MendedRows::code);
    if (found == mended.end()) found = mended.insert(found, {code, 0});
    ++found->rows;
  }
}

void count_rows(const std::vector<ImportRow>& rows, ImportBody& body) {
  body.groups.clear();
  body.mended.clear();
  body.good = body.warned = body.duplicate = body.bad = 0;
  for (const auto& row : rows) {
    add_to_groups(row, body.groups);
    count_mended(row, body.mended);
    if (row.has(RowSeverity::error)) ++body.bad;
    else if (row.has(RowSeverity::duplicate)) ++body.duplicate;
    else ++body.good;
    if (is_wanted(row, false) && row.has(RowSeverity::warning)) ++body.warned;
  }
  const auto order = [](const ImportGroup& it) { return std::pair(parse_name<RowSeverity>(it.severity), -it.count); };
  std::ranges::stable_sort(body.groups, {}, order);
}

}  // namespace

bool is_wanted(const ImportRow& row, bool with_duplicates) {
  return !row.has(RowSeverity::error) && (with_duplicates || !row.has(RowSeverity::duplicate));
}

std::optional<std::vector<ImportRow>> check_import(const Deps& deps, const Actor& actor, const Submission& submission,
                                                   const SentList& list, ImportBody& body, const CheckProgress& progress) {
  const auto occasion = deps.store.occasion(submission.occasion).value();
  const auto& plan = rules_for(deps, occasion.plan).plan;
  const auto fields = import_fields(plan, body.subject_kind, today(deps));
  const RowReader reader(plan, fields, body, list.typed);
  RowCheck check(deps, imagined_case(deps, actor, submission, occasion, body));
  std::vector<ImportRow> rows;
  for (const auto& cells : list.sheet.rows) {
    if (cells.number <= body.header) continue;
    rows.push_back(reader.read(cells));
    check(rows.back());
    const auto done = static_cast<std::int64_t>(rows.size());
    if (done % rows_between_reports == 0 && !progress(done)) return std::nullopt;
  }
  DossierQuery query;
  query.submissions = {submission.id};
  const auto dossiers = all_dossiers(deps.store, query, kMostDossiers);
  mark_duplicates_in_file(rows);
  mark_duplicates_of(known_nominees(deps, dossiers, body.form, plan), rows);
  body.room = static_cast<int>(kMostDossiers - std::min(kMostDossiers, dossiers.size()));
  mark_without_room(rows, body.room);
  count_rows(rows, body);
  return rows;
}

std::string rows_text(const std::vector<ImportRow>& rows) {
  std::string text;
  for (const auto& row : rows) text += to_json_value(row).dump() + "\n";
  return text;
}

std::string typed_text(const TypedCells& typed) {
  return typed.empty() ? "" : to_json_value(typed).dump();
}

TypedCells typed_of_text(const std::string& text) {
  return text.empty() ? TypedCells{} : decode_strict<TypedCells>(Json::parse(text)).value.value_or(TypedCells{});
}

std::vector<ImportRow> rows_of_text(const std::string& text) {
  std::vector<ImportRow> rows;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    auto row = decode_strict<ImportRow>(Json::parse(line)).value;
    if (row) rows.push_back(std::move(*row));
  }
  return rows;
}

}  // namespace vinhdanh
