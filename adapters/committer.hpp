/// Gathers changes from many threads into few commits, and calls each one back when its fate is known.
#pragma once

#include <functional>
#include <memory>

#include "engine/ports/store.hpp"

namespace vinhdanh {

/// The fate of one change. `unknown`: the commit failed in a way that leaves the outcome open; answer 503.
struct Fate {
  bool unknown = false;
  CommitResult result;
};

/// One thread of its own. A lone change is committed at once; changes that arrive while a commit runs go together in the
/// next, at most 64, and at most one per guarded dossier, quota key and register (others wait for the following one).
class Committer {
 public:
  explicit Committer(Store& store);
  ~Committer();  ///< commits what is queued, then ends
  Committer(const Committer&) = delete;
  Committer& operator=(const Committer&) = delete;

  /// `done` is called on the committer's thread; it must not block. Never throws; after a failed store every fate is unknown.
  void submit(Change change, std::function<void(Fate)> done);

 private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace vinhdanh
