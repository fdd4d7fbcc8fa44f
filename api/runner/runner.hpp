/// The thread that lets time run: it looks at least every minute, when a day begins, and when it is woken. Of several nodes one
/// does so, and another when it is gone.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "api/runner/pass.hpp"

namespace vinhdanh {

class Runner {
 public:
  /// Starts with a whole pass, which catches up. `deps` outlives it.
  Runner(const Deps& deps, RunnerOptions options, Logger log);
  /// Ends after the pass that is under way.
  ~Runner();
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;

  /// A whole pass at once, as when the clock was moved. From any thread; does not wait for it.
  void wake();
  /// Something was committed: its events are told soon. From any thread; does not wait.
  void look();

 private:
  void live(const std::stop_token& stop);
  [[nodiscard]] bool is_my_turn();
  void wait(std::unique_lock<std::mutex>& lock, const std::stop_token& stop, std::chrono::milliseconds soon,
            std::chrono::milliseconds pause);
  void step(bool whole);

  const Deps& deps_;
  const std::chrono::milliseconds look_;
  Pass pass_;
  Logger log_;
  std::mutex mutex_;
  std::condition_variable_any signal_;
  bool woken_ = true;
  bool looking_ = false;
  bool mine_ = false;  ///< of the thread, like `asked_`: when it last asked for the lease, and whether it has it
  std::chrono::steady_clock::time_point asked_;
  std::jthread thread_;  ///< last: it starts when everything above stands
};

}  // namespace vinhdanh
