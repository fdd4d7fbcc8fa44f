// A second between looks at the events, a minute between whole passes.
#include "api/runner/runner.hpp"

#include <chrono>
#include <nlohmann/json.hpp>

namespace vinhdanh {
namespace {

using namespace std::chrono_literals;
constexpr auto kLook = 1s;
constexpr auto kWhole = 60s;
constexpr auto kAfterFault = 5s;
/// A node that is gone is replaced after this long; one that works renews it every second.
constexpr std::int64_t kTurn = 15'000;
constexpr const char* kTimeRuns = "time";

}  // namespace

Runner::Runner(const Deps& deps, RunnerOptions options, Logger log)
    : deps_(deps), pass_(deps, std::move(options), log), log_(std::move(log)), thread_([this](const std::stop_token& stop) {
        live(stop);
      }) {}

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
  const Leased leased = deps_.leases->take(kTimeRuns, kTurn);
  if (leased == Leased::anew) pass_.forget();
  return leased != Leased::no;
}

void Runner::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  signal_.notify_all();
}

void Runner::step(bool whole) {
  if (!is_my_turn()) return;
  if (whole || pass_.new_day()) pass_.run();
  else pass_.tell_events();
}

void Runner::live(const std::stop_token& stop) {
  auto last = std::chrono::steady_clock::now() - kWhole;
  std::chrono::nanoseconds pause = 0s;
  while (!stop.stop_requested()) {
    bool whole = false;
    {
      std::unique_lock lock(mutex_);
      signal_.wait_for(lock, stop, pause, [this] { return woken_; });
      if (stop.stop_requested()) return;
      whole = std::exchange(woken_, false) || std::chrono::steady_clock::now() - last >= kWhole;
    }
    try {
      step(whole);
      if (whole) last = std::chrono::steady_clock::now();
      pause = kLook;
    } catch (const std::exception& fault) {
      log_.error("the deadline runner met a fault and will try again", {{"fault", fault.what()}});
      pause = kAfterFault;
    }
  }
}

}  // namespace vinhdanh
