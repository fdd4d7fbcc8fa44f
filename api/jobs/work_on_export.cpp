// A list, or the counts behind a board, as a file: what its person may see when it is written, and no more.
#include "adapters/sheets/write_table.hpp"
#include "api/desk/caller/authenticate.hpp"
#include "api/desk/caller/names.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/lists/lists.hpp"
#include "api/desk/lists/refresh_entries.hpp"
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

/// False when it has failed or is lost.
bool add_dossiers(HeldJob& held, const Actor& actor, const ExportBody& body, const ExportWords& words, TableFile& table) {
  const Deps& deps = held.deps();
  const auto scope = Scope(deps, actor, today(deps)).in_lists();
  ListRequest request{scope, filter_of(deps, body.filter, actor), body.filter.order.value_or(ListOrder::opened), "", exported_page};
  held.job().total = deps.lists.count(scope, request.filter);
  if (held.job().total > static_cast<std::int64_t>(kMostExportedRows)) {
    fail_job(held, "export_too_large", std::to_string(kMostExportedRows));
    return false;
  }
  table.header = dossier_titles(words);
  for (bool more = true; more;) {
    const auto page = deps.lists.find(request);
    for (const auto& line : list_lines(deps, page.entries)) table.rows.push_back(dossier_cells(deps, line, words));
    more = page.next.has_value() && table.rows.size() <= kMostExportedRows;
    request.after = page.next.value_or("");
    if (!held.reached(static_cast<std::int64_t>(table.rows.size()))) return false;
  }
  return true;
}

bool add_facets(HeldJob& held, const Actor& actor, const ExportBody& body, const ExportWords& words, TableFile& table) {
  const Deps& deps = held.deps();
  table.header = facet_titles(words);
  const Json counts = facet_counts(deps, actor, body.filter);
  for (const auto& [facet, lines] : counts.items()) {
    const auto title = facet_title(parse_name<ListFacet>(facet).value(), words);
    for (const auto& line : lines) table.rows.push_back({title, member(line, "value"), member(line, "name"), line.at("count").dump()});
  }
  held.job().total = static_cast<std::int64_t>(table.rows.size());
  return held.reached(held.job().total);
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
  TableFile table{words.of("Hồ sơ", "Dossiers"), {watermark(deps, *actor, words)}, {}, {}};
  const bool filled = body.what == ExportWhat::dossiers ? add_dossiers(held, *actor, body, words, table)
                                                        : add_facets(held, *actor, body, words, table);
  if (!filled) return;
  const std::string bytes = body.format == ExportFormat::csv ? csv_of(table) : xlsx_of(table);
  body.file = deps.fresh.id();
  body.size = static_cast<std::int64_t>(bytes.size());
  deps.blobs.put(body.file, bytes);
  set_body(held.job(), body);
  held.job().expires = Instant{held.now().milliseconds + kFileIsKept};
  if (!held.end(JobState::done)) deps.blobs.remove(body.file);
}

}  // namespace vinhdanh
