/// The clocks the program runs on.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>

#include "engine/ports/clock.hpp"

namespace vinhdanh {

/// Business time is real time.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant business_now() const override;
  [[nodiscard]] Instant system_now() const override;
};

/// Demos: business time is real time plus a stored offset, and it only moves forward.
class BusinessClock final : public Clock {
 public:
  using Keep = std::function<void(std::int64_t offset)>;
  using Kept = std::function<std::int64_t()>;

  /// `offset` in milliseconds is what `keep` was last called with, 0 for a new folder. `keep` makes an offset durable; when
  /// it throws, the clock stays where it was. Where other nodes move it too, `kept` says where it stands, and is asked each time;
  /// what it throws is taken for no news. `base` is borrowed.
  BusinessClock(const Clock& base, std::int64_t offset, Keep keep, Kept kept = {});

  [[nodiscard]] Instant business_now() const override;
  [[nodiscard]] Instant system_now() const override;
  /// False, and nothing moves, when `to` is before business time. Safe from several threads.
  bool move_to(Instant to);

 private:
  void follow() const;

  const Clock& base_;
  mutable std::mutex mutex_;
  mutable std::int64_t offset_;
  Keep keep_;
  Kept kept_;
};

}  // namespace vinhdanh
