/// The two clocks: business time for events, deadlines and legal dates; system time for tokens and idempotency keys.
#pragma once

#include "engine/model/basics.hpp"

namespace vinhdanh {

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant business_now() const = 0;
  [[nodiscard]] virtual Instant system_now() const = 0;
};

}  // namespace vinhdanh
