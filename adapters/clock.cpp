// Reads the system's clock, and shifts it for the demo.
#include "adapters/clock.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

namespace vinhdanh {

Instant SystemClock::business_now() const { return system_now(); }

Instant SystemClock::system_now() const {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
}

BusinessClock::BusinessClock(const Clock& base, std::int64_t offset, Keep keep, Kept kept)
    : base_(base), offset_(offset), keep_(std::move(keep)), kept_(std::move(kept)) {}

/// Under the lock.
void BusinessClock::follow() const {
  if (!kept_) return;
  try {
    offset_ = std::max(offset_, kept_());
  } catch (const std::exception&) {
    // The storage will say so itself to whoever writes.
  }
}

Instant BusinessClock::business_now() const {
  const std::lock_guard lock(mutex_);
  follow();
  return {base_.system_now().milliseconds + offset_};
}
Instant BusinessClock::system_now() const { return base_.system_now(); }

bool BusinessClock::move_to(Instant to) {
  const std::lock_guard lock(mutex_);
  follow();
  const std::int64_t offset = to.milliseconds - base_.system_now().milliseconds;
  if (offset < offset_) return false;
  keep_(offset);
  offset_ = offset;
  return true;
}

}  // namespace vinhdanh
