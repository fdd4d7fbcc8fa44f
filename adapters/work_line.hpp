/// A line of jobs that take long and that no worker of the server may be held up by.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace vinhdanh {

/// Two threads, so that jobs that need much memory (passwords) never need more than twice as much.
class WorkLine {
 public:
  WorkLine() = default;
  /// What has not begun is dropped.
  ~WorkLine();
  WorkLine(const WorkLine&) = delete;
  WorkLine& operator=(const WorkLine&) = delete;

  static constexpr std::size_t most_waiting = 16;
  /// False when too many jobs wait already. A job answers for what goes wrong in it: it must not throw.
  bool start(std::function<void()> job);

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> waiting_;
  bool ending_ = false;
  std::vector<std::thread> threads_;  ///< made when first needed
};

}  // namespace vinhdanh
