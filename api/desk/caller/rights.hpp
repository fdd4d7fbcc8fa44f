/// What a role may see and do at all, whatever the thing: what the doors of the routes let in, what the desk asks before it
/// looks at a thing, and what a caller is told that he may.
#pragma once

#include <vector>

#include "engine/model/vocabulary.hpp"
#include "engine/ports/rulebook.hpp"
#include "engine/refusal/refusal.hpp"

namespace vinhdanh {

enum class Right {
  read_dossiers,  ///< and submissions, lists, views, what is verified of one
  work_dossiers,  ///< somewhere under a plan it is this role's turn
  open_submission, open_dossier,
  read_occasions, open_occasion, close_occasion,
  read_decisions, open_decision,
  read_duties, hand_in_duties, reopen_duties,
  verify_store, read_access_log,
  manage_accounts, manage_appointments,
  read_definitions, bring_definitions, activate_definitions,
  read_webhooks, make_webhooks, read_all_webhooks,
};
VINHDANH_NAMES(Right, "read_dossiers", "work_dossiers", "open_submission", "open_dossier", "read_occasions",
               "open_occasion", "close_occasion", "read_decisions", "open_decision", "read_duties", "hand_in_duties",
               "reopen_duties", "verify_store", "read_access_log", "manage_accounts", "manage_appointments",
               "read_definitions", "bring_definitions", "activate_definitions", "read_webhooks", "make_webhooks",
               "read_all_webhooks");

/// Who has a right that no plan has a say in. Throws std::logic_error for one that depends on the plans.
const std::vector<Role>& roles_with(Right right);
bool has_right(Role role, Right right);

/// `not_in_role` with the roles that have the right.
RefusalReason lacks_right(Right right);

/// All rights of a role under the plans that are known now, in the order of the enumeration.
std::vector<Right> rights_of(Role role, const Rulebook& rulebook);

}  // namespace vinhdanh
