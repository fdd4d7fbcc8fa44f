/// Whose turn it is: an office and the roles there that may take the usual next step.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/definition/organisation.hpp"
#include "engine/definition/plan.hpp"
#include "engine/model/dossier.hpp"

namespace vinhdanh {

struct Turn {
  std::optional<OfficeId> office;  ///< null while nobody holds the stage's office role
  std::vector<Role> roles;
  std::string hand;                ///< unit, confirm, receive, propose, send, record, sign, number
  /// Whoever took the dossier up has this step to himself: a colleague waits until he lets go. The other steps are open to
  /// all their roles, whoever took it up.
  bool one_hand = false;
};

/// Nothing for a dossier at its end. `decision` is the one the dossier is in, null where there is none.
std::optional<Turn> turn_of(const Dossier& dossier, const Plan& plan, const Organisation& organisation,
                            const Decision* decision, Date today);

/// Every role whose turn may come somewhere under this plan, each once.
std::vector<Role> roles_with_turns(const Plan& plan);

}  // namespace vinhdanh
