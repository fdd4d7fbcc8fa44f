// Whose turn it is: an office and the roles there that may take the usual next step.
#include "api/desk/turn.hpp"

#include "api/desk/case.hpp"

namespace vinhdanh {

namespace {

Turn turn_at(const Deps& deps, const Dossier& dossier, const Stage& stage) {
  Turn turn;
  turn.office = deps.rulebook.organisation().holder(stage.office_role, dossier.unit, today(deps));
  const auto& hands = stage.hands;
  if (dossier.phase == Phase::awaiting_receipt) {
    turn.roles = hands.receive;
    turn.hand = "receive";
  } else if (dossier.phase == Phase::under_review && !hands.propose.empty()) {
    turn.roles = hands.propose;
    turn.hand = "propose";
  } else {
    turn.roles = hands.send;
    turn.hand = "send";
  }
  return turn;
}

/// The dossier's unit, or its successor today.
Turn turn_of_unit(const Deps& deps, const Dossier& dossier, const Plan& plan, const char* hand) {
  const auto* form = plan.award_form(dossier.form);
  const auto* route = form == nullptr ? nullptr : plan.route(form->route);
  std::vector<Role> roles{Role::unit_clerk};
  if (route != nullptr && route->sender != Role::unit_clerk) roles.push_back(route->sender);
  const auto unit = deps.rulebook.organisation().holder("own_unit", dossier.unit, today(deps));
  return {unit.value_or(dossier.unit), std::move(roles), hand};
}

std::optional<Turn> turn_in_decision(const Deps& deps, const Dossier& dossier) {
  const auto decision = dossier.decision ? deps.store.decision(*dossier.decision) : std::nullopt;
  if (!decision) return std::nullopt;
  const bool to_sign = dossier.phase == Phase::decided;
  return Turn{decision->authority, {to_sign ? Role::decider : Role::registry_clerk}, to_sign ? "sign" : "number"};
}

}  // namespace

std::optional<Turn> turn_of(const Deps& deps, const Dossier& dossier, const Plan& plan) {
  if (is_final(dossier.phase)) return std::nullopt;
  if (dossier.correction) return turn_of_unit(deps, dossier, plan, "confirm");
  if (is_with_unit(dossier.phase)) return turn_of_unit(deps, dossier, plan, "unit");
  if (dossier.phase == Phase::decided || dossier.phase == Phase::signed_) return turn_in_decision(deps, dossier);
  const auto* stage = find_stage(plan, dossier.form, dossier.stage);
  if (stage == nullptr) return std::nullopt;
  return turn_at(deps, dossier, *stage);
}

}  // namespace vinhdanh
