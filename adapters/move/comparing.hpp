/// Whether both sides of a move hold the same.
#pragma once

#include <string>
#include <vector>

#include "adapters/move/move_source.hpp"
#include "adapters/move/move_target.hpp"
#include "adapters/move/move_watch.hpp"

namespace vinhdanh::detail {

/// Identity, every row of every table in its order, readers' places, the bytes of every paper: one line for each table or paper
/// that differs, naming the first row by its key and never what is in it. Empty when nothing does. Throws StorageUnavailable,
/// SqlError.
std::vector<std::string> differences(MoveSource& source, MoveTarget& target, MoveWatch& watch);

}  // namespace vinhdanh::detail
