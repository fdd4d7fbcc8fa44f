/// Moves an installation with all its data from one place to another, folder or database.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "adapters/home.hpp"
#include "adapters/move/move_refused.hpp"
#include "adapters/move/move_watch.hpp"
#include "adapters/open_fault.hpp"

namespace vinhdanh {

struct MoveRequest {
  Home from;             ///< a database's address is its owner's
  Home to;               ///< a new or empty folder, or a schema that holds nothing; an address is its owner's
  std::string app_role;  ///< of a database that is moved into: the role that nodes connect as
};

struct Moved {
  std::string instance;
  bool finished_earlier = false;  ///< everything had come before, and only the last mark was missing: nothing is counted
  std::int64_t rows = 0;
  std::int64_t events = 0;
  std::int64_t papers = 0;
};

/// What is wrong with what came, one line for each fault.
using Prover = std::function<std::vector<std::string>(const OpenHome&)>;

/// The source is served until the target is found to be the same and sound; from then on the target is, and never both.
/// Wherever this ends, with an exception or the process, the source keeps its data, and one of them can be served: or, if it
/// ends between their two marks, neither until the same move is run again. Throws MoveRefused, CannotOpen, StorageUnavailable.
Moved move_installation(const MoveRequest& request, const Prover& prove, MoveWatch& watch);

}  // namespace vinhdanh
