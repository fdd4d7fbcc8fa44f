/// Ids and salts from the operating system's randomness.
#pragma once

#include <cstdint>
#include <mutex>

#include "engine/ports/clock.hpp"
#include "engine/ports/fresh.hpp"

namespace vinhdanh {

/// Safe from several threads. Ids are UUIDv7 (RFC 9562 section 5.7) and rise within a process, also when the clock stands
/// still or steps back: a 12-bit counter follows the milliseconds (section 6.2, method 1).
class RandomFresh final : public Fresh {
 public:
  /// Takes the system time of `clock`, which is borrowed.
  explicit RandomFresh(const Clock& clock) : clock_(clock) {}
  std::string id() override;
  std::string salt() override;

 private:
  const Clock& clock_;
  std::mutex mutex_;
  std::int64_t milliseconds_ = -1;
  unsigned counter_ = 0;
};

}  // namespace vinhdanh
