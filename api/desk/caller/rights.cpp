// What a role may see and do at all, whatever the thing.
#include "api/desk/caller/rights.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/deadline/duty_days.hpp"
#include "engine/decide/turn.hpp"

namespace vinhdanh {

namespace {

using Roles = std::vector<Role>;

bool is_among(const Roles& roles, Role role) { return std::ranges::find(roles, role) != roles.end(); }

/// Administrators and definition managers rule the house and have no business in it.
Roles everyone_in_business() {
  Roles roles;
  for (std::size_t i = 0; i < Names<Role>::all.size(); ++i) {
    const auto role = static_cast<Role>(i);
    if (role != Role::administrator && role != Role::definition_manager) roles.push_back(role);
  }
  return roles;
}

Roles and_administrators(Roles roles) {
  roles.push_back(Role::administrator);
  return roles;
}

const Roles kBusiness = everyone_in_business();
const Roles kBusinessAndAdministrators = and_administrators(kBusiness);
const Roles kNominators{Role::unit_clerk, Role::unit_head};
const Roles kBoard{Role::board_officer};
const Roles kDrafters{Role::specialist, Role::appraiser,      Role::office_head,
                     Role::decider,    Role::registry_clerk, Role::unit_clerk};
const Roles kAuditors{Role::auditor};
const Roles kAdministrators{Role::administrator};
const Roles kManagers{Role::definition_manager};
const Roles kReadersOfDefinitions{Role::definition_manager, Role::administrator, Role::auditor};

bool depends_on_plans(Right right) { return right == Right::work_dossiers || right == Right::hand_in_duties; }

bool is_given_by(const Plan& plan, Right right, Role role) {
  if (right == Right::work_dossiers) return is_among(roles_with_turns(plan), role);
  return std::ranges::any_of(plan.duties, [&](const Duty& duty) { return is_among(duty_roles(duty), role); });
}

}  // namespace

const std::vector<Role>& roles_with(Right right) {
  switch (right) {
    case Right::read_dossiers:
    case Right::read_occasions:
    case Right::read_decisions:
    case Right::read_duties:
    case Right::make_webhooks:
      return kBusiness;
    case Right::open_submission:
    case Right::open_dossier:
      return kNominators;
    case Right::open_occasion:
    case Right::close_occasion:
    case Right::reopen_duties:
      return kBoard;
    case Right::open_decision:
      return kDrafters;
    case Right::verify_store:
    case Right::read_access_log:
      return kAuditors;
    case Right::manage_accounts:
    case Right::manage_appointments:
    case Right::read_all_webhooks:
      return kAdministrators;
    case Right::read_definitions:
      return kReadersOfDefinitions;
    case Right::bring_definitions:
    case Right::activate_definitions:
      return kManagers;
    case Right::read_webhooks:
      return kBusinessAndAdministrators;
    case Right::work_dossiers:
    case Right::hand_in_duties:
      break;
  }
  throw std::logic_error("the plans say who has the right " + std::string(name_of(right)));
}

bool has_right(Role role, Right right) { return is_among(roles_with(right), role); }

RefusalReason lacks_right(Right right) {
  std::string names;
  for (const Role role : roles_with(right)) names += (names.empty() ? "" : ", ") + std::string(name_of(role));
  return {Reason::not_in_role, {{"role", names}}, {}, {}};
}

std::vector<Right> rights_of(Role role, const Rulebook& rulebook) {
  const auto plans = rulebook.plans();
  std::vector<Right> rights;
  for (std::size_t i = 0; i < Names<Right>::all.size(); ++i) {
    const auto right = static_cast<Right>(i);
    const auto gives = [&](const Plan* plan) { return is_given_by(*plan, right, role); };
    if (depends_on_plans(right) ? std::ranges::any_of(plans, gives) : has_right(role, right)) rights.push_back(right);
  }
  return rights;
}

}  // namespace vinhdanh
