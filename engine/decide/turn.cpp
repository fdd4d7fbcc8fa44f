// Whose turn it is: an office and the roles there that may take the usual next step.
#include "engine/decide/turn.hpp"

#include <algorithm>
#include <array>

#include "engine/decide/lookup.hpp"

namespace vinhdanh {
namespace {

const Route* route_in(const Plan& plan, const FormCode& code) {
  const AwardForm* form = plan.award_form(code);
  return form ? plan.route(form->route) : nullptr;
}

Turn at_stage(const Dossier& dossier, const Stage& stage, std::optional<OfficeId> office) {
  const Hands& hands = stage.hands;
  if (dossier.phase == Phase::awaiting_receipt) return {std::move(office), hands.receive, "receive"};
  const bool proposes = dossier.phase == Phase::under_review && !hands.propose.empty();
  if (proposes) return {std::move(office), hands.propose, "propose", true};
  return {std::move(office), hands.send, stage.kind == StageKind::record_result ? "record" : "send"};
}

std::vector<Role> unit_roles(const Route* route) {
  std::vector<Role> roles{Role::unit_clerk};
  if (route && route->sender != Role::unit_clerk) roles.push_back(route->sender);
  return roles;
}

constexpr Role kSigns = Role::decider;
constexpr Role kNumbers = Role::registry_clerk;

/// The dossier's unit, or its successor today.
Turn with_unit(const Dossier& dossier, const Route* route, const Organisation& organisation, Date today,
               const char* hand) {
  return {organisation.holder("own_unit", dossier.unit, today).value_or(dossier.unit), unit_roles(route), hand};
}

Turn in_decision(const Dossier& dossier, const Decision& decision) {
  if (dossier.phase == Phase::decided) return {decision.authority, {kSigns}, "sign"};
  return {decision.authority, {kNumbers}, "number"};
}

}  // namespace

std::optional<Turn> turn_of(const Dossier& dossier, const Plan& plan, const Organisation& organisation,
                            const Decision* decision, Date today) {
  if (is_final(dossier.phase)) return std::nullopt;
  const Route* route = route_in(plan, dossier.form);
  if (dossier.correction) return with_unit(dossier, route, organisation, today, "confirm");
  if (detail::is_with_unit(dossier.phase)) return with_unit(dossier, route, organisation, today, "unit");
  if (dossier.phase == Phase::decided || dossier.phase == Phase::signed_) {
    if (!decision) return std::nullopt;
    return in_decision(dossier, *decision);
  }
  const Stage* stage = route ? detail::stage_of(*route, dossier.stage) : nullptr;
  if (!stage) return std::nullopt;
  return at_stage(dossier, *stage, organisation.holder(stage->office_role, dossier.unit, today));
}

std::vector<Role> roles_with_turns(const Plan& plan) {
  std::vector<Role> all;
  const auto add = [&](const auto& roles) { all.insert(all.end(), roles.begin(), roles.end()); };
  for (const Route& route : plan.routes) {
    add(unit_roles(&route));
    for (const Stage& stage : route.stages) {
      for (const auto* roles : {&stage.hands.receive, &stage.hands.propose, &stage.hands.send}) add(*roles);
      if (stage.kind == StageKind::decide) add(std::array{kSigns, kNumbers});
    }
  }
  std::ranges::sort(all);
  const auto twice = std::ranges::unique(all);
  all.erase(twice.begin(), twice.end());
  return all;
}

}  // namespace vinhdanh
