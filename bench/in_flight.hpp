/// Changes handed to a committer, a stated number of them on their way at any time.
#pragma once

#include <vector>

#include "adapters/committer.hpp"

namespace vinhdanh::bench {

/// Waits for all; results in the order of the changes. Throws std::runtime_error when one is not done.
std::vector<CommitResult> commit_in_flight(Committer& committer, std::vector<Change> changes, std::size_t in_flight);

}  // namespace vinhdanh::bench
