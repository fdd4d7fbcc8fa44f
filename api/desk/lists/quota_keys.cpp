// A key of places is asked of the rules that made it: for which units and kinds they give the same key.
#include "api/desk/lists/quota_keys.hpp"

#include <algorithm>
#include <set>

#include "api/desk/commands/case.hpp"
#include "engine/decide/places.hpp"

namespace vinhdanh {

namespace {

std::vector<std::string> parts_of(const std::string& key) {
  std::vector<std::string> parts;
  for (std::size_t at = 0;;) {
    const auto end = key.find('/', at);
    parts.push_back(key.substr(at, end == std::string::npos ? end : end - at));
    if (end == std::string::npos) return parts;
    at = end + 1;
  }
}

/// An occasion that the key is about: its own, or one of its movement.
std::optional<Occasion> occasion_for(const Deps& deps, const QuotaKey& key, ListFilter& filter) {
  if (key.occasion) {
    filter.occasions = {*key.occasion};
    return deps.store.occasion(*key.occasion);
  }
  std::set<std::string> plans;
  for (const auto* plan : deps.rulebook.plans()) {
    if (plan->movement.id == key.movement) plans.insert(plan->id);
  }
  filter.plans.assign(plans.begin(), plans.end());
  for (const auto& plan : plans) {
    OccasionQuery query;
    query.plan = plan;
    query.page.limit = 1;
    const auto found = deps.store.find_occasions(query);
    if (!found.empty()) return found.front();
  }
  return std::nullopt;
}

}  // namespace

std::optional<QuotaKey> parse_quota_key(const std::string& key) {
  const auto parts = parts_of(key);
  if (parts.size() != 5) return std::nullopt;
  QuotaKey read{parts[0], parts[1], {}, parts[3], {}};
  if (parts[2] != "-") read.occasion = parts[2];
  if (parts[4] == "-") return read;
  read.subject_kind = parse_name<SubjectKind>(parts[4]);
  return read.subject_kind ? std::optional(read) : std::nullopt;
}

Dossier imagined(const Occasion& occasion, const OfficeId& unit, const FormCode& form, SubjectKind kind) {
  Dossier dossier;
  dossier.occasion = occasion.id;
  dossier.plan = occasion.plan;
  dossier.territory = occasion.territory;
  dossier.unit = unit;
  dossier.form = form;
  dossier.subject_kind = kind;
  return dossier;
}

ListFilter filter_of_key(const Deps& deps, const std::string& text) {
  ListFilter filter;
  filter.units = {""};  // of nobody
  const auto key = parse_quota_key(text);
  const auto occasion = key ? occasion_for(deps, *key, filter) : std::nullopt;
  if (!occasion) return filter;
  const auto rules = rules_for(deps, occasion->plan);
  const auto* form = rules.plan.award_form(key->form);
  if (form == nullptr) return filter;
  std::set<SubjectKind> kinds;
  std::set<OfficeId> units;
  for (const auto& [unit, office] : rules.organisation.offices) {
    for (const auto kind : form->subject_kinds) {
      const auto dossier = imagined(*occasion, unit, key->form, kind);
      const auto rule = detail::place_rule(dossier, key->form, *occasion, rules, today(deps));
      if (!rule || rule->key != text) continue;
      kinds.insert(kind);
      units.insert(unit);
    }
  }
  if (units.empty()) return filter;
  filter.forms = {key->form};
  filter.subject_kinds.assign(kinds.begin(), kinds.end());
  filter.units.assign(units.begin(), units.end());
  return filter;
}

std::optional<std::string> QuotaKeys::of(const Dossier& dossier) {
  if (dossier.quota && dossier.quota->state != HoldState::released) return dossier.quota->key;
  const auto [at, first] = occasions_.try_emplace(dossier.occasion);
  if (first) at->second = deps_.store.occasion(dossier.occasion);
  if (!at->second) return std::nullopt;
  const auto rule =
      detail::place_rule(dossier, dossier.form, *at->second, rules_for(deps_, dossier.plan), today(deps_));
  return rule ? std::optional(rule->key) : std::nullopt;
}

}  // namespace vinhdanh
