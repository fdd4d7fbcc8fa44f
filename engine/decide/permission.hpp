/// From the ways in which a command was tried to whether it is permitted, and why not.
#pragma once

#include <vector>

#include "engine/decide/attempts.hpp"

namespace vinhdanh::detail {

/// One way it was tried, and why it would be refused (empty: it would not).
struct Trial {
  Attempt attempt;
  std::vector<RefusalReason> reasons;
};

/// Allowed when one of the trials was accepted; otherwise with the reasons that stand against all of them.
Permission permission_of(Command command, const std::vector<Trial>& trials);

}  // namespace vinhdanh::detail
