/// Whose turn it is: an office and the roles there that may take the usual next step.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/desk/deps.hpp"

namespace vinhdanh {

struct Turn {
  std::optional<OfficeId> office;
  std::vector<Role> roles;
  std::string hand;  ///< unit, confirm, receive, propose, send, sign, number
};

/// Nothing for a dossier at its end.
std::optional<Turn> turn_of(const Deps& deps, const Dossier& dossier, const Plan& plan);

}  // namespace vinhdanh
