// What a list of dossiers is asked for, as a query or as a body says it, and the lines it answers with.
#include "api/desk/list_body.hpp"

#include <map>

#include "api/desk/case.hpp"
#include "api/desk/fold_text.hpp"
#include "api/desk/list_entry.hpp"
#include "api/desk/names.hpp"
#include "api/desk/refresh_entries.hpp"
#include "api/desk/scope.hpp"
#include "api/desk/views.hpp"

namespace vinhdanh {

namespace {

template <class T>
void one_of(const std::optional<T>& value, std::vector<T>& list) {
  if (value) list.push_back(*value);
}

/// What was typed but has no letter or digit begins no word: it is looked for as it is, and not found.
std::vector<std::string> words_of(const std::string& text) {
  auto words = folded_words(text);
  if (words.empty() && !text.empty()) words.push_back(text);
  return words;
}

/// Finds the names of people once per answer.
class PeopleNames {
 public:
  explicit PeopleNames(const Store& store) : store_(store) {}
  const std::string& of(const PersonId& person) {
    const auto [at, first] = known_.try_emplace(person);
    if (first) at->second = person_name(store_, person);
    return at->second;
  }

 private:
  const Store& store_;
  std::map<PersonId, std::string> known_;
};

/// What the list knows of a dossier beside what the dossier says itself.
void add_turn(const Deps& deps, const ListEntry& entry, Date day, PeopleNames& people, Json& line) {
  line["held"] = entry.held;
  if (!entry.hand.empty()) line["hand"] = entry.hand;
  if (entry.office) {
    line["office"] = *entry.office;
    line["office_name"] = office_name(deps.rulebook.organisation(), *entry.office, day);
  }
  if (entry.assignee) {
    line["assignee"] = *entry.assignee;
    line["assignee_name"] = people.of(*entry.assignee);
  }
  if (!entry.due) return;
  line["due"] = entry.due->text();
  line["overdue"] = *entry.due < day;
}

}  // namespace

Json list_lines(const Deps& deps, const std::vector<ListEntry>& entries) {
  std::vector<Dossier> dossiers;
  std::vector<const ListEntry*> kept;
  for (const auto& entry : entries) {
    auto dossier = deps.store.dossier(entry.id);
    if (!dossier) continue;
    dossiers.push_back(std::move(*dossier));
    kept.push_back(&entry);
  }
  auto lines = dossier_lines(deps, dossiers);
  PeopleNames people(deps.store);
  for (std::size_t i = 0; i < kept.size(); ++i) add_turn(deps, *kept[i], today(deps), people, lines[i]);
  return lines;
}

void check_filter(const ListBody& body, const std::string& pointer, std::vector<ProblemError>& errors) {
  if (body.text.size() > kLongestText) errors.push_back(too_long(pointer + "/text", kLongestText));
  if (folded_words(body.text).size() > kMostWords) errors.push_back(too_long(pointer + "/text", kMostWords));
  const auto check = [&](const char* member, std::size_t size) {
    if (size > kMostInList) errors.push_back(too_long(pointer + "/" + member, kMostInList));
  };
  check("phases", body.phases.size());
  check("plans", body.plans.size());
  check("stages", body.stages.size());
  check("occasions", body.occasions.size());
  check("submissions", body.submissions.size());
  check("decisions", body.decisions.size());
  check("forms", body.forms.size());
  check("subject_kinds", body.subject_kinds.size());
  check("units", body.units.size());
  check("offices", body.offices.size());
  check("facets", body.facets.size());
}

ListFilter filter_of(const ListBody& body) {
  ListFilter filter;
  filter.words = words_of(body.text);
  filter.code = body.code;
  filter.external_ref = body.external_ref;
  filter.phases = body.phases;
  filter.plans = body.plans;
  filter.stages = body.stages;
  filter.occasions = body.occasions;
  filter.submissions = body.submissions;
  filter.decisions = body.decisions;
  filter.forms = body.forms;
  filter.subject_kinds = body.subject_kinds;
  filter.units = body.units;
  if (body.under) filter.marks.push_back(marks::of_unit(*body.under));
  filter.offices = body.offices;
  filter.assignee = body.assignee;
  filter.assigned = body.assigned;
  filter.due_from = body.due_from;
  filter.due_to = body.due_to;
  filter.held = body.held;
  filter.open = body.open;
  return filter;
}

ListFilter read_list_filter(QueryReader& reader) {
  ListFilter filter;
  one_of(reader.name<Phase>("phase"), filter.phases);
  one_of(reader.text("plan"), filter.plans);
  one_of(reader.text("stage"), filter.stages);
  one_of(reader.text("occasion"), filter.occasions);
  one_of(reader.text("submission"), filter.submissions);
  one_of(reader.text("decision"), filter.decisions);
  one_of(reader.text("form"), filter.forms);
  one_of(reader.name<SubjectKind>("subject_kind"), filter.subject_kinds);
  one_of(reader.text("unit"), filter.units);
  one_of(reader.text("office"), filter.offices);
  filter.assignee = reader.text("assignee");
  filter.due_from = reader.date("due_from");
  filter.due_to = reader.date("due_to");
  filter.held = reader.truth("held");
  filter.open = reader.truth("open");
  filter.external_ref = reader.text("external_ref");
  filter.code = reader.text("code");
  return filter;
}

Json filter_json(const ListBody& body) {
  auto json = to_json_value(body);
  for (const auto* member : {"total", "limit", "cursor", "facets"}) json.erase(member);
  for (auto item = json.begin(); item != json.end();) {
    item = item->empty() || *item == "" ? json.erase(item) : std::next(item);
  }
  return json;
}

HttpResponse list_response(const Deps& deps, const HttpRequest& bound, const Actor& actor, const ListAsked& asked,
                           const PageRequest& page, bool linked) {
  ensure_entries(deps);
  const auto scope = Scope(deps, actor, today(deps)).in_lists();
  const auto found = deps.lists.find({scope, asked.filter, asked.order, page.after, page.limit});
  auto body = page_body(deps.store, bound, actor, list_lines(deps, found.entries), found.next);
  if (!linked) body.erase("next");
  if (asked.total) body["total"] = deps.lists.count(scope, asked.filter);
  return json_response(200, body);
}

}  // namespace vinhdanh
