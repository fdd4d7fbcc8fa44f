/// Passwords as argon2id strings, by libsodium.
#pragma once

#include <cstddef>
#include <mutex>
#include <string>

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

}  // namespace vinhdanh
