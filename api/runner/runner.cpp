// A minute at most between whole passes, a second between looks at the events.
#include "api/runner/runner.hpp"

#include <algorithm>
#include <chrono>

#include "engine/codec/json.hpp"

namespace vinhdanh {
namespace {

using namespace std::chrono_literals;
/// Between looks while commits follow upon each other.
constexpr std::chrono::milliseconds kSoon = 200ms;
/// Between questions for the lease: looks may come faster than it is worth a transaction.
constexpr auto kAsk = 1s;
constexpr auto kWhole = 60s;
constexpr std::chrono::milliseconds kAfterFault = 5s;
/// A node that is gone is replaced after this long; one that works renews it every second.
constexpr std::int64_t kTurn = 15'000;
constexpr const char* kTimeRuns = "time";

}  // namespace

Runner::Runner(const Deps& deps, RunnerOptions options, Logger log)
    : deps_(deps),
      look_(options.look_milliseconds),
      pass_(deps, std::move(options), log),
      log_(std::move(log)),
      thread_([this](const std::stop_token& stop) { live(stop); }) {}

Runner::~Runner() {
  thread_.request_stop();
  signal_.notify_all();
  thread_.join();
  try {
    if (deps_.leases != nullptr) deps_.leases->give_back(kTimeRuns);
  } catch (const std::exception&) {
    // It runs out by itself.
  }
}

bool Runner::is_my_turn() {
  if (deps_.leases == nullptr) return true;
  const auto now = std::chrono::steady_clock::now();
  if (now - asked_ < kAsk) return mine_;
  const Leased leased = deps_.leases->take(kTimeRuns, kTurn);
  asked_ = now;
  mine_ = leased != Leased::no;
  if (leased == Leased::anew) pass_.forget();
  return mine_;
}

void Runner::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  signal_.notify_all();
}

void Runner::look() {
  {
    const std::lock_guard lock(mutex_);
    looking_ = true;
  }
  signal_.notify_all();
}

void Runner::step(bool whole) {
  if (!is_my_turn()) return;
  if (whole || pass_.new_day()) pass_.run();
  else pass_.tell_events();
}

/// A look that is asked for cuts a pause short, but not to less than `soon`.
void Runner::wait(std::unique_lock<std::mutex>& lock, const std::stop_token& stop, std::chrono::milliseconds soon,
                  std::chrono::milliseconds pause) {
  if (!signal_.wait_for(lock, stop, soon, [this] { return woken_; }))
    signal_.wait_for(lock, stop, pause - soon, [this] { return woken_ || looking_; });
  looking_ = false;
}

void Runner::live(const std::stop_token& stop) {
  auto last = std::chrono::steady_clock::now() - kWhole;
  std::chrono::milliseconds soon = 0s;
  std::chrono::milliseconds pause = 0s;
  while (!stop.stop_requested()) {
    bool whole = false;
    {
      std::unique_lock lock(mutex_);
      wait(lock, stop, soon, pause);
      if (stop.stop_requested()) return;
      whole = std::exchange(woken_, false) || std::chrono::steady_clock::now() - last >= kWhole;
    }
    try {
      step(whole);
      if (whole) last = std::chrono::steady_clock::now();
      pause = look_;
      soon = std::min(look_, kSoon);
    } catch (const std::exception& fault) {
      log_.error("the deadline runner met a fault and will try again", {{"fault", fault.what()}});
      soon = pause = kAfterFault;
    }
  }
}

}  // namespace vinhdanh
