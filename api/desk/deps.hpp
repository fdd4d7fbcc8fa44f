/// What the desk works with; the composition root owns all of it and outlives the desk.
#pragma once

#include <functional>

#include "adapters/committer.hpp"
#include "engine/decide/lifecycle.hpp"
#include "engine/ports/access_log.hpp"
#include "engine/ports/blobs.hpp"
#include "engine/ports/clock.hpp"
#include "engine/ports/duties.hpp"
#include "engine/ports/fresh.hpp"
#include "engine/ports/leases.hpp"
#include "engine/ports/lists.hpp"
#include "engine/ports/notices.hpp"
#include "engine/ports/rulebook.hpp"
#include "engine/ports/sign_in.hpp"
#include "engine/ports/store.hpp"
#include "engine/ports/webhooks.hpp"

namespace vinhdanh {

struct Deps {
  Store& store;
  Lists& lists;
  Notices& notices;
  Webhooks& webhooks;
  Duties& duties;
  SignInStore& sign_in;
  AccessLog& access_log;
  Committer& committer;
  BlobStore& blobs;
  Clock& clock;
  Fresh& fresh;  ///< called from several threads
  const Rulebook& rulebook;
  const Lifecycle& lifecycle;
  /// Runs a job on a worker thread: a change that must be decided again leaves the committer's thread through it.
  /// Empty: the job runs where it is.
  std::function<void(std::function<void()>)> later;
  /// Moves the business clock forward; set in demo mode only. False when it would go back.
  std::function<bool(Instant)> move_clock;
  Leases* leases = nullptr;  ///< none where no other node shares the work
};

}  // namespace vinhdanh
