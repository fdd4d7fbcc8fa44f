/// When a message that did not arrive is sent again.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "engine/ports/webhooks.hpp"

namespace vinhdanh {

/// Milliseconds after the first attempt that failed, the second, …; behind the last it is given up.
inline constexpr std::array<std::int64_t, 7> kWebhookPauses{5'000,      300'000,    1'800'000, 7'200'000,
                                                            18'000'000, 36'000'000, 36'000'000};
inline constexpr std::int64_t kMostAskedSeconds = 24 * 3'600;

/// The next attempt of a delivery that just failed, up to a tenth sooner or later than its pause says, so that those that failed
/// together do not come back together, but not before the receiver wants it: `asked` are seconds, and a day is the most.
/// Nothing: it is given up.
std::optional<Instant> next_attempt(const Delivery& failed, Instant now, const std::optional<std::int64_t>& asked);

/// What a receiver asked for, within bounds.
Instant asked_until(Instant now, std::int64_t seconds);

}  // namespace vinhdanh
