// Quota keys and limits, and whether a place is left.
#include "engine/decide/places.hpp"

#include <algorithm>

#include "engine/decide/findings.hpp"

namespace vinhdanh {
namespace detail {
namespace {

/// The quota of exactly this subject kind, or else the one for all kinds together.
const Quota* quota_of(const Plan& plan, const FormCode& form, SubjectKind kind) {
  const Quota* general = nullptr;
  for (const Quota& quota : plan.quotas) {
    if (quota.award_form != form) continue;
    if (quota.subject_kind == kind) return &quota;
    if (!quota.subject_kind) general = &quota;
  }
  return general;
}

const Places* places_of(const Occasion& occasion, const FormCode& form, SubjectKind kind) {
  const Places* general = nullptr;
  for (const Places& places : occasion.places) {
    if (places.form != form) continue;
    if (places.subject_kind == kind) return &places;
    if (!places.subject_kind) general = &places;
  }
  return general;
}

std::string kind_text(const std::optional<SubjectKind>& kind) { return kind ? std::string(name_of(*kind)) : "-"; }

}  // namespace

std::optional<PlaceRule> place_rule(const Dossier& dossier, const FormCode& form, const Occasion& occasion,
                                    const Rules& rules, Date today) {
  const Quota* quota = quota_of(rules.plan, form, dossier.subject_kind);
  const Places* places = places_of(occasion, form, dossier.subject_kind);
  const bool by_plan = quota && quota->limit;
  const AwardForm* award = rules.plan.award_form(form);
  if ((!by_plan && !places) || !award) return std::nullopt;
  const std::string& role = quota ? quota->organisation_role : award->authority;
  std::string kind = kind_text(quota ? quota->subject_kind : std::nullopt);
  if (!by_plan && places->subject_kind) kind = name_of(*places->subject_kind);
  const std::string period = quota && quota->per == QuotaPeriod::movement ? "-" : occasion.id;
  const std::string organisation = rules.organisation.holder(role, dossier.unit, today).value_or(role);
  PlaceRule rule{.limit = by_plan ? *quota->limit : places->limit};
  rule.key = organisation + "/" + rules.plan.movement.id + "/" + period + "/" + form + "/" + kind;
  rule.source = by_plan ? quota->source : Source{.clause = occasion.document.number};
  return rule;
}

std::optional<PlaceRule> place_to_take(const Case& asked) {
  const auto rule = [&](const FormCode& form) {
    return place_rule(asked.dossier, form, asked.facts.occasion, asked.rules, asked.today);
  };
  if (const auto* lower = std::get_if<ApproveLowerForm>(&asked.payload)) {
    const std::vector<FormCode> here = lower_forms_here(asked);
    return std::ranges::find(here, lower->form) == here.end() ? std::nullopt : rule(lower->form);
  }
  if (asked.command() == Command::remove_from_decision) {
    const Stage* reserving = stage_of(asked.route, asked.route.reserves_at);
    const bool on_the_way = reserving && asked.stage && place_of(asked.route, reserving->id) < place_of(asked.route, asked.stage->id);
    return on_the_way ? rule(asked.dossier.form) : std::nullopt;
  }
  const Command command = asked.command();
  const bool forwards = command == Command::forward || command == Command::forward_with_disagreement;
  const bool reserves = forwards && asked.stage && asked.route.reserves_at == asked.stage->id;
  if ((!reserves && command != Command::approve) || holds_place(asked.dossier)) return std::nullopt;
  return rule(asked.dossier.form);
}

Findings quota_full(const Case& asked) {
  const auto rule = place_to_take(asked);
  if (!rule) return {};
  const QuotaState* state = asked.facts.quota.find(rule->key);
  // Its own place, given back a moment before.
  const bool own = asked.command() == Command::remove_from_decision && holds_place(asked.dossier) &&
                   asked.dossier.quota->key == rule->key;
  if ((state ? state->reserved + state->consumed : 0) - (own ? 1 : 0) < rule->limit) return {};
  std::string holders;
  for (const DossierId& holder : state ? state->holders : std::vector<DossierId>{}) {
    holders += (holders.empty() ? "" : ", ") + holder;
  }
  return {{.code = Reason::quota_full,
           .details = {{"limit", std::to_string(rule->limit)}, {"holder", holders}, {"key", rule->key}},
           .source = rule->source}};
}

}  // namespace detail

const QuotaState* QuotaFacts::find(const std::string& key) const {
  const auto found = std::ranges::find(states, key, &QuotaState::key);
  return found == states.end() ? nullptr : &*found;
}

std::vector<std::string> quota_keys(const Dossier& dossier, const Occasion& occasion, const Rules& rules, Date today) {
  std::vector<std::string> keys;
  std::vector<FormCode> forms{dossier.form};
  if (const AwardForm* form = rules.plan.award_form(dossier.form)) {
    forms.insert(forms.end(), form->lower_forms.begin(), form->lower_forms.end());
  }
  for (const FormCode& form : forms) {
    const auto rule = detail::place_rule(dossier, form, occasion, rules, today);
    if (rule && std::ranges::find(keys, rule->key) == keys.end()) keys.push_back(rule->key);
  }
  // A place taken before an office changed hands stays under its old key.
  if (detail::holds_place(dossier) && std::ranges::find(keys, dossier.quota->key) == keys.end()) {
    keys.push_back(dossier.quota->key);
  }
  return keys;
}

}  // namespace vinhdanh
