/// Gathers changes from many threads into few commits, and calls each one back when its fate is known.
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "engine/ports/store.hpp"

namespace vinhdanh {

/// The fate of one change.
struct Fate {
  /// Storage failed and `result` says nothing: unless `unwritten`, the change may have been done all the same. Answer 503.
  bool unknown = false;
  CommitResult result;
  bool unwritten = false;  ///< with `unknown`: nothing of it was written
};

/// Told of each batch on a thread of the committer's, one at a time, before anybody hears his change's fate: the results, or none of them and
/// `failed`. Must not throw.
using CommitObserver = std::function<void(std::span<const CommitResult> results, bool failed)>;

/// As many threads as the store commits at once. A lone change is committed at once; changes that arrive while all of them
/// commit go together in the next, at most 64, and no two at work at a time that contend for one thing (adapters/holds.hpp):
/// others wait for their turn.
class Committer {
 public:
  explicit Committer(Store& store, CommitObserver observer = {});
  ~Committer();  ///< commits what is queued, then ends
  Committer(const Committer&) = delete;
  Committer& operator=(const Committer&) = delete;

  /// `done` is called on a thread of the committer's; it must not block. Never throws; while storage fails every fate is unknown.
  void submit(Change change, std::function<void(Fate)> done);

 private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace vinhdanh
