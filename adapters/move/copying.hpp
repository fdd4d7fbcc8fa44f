/// Everything of one side, written into the other.
#pragma once

#include "adapters/move/move_source.hpp"
#include "adapters/move/move_target.hpp"
#include "adapters/move/move_watch.hpp"

namespace vinhdanh::detail {

/// How much came.
struct Copied {
  std::int64_t rows = 0;
  std::int64_t events = 0;
  std::int64_t papers = 0;
};

/// Inside the target's transaction. Throws StorageUnavailable, SqlError.
Copied copy_everything(MoveSource& source, MoveTarget& target, MoveWatch& watch);

}  // namespace vinhdanh::detail
