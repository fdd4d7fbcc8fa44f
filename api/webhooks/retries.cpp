// The pauses of Standard Webhooks, scattered by what each message is.
#include "api/webhooks/retries.hpp"

#include <algorithm>
#include <string>

#include "engine/codec/digest.hpp"

namespace vinhdanh {
namespace {

/// -1000 to 1000, the same whenever it is asked for the same attempt.
std::int64_t scatter_of(const Delivery& delivery) {
  const std::string digest = sha256_hex(delivery.key.webhook + delivery.event + std::to_string(delivery.attempts));
  return std::stoll(digest.substr(0, 8), nullptr, 16) % 2001 - 1000;
}

}  // namespace

Instant asked_until(Instant now, std::int64_t seconds) {
  return {now.milliseconds + std::clamp<std::int64_t>(seconds, 0, kMostAskedSeconds) * 1000};
}

std::optional<Instant> next_attempt(const Delivery& failed, Instant now, const std::optional<std::int64_t>& asked) {
  const auto done = static_cast<std::size_t>(std::max(failed.attempts, 1));
  if (done > kWebhookPauses.size()) return std::nullopt;
  const std::int64_t pause = kWebhookPauses[done - 1];
  const Instant next{now.milliseconds + pause + pause * scatter_of(failed) / 10'000};
  return asked ? std::max(next, asked_until(now, *asked)) : next;
}

}  // namespace vinhdanh
