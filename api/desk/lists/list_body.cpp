// What a list of dossiers is asked for, as a query or as a body says it, and the lines it answers with.
#include "api/desk/lists/list_body.hpp"

#include <algorithm>
#include <map>

#include "api/desk/caller/names.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/desk/lists/fold_text.hpp"
#include "api/desk/lists/list_entry.hpp"
#include "api/desk/lists/quota_keys.hpp"
#include "api/desk/lists/refresh_entries.hpp"
#include "api/desk/lists/stage_passes.hpp"
#include "engine/deadline/stage_due.hpp"

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
  line["returns"] = read_passes(entry.passes).returns;
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
  if (const auto left = days_left(deps.rulebook.calendar(), day, *entry.due)) line["days_left"] = *left;
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
  QuotaKeys keys(deps);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    add_turn(deps, *kept[i], today(deps), people, lines[i]);
    if (const auto key = keys.of(dossiers[i])) lines[i]["quota_key"] = *key;
  }
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
  check("passed", body.passed.size());
  check("facets", body.facets.size());
  if (body.crossed.size() > kMostCrossed) errors.push_back(too_long(pointer + "/crossed", kMostCrossed));
  for (std::size_t i = 0; i < body.crossed.size(); ++i) {
    if (body.crossed[i].size() == 2 && body.crossed[i][0] != body.crossed[i][1]) continue;
    errors.push_back(unknown_value(pointer + "/crossed/" + std::to_string(i)));
  }
}

namespace {

/// No office, form or unit has this id.
constexpr const char* kNone = "";

template <class T>
void keep_common(std::vector<T>& list, const std::vector<T>& other) {
  if (other.empty()) return;
  if (list.empty()) {
    list = other;
    return;
  }
  std::erase_if(list, [&](const T& value) { return std::ranges::find(other, value) == other.end(); });
}

/// Those that are in both; where there are none, none at all.
void keep_common_ids(std::vector<std::string>& list, const std::vector<std::string>& other) {
  keep_common(list, other);
  if (list.empty() && !other.empty()) list = {kNone};
}

/// What passes `filter` and what a box or a key of places asks beside it.
void narrow_to(ListFilter& filter, const ListFilter& other) {
  keep_common_ids(filter.plans, other.plans);
  keep_common_ids(filter.occasions, other.occasions);
  keep_common_ids(filter.forms, other.forms);
  keep_common_ids(filter.units, other.units);
  keep_common_ids(filter.offices, other.offices);
  const bool any_kind = filter.subject_kinds.empty() && other.subject_kinds.empty();
  keep_common(filter.subject_kinds, other.subject_kinds);
  if (!any_kind && filter.subject_kinds.empty()) filter.units = {kNone};
  filter.not_offices.insert(filter.not_offices.end(), other.not_offices.begin(), other.not_offices.end());
  filter.marks.insert(filter.marks.end(), other.marks.begin(), other.marks.end());
  if (other.role) filter.role = other.role;
  if (other.free_for) filter.free_for = other.free_for;
  if (other.due_from) filter.due_from = std::max(filter.due_from.value_or(*other.due_from), *other.due_from);
  if (other.due_to) filter.due_to = std::min(filter.due_to.value_or(*other.due_to), *other.due_to);
  if (other.open && filter.open && *other.open != *filter.open) filter.units = {kNone};
  if (other.open) filter.open = other.open;
}

}  // namespace

ListFilter filter_of(const Deps& deps, const ListBody& body, const Actor& actor) {
  ListFilter filter;
  filter.words = words_of(body.text);
  filter.code = body.code;
  filter.external_ref = body.external_ref;
  filter.phases = body.phases;
  filter.plans = body.plans;
  filter.stages = body.stages;
  filter.passed = body.passed;
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
  filter.has_due = body.has_due;
  filter.held = body.held;
  filter.open = body.open;
  if (body.box) narrow_to(filter, filter_of(*body.box, actor, today(deps)));
  if (body.quota_key) narrow_to(filter, filter_of_key(deps, *body.quota_key));
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
  filter.has_due = reader.truth("has_due");
  filter.held = reader.truth("held");
  filter.open = reader.truth("open");
  filter.external_ref = reader.text("external_ref");
  filter.code = reader.text("code");
  return filter;
}

Or<ListBody> read_list_body(const HttpRequest& request) {
  QueryReader reader(request);
  if (auto fault = reader.end()) return std::move(*fault);
  auto body = read_body<ListBody>(request);
  if (!body) return body;
  std::vector<ProblemError> errors;
  check_filter(*body, "", errors);
  if (!errors.empty()) return invalid(request, errors);
  return body;
}

Json filter_json(const ListBody& body) {
  auto json = to_json_value(body);
  for (const auto* member : {"total", "limit", "cursor", "facets", "crossed"}) json.erase(member);
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
