/// Why a move was not begun or not finished, where neither side is out of reach.
#pragma once

#include <stdexcept>
#include <string>

namespace vinhdanh {

enum class MoveFault {
  target_used,       ///< it holds something
  target_half_full,  ///< an earlier move into it did not finish
  already_moved,     ///< both sides are marked as they are after this very move
  different,         ///< the target is not what the source is, or not sound in itself
};

/// In a sentence for the operator.
struct MoveRefused : std::runtime_error {
  MoveRefused(MoveFault why, const std::string& sentence) : std::runtime_error(sentence), fault(why) {}
  MoveFault fault;
};

}  // namespace vinhdanh
