// Stage arithmetic and look-ups for one case.
#include "engine/decide/lookup.hpp"

#include <algorithm>

namespace vinhdanh::detail {
namespace {

const AwardForm& form_of(const Plan& plan, const FormCode& code) {
  static const AwardForm none;
  const AwardForm* form = plan.award_form(code);
  return form ? *form : none;
}

const Route& route_of(const Plan& plan, const AwardForm& form) {
  static const Route none;
  const Route* route = plan.route(form.route);
  return route ? *route : none;
}

}  // namespace

Case::Case(const Dossier& d, const Payload& p, const Facts& f, const Rules& r)
    : dossier(d),
      payload(p),
      facts(f),
      rules(r),
      phase(d.phase),
      stage(nullptr),
      today(f.now.legal_date()),
      form(form_of(r.plan, d.form)),
      route(route_of(r.plan, form)) {
  stage = stage_of(route, d.stage);
  unit = rules.organisation.holder("own_unit", d.unit, today).value_or(d.unit);
  if (stage) office = holder(stage->office_role);
}

Case Case::standing_at(Phase other_phase, const Stage& other_stage) const {
  Case other = *this;
  other.phase = other_phase;
  other.stage = &other_stage;
  other.office = holder(other_stage.office_role);
  return other;
}

std::optional<OfficeId> Case::holder(const std::string& office_role) const {
  return rules.organisation.holder(office_role, dossier.unit, today);
}

std::size_t place_of(const Route& route, const StageId& stage) {
  return static_cast<std::size_t>(std::ranges::find(route.stages, stage, &Stage::id) - route.stages.begin());
}

const Stage* stage_of(const Route& route, const std::optional<StageId>& stage) {
  if (!stage) return nullptr;
  const std::size_t place = place_of(route, *stage);
  return place < route.stages.size() ? &route.stages[place] : nullptr;
}

bool is_last(const Route& route, const Stage& stage) { return place_of(route, stage.id) + 1 >= route.stages.size(); }

bool is_endorsed(const Dossier& dossier, const StageId& stage) {
  return std::ranges::any_of(dossier.endorsements, [&](const Endorsement& endorsement) {
    return endorsement.stage == stage && endorsement.valid && dossier.content &&
           endorsement.content_hash == dossier.content->hash;
  });
}

StageId next_stop(const Case& asked) {
  const auto& stages = asked.route.stages;
  const std::size_t here = place_of(asked.route, asked.stage->id);
  const StageId next = here + 1 < stages.size() ? stages[here + 1].id : asked.stage->id;
  const Stage* returner = stage_of(asked.route, asked.dossier.returned_from);
  if (!returner) return next;
  const std::size_t goal = place_of(asked.route, returner->id);
  if (goal <= here) return next;
  for (std::size_t i = 0; i < goal; ++i) {
    if (i != here && stages[i].mandatory && !is_endorsed(asked.dossier, stages[i].id)) return next;
  }
  return returner->id;
}

StageId resuming_stop(const Dossier& resubmitted, const Route& route) {
  const Stage* goal = stage_of(route, resubmitted.returned_from ? resubmitted.returned_from : resubmitted.stage);
  for (const Stage& stage : route.stages) {
    if (&stage == goal || (stage.mandatory && !is_endorsed(resubmitted, stage.id))) return stage.id;
  }
  return goal ? goal->id : StageId{};
}

std::vector<FormCode> lower_forms_here(const Case& asked) {
  std::vector<FormCode> forms;
  if (!asked.stage) return forms;
  for (const FormCode& code : asked.form.lower_forms) {
    const AwardForm* lower = asked.rules.plan.award_form(code);
    if (lower && lower->authority == asked.stage->office_role) forms.push_back(code);
  }
  return forms;
}

const Decision* named_decision(const Case& asked) {
  std::optional<DecisionId> named = asked.dossier.decision;
  if (const auto* approve = std::get_if<Approve>(&asked.payload)) named = approve->decision;
  if (const auto* lower = std::get_if<ApproveLowerForm>(&asked.payload)) named = lower->decision;
  if (!named) return nullptr;
  if (asked.facts.decision && asked.facts.decision->id == *named) return &*asked.facts.decision;
  const auto found = std::ranges::find(asked.facts.open_decisions, *named, &Decision::id);
  return found == asked.facts.open_decisions.end() ? nullptr : &*found;
}

bool holds_place(const Dossier& dossier) { return dossier.quota && dossier.quota->state != HoldState::released; }

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

}  // namespace vinhdanh::detail
