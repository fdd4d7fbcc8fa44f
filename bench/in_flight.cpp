// A closed loop: whoever is answered hands in the next change.
#include "bench/in_flight.hpp"

#include <atomic>
#include <latch>
#include <stdexcept>

namespace vinhdanh::bench {
namespace {

class Loop {
 public:
  Loop(Committer& committer, std::vector<Change> changes)
      : committer_(committer),
        changes_(std::move(changes)),
        results_(changes_.size()),
        left_(static_cast<std::ptrdiff_t>(changes_.size())) {}

  void next() {
    const std::size_t i = given_++;
    if (i >= changes_.size()) return;
    committer_.submit(std::move(changes_[i]), [this, i](Fate fate) {
      if (fate.unknown || fate.result.status != CommitStatus::done) failed_ = true;
      results_[i] = std::move(fate.result);
      next();
      left_.count_down();
    });
  }
  std::vector<CommitResult> wait() {
    left_.wait();
    if (failed_) throw std::runtime_error("a measured change was not committed");
    return std::move(results_);
  }

 private:
  Committer& committer_;
  std::vector<Change> changes_;
  std::vector<CommitResult> results_;
  std::atomic<std::size_t> given_{0};
  std::atomic<bool> failed_{false};
  std::latch left_;
};

}  // namespace

std::vector<CommitResult> commit_in_flight(Committer& committer, std::vector<Change> changes,
                                           std::size_t in_flight) {
  Loop loop(committer, std::move(changes));
  for (std::size_t i = 0; i < in_flight; ++i) loop.next();
  return loop.wait();
}

}  // namespace vinhdanh::bench
