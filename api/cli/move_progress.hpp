/// How far a move has come, for whoever waits for it.
#pragma once

#include <chrono>
#include <ostream>

#include "adapters/move/move_watch.hpp"

namespace vinhdanh {

enum class ProgressForm {
  none,   ///< for programs
  lines,  ///< one for each table that was done
  bar,    ///< on a terminal, one that is drawn anew
};

class MoveProgress final : public MoveWatch {
 public:
  /// `out` is borrowed.
  MoveProgress(std::ostream& out, ProgressForm form) : out_(out), form_(form) {}
  /// Ends a bar that did not come to its end.
  ~MoveProgress() override;
  MoveProgress(const MoveProgress&) = delete;
  MoveProgress& operator=(const MoveProgress&) = delete;
  void went(MovePhase phase, const std::string& table, std::int64_t done, std::int64_t total) override;

 private:
  void draw(const std::string& what, std::int64_t done, std::int64_t total);

  std::ostream& out_;
  const ProgressForm form_;
  bool in_line_ = false;
  std::chrono::steady_clock::time_point drawn_{};
};

}  // namespace vinhdanh
