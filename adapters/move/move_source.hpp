/// The side of a move that is left.
#pragma once

#include <memory>
#include <string>

#include "adapters/home.hpp"
#include "adapters/move/moving_papers.hpp"

namespace vinhdanh::detail {

class Connection;

/// One moment of an installation, in which nobody else writes until this goes.
class MoveSource {
 public:
  virtual ~MoveSource() = default;
  /// To read in.
  [[nodiscard]] virtual Connection& session() = 0;
  [[nodiscard]] virtual MovingPapers& papers() = 0;
  /// Durable when it returns; whoever waited to write finds it. Nothing else is asked of this afterwards. Throws
  /// StorageUnavailable, SqlError.
  virtual void mark_moved(const std::string& where) = 0;
};

/// Throws CannotOpen, also while somebody writes there, or where what is there is still moving in itself.
std::unique_ptr<MoveSource> open_move_source(const Home& home);

}  // namespace vinhdanh::detail
