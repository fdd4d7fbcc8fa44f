/// Who looks on while an installation moves.
#pragma once

#include <cstdint>
#include <string>

namespace vinhdanh {

/// Copying and comparing go table by table, papers last.
enum class MovePhase { copying, comparing };

/// What stands when each is reached, after which a move may end in any way.
enum class MoveStep {
  prepared,  ///< the target has a schema and its mark
  copied,    ///< and everything else
  verified,  ///< it is the same, and sound
  marked,    ///< the source says where it went
};

class MoveWatch {
 public:
  virtual ~MoveWatch() = default;
  /// `done` rows or papers of `total`, counted on the source.
  virtual void went(MovePhase phase, const std::string& table, std::int64_t done, std::int64_t total) = 0;
  /// What it throws ends the move there.
  virtual void reached(MoveStep) {}
};

}  // namespace vinhdanh
