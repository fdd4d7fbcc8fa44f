/// Nodes of one installation tell each other at once that something was committed.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <thread>

#include "adapters/files/descriptor.hpp"

namespace vinhdanh {

namespace detail {
class PqxxListener;
}

/// A hint: it may be lost, and who waits for one looks by himself now and then. A thread with a session of its own, which is made
/// anew when it breaks. Safe from several threads.
class CommitHints {
 public:
  /// `address` as libpq takes it; `instance` is the installation's id. `heard` is called when another node committed, and when
  /// it may have while nobody listened; `fault` gets a sentence when no session can be had, once until there is one again. Both
  /// on the thread; they must not block nor throw.
  CommitHints(const std::string& address, const std::string& instance, std::function<void()> heard,
              std::function<void(const std::string&)> fault);
  ~CommitHints();
  CommitHints(const CommitHints&) = delete;
  CommitHints& operator=(const CommitHints&) = delete;

  /// Something was committed here. Does not wait: the others are told soon, once for all that was committed meanwhile.
  void committed() { signal(); }

 private:
  void live();
  void follow(detail::PqxxListener& listener);
  void wait(int session, std::optional<std::chrono::steady_clock::time_point> then);
  void signal() const;

  const std::string address_;
  const std::string channel_;
  const std::function<void()> heard_;
  const std::function<void(const std::string&)> fault_;
  const Descriptor signal_;
  std::atomic<bool> ending_{false};
  bool owed_ = false;  ///< of the thread: the others have yet to be told
  std::thread thread_;
};

}  // namespace vinhdanh
