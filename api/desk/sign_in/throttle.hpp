/// Holds guessing back: longer and longer for one login from one address, and evenly for one address.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "engine/model/basics.hpp"

namespace vinhdanh {

/// Nobody can lock another's account: what is slowed down is the address that guesses. An IPv6 address counts as its
/// /64. Only wrong codes after the right password count by person, from wherever they come. Safe from several threads.
/// Forgets over a restart.
class Throttle {
 public:
  /// Seconds to wait before this login may be tried from this address; 0 when it may be tried now, and then it is
  /// counted.
  int wait(const std::string& login, const std::string& address, Instant system_now);
  void failed(const std::string& login, const std::string& address, Instant system_now);
  /// Forgets the failures of this login at this address.
  void succeeded(const std::string& login, const std::string& address);

  /// Counts a code that is about to be compared; false when too many were wrong.
  bool try_code(const std::string& person, Instant system_now);
  /// Takes that code out of the count again, and no other: the holder's own sign-ins don't give a guesser new tries.
  void code_was_right(const std::string& person);
  /// Seconds until a code of this person may be tried.
  int code_wait(const std::string& person, Instant system_now);

  static constexpr int free_failures = 5;      ///< of one login from one address; then 1 s, 2 s, 4 s …
  static constexpr int longest_wait = 900;     ///< seconds
  static constexpr int address_failures = 20;  ///< of all logins from one address, one of them forgiven every 15 s
  static constexpr int address_attempts = 60;  ///< also good ones, two of them forgiven every second
  static constexpr int wrong_codes = 10;       ///< of one person, one of them forgiven every 6 minutes

 private:
  struct Failures {
    int count = 0;
    std::int64_t last = 0;
  };
  /// Fills by one, and empties with the time.
  struct Bucket {
    double level = 0;
    std::int64_t at = 0;
  };
  static void empty(Bucket& bucket, std::int64_t now, double per_second);
  void tidy(std::int64_t now);

  std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, Failures> failures_;  ///< by hash of the login, and address
  std::map<std::string, Bucket> failed_;
  std::map<std::string, Bucket> tried_;
  std::map<std::string, Bucket> codes_;  ///< by person; no more than have a second factor
};

}  // namespace vinhdanh
