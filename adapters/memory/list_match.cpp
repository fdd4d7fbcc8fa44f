// Whether a list entry is in scope and passes a filter, said member by member.
#include "adapters/memory/list_match.hpp"

#include <algorithm>

namespace vinhdanh::detail {
namespace {

template <class T>
bool has(const std::vector<T>& list, const T& value) {
  return std::ranges::find(list, value) != list.end();
}
template <class T>
bool has(const std::vector<T>& list, const std::optional<T>& value) {
  return value && has(list, *value);
}
template <class T, class U>
bool any_or_has(const std::vector<T>& list, const U& value) {
  return list.empty() || has(list, value);
}

/// A word of `words` begins with it.
bool begins_a_word(const std::string& words, const std::string& start) {
  return words.starts_with(start) || words.find(" " + start) != std::string::npos;
}

bool has_passed(const ListEntry& it, const std::vector<StageId>& stages) {
  const auto passed = [&](const StageId& stage) { return it.passes.find(" " + stage + "=") != std::string::npos; };
  return stages.empty() || std::ranges::any_of(stages, passed);
}

bool is_in_place(const ListEntry& it, const ListFilter& filter) {
  return any_or_has(filter.phases, it.phase) && any_or_has(filter.plans, it.plan) &&
         any_or_has(filter.stages, it.stage) && has_passed(it, filter.passed) && any_or_has(filter.occasions, it.occasion) &&
         any_or_has(filter.submissions, it.submission) && any_or_has(filter.decisions, it.decision) && any_or_has(filter.dossiers, it.id) &&
         any_or_has(filter.forms, it.form) && any_or_has(filter.subject_kinds, it.subject_kind) &&
         any_or_has(filter.units, it.unit) && any_or_has(filter.offices, it.office) &&
         !has(filter.not_offices, it.office);
}

bool is_in_hand(const ListEntry& it, const ListFilter& filter) {
  const bool free = !filter.free_for || !it.reserved || it.assignee == filter.free_for;
  return free && (!filter.role || has(it.roles, *filter.role)) &&
         (!filter.assignee || it.assignee == filter.assignee) &&
         (!filter.assigned || it.assignee.has_value() == *filter.assigned);
}

bool is_in_time(const ListEntry& it, const ListFilter& filter) {
  return (!filter.due_from || (it.due && *it.due >= *filter.due_from)) &&
         (!filter.due_to || (it.due && *it.due <= *filter.due_to)) &&
         (!filter.has_due || it.due.has_value() == *filter.has_due) && (!filter.held || it.held == *filter.held) &&
         (!filter.open || is_final(it.phase) != *filter.open);
}

std::optional<std::string> text(std::string_view value) { return std::string(value); }

}  // namespace

bool is_in_scope(const ListEntry& entry, const ListScope& scope) {
  if (!scope.units || has(*scope.units, entry.unit)) return true;
  return std::ranges::any_of(scope.marks, [&](const std::string& mark) { return has(entry.marks, mark); });
}

bool passes(const ListEntry& it, const ListFilter& filter) {
  const auto carried = [&](const std::string& mark) { return has(it.marks, mark); };
  const auto found = [&](const std::string& word) { return begins_a_word(it.words.value_or(""), word); };
  return is_in_place(it, filter) && is_in_hand(it, filter) && is_in_time(it, filter) &&
         (!filter.code || it.code == *filter.code) &&
         (!filter.external_ref || it.external_ref == filter.external_ref) && std::ranges::all_of(filter.marks, carried) &&
         std::ranges::all_of(filter.words, found);
}

std::optional<std::string> facet_value(const ListEntry& it, Facet facet, Date today) {
  switch (facet) {
    case Facet::phase: return text(name_of(it.phase));
    case Facet::plan: return it.plan;
    case Facet::stage: return it.stage;
    case Facet::occasion: return it.occasion;
    case Facet::form: return it.form;
    case Facet::subject_kind: return text(name_of(it.subject_kind));
    case Facet::unit: return it.unit;
    case Facet::office: return it.office;
    case Facet::assignee: return it.assignee;
    case Facet::due_bucket: return text(name_of(due_bucket(it.due, today)));
  }
  return std::nullopt;
}

}  // namespace vinhdanh::detail
