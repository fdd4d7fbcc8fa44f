/// Passwords as argon2id strings, by libsodium.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace vinhdanh {

/// What one hash costs whoever makes it.
struct PasswordCost {
  unsigned long long passes = 3;
  std::size_t memory = 64u << 20;  ///< bytes, while it is being made
};

class Passwords {
 public:
  explicit Passwords(PasswordCost cost = {});

  /// A PHC string with a new salt. Throws std::runtime_error when the memory can't be had.
  [[nodiscard]] std::string hash(const std::string& password) const;
  [[nodiscard]] bool matches(const std::string& phc, const std::string& password) const;
  /// Makes what `match_nobody` compares with, once: called for each sign-in, so that the first one takes as long
  /// whether somebody has the login or nobody.
  void prepare() const;
  /// Takes the time of `matches` and matches nothing: for a login that nobody has.
  void match_nobody(const std::string& password) const;

 private:
  PasswordCost cost_;
  mutable std::once_flag made_nobody_;
  mutable std::string nobody_;
};

/// Two threads for work that hashes, so that sign-ins neither use up the memory nor hold the workers up.
class HashingLine {
 public:
  HashingLine() = default;
  /// What has not begun is dropped.
  ~HashingLine();
  HashingLine(const HashingLine&) = delete;
  HashingLine& operator=(const HashingLine&) = delete;

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
