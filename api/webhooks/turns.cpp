// Counts and rests.
#include "api/webhooks/turns.hpp"

#include <algorithm>

#include "adapters/webhooks/targets.hpp"

namespace vinhdanh {
namespace {

constexpr std::int64_t first_rest = 4'000;
constexpr std::int64_t longest_rest = 240'000;
constexpr int most_doublings = 6;

}  // namespace

void WebhookTurns::know(const std::vector<Webhook>& webhooks) {
  std::erase_if(standings_, [&](const auto& entry) {
    const auto is_it = [&](const Webhook& webhook) { return webhook.id == entry.first; };
    return entry.second.under_way == 0 && std::ranges::none_of(webhooks, is_it);
  });
  for (const Webhook& webhook : webhooks) standings_[webhook.id].receiver = origin_of(webhook.url);
}

std::map<std::string, int> WebhookTurns::under_way() const {
  std::map<std::string, int> counts;
  for (const auto& [id, standing] : standings_) counts[standing.receiver] += standing.under_way;
  return counts;
}

std::vector<std::string> WebhookTurns::resting(Instant now) const {
  const auto counts = under_way();
  std::vector<std::string> found;
  for (const auto& [id, standing] : standings_) {
    const bool tries = standing.failures > 0 && standing.under_way > 0;
    if (standing.rests_until > now || tries || counts.at(standing.receiver) >= most_at_once_) found.push_back(id);
  }
  return found;
}

void WebhookTurns::began(const Webhook& webhook) {
  Standing& standing = standings_[webhook.id];
  standing.receiver = origin_of(webhook.url);
  ++standing.under_way;
}

void WebhookTurns::ended(const std::string& webhook) { --standings_[webhook].under_way; }

void WebhookTurns::wake(const std::string& webhook) {
  Standing& standing = standings_[webhook];
  standing.failures = 0;
  standing.rests_until = {};
}

void WebhookTurns::failed(const std::string& webhook, Instant now, Instant asked) {
  Standing& standing = standings_[webhook];
  const std::int64_t rest = std::min(first_rest << std::min(standing.failures, most_doublings), longest_rest);
  ++standing.failures;
  standing.rests_until = std::max(Instant{now.milliseconds + rest}, asked);
}

}  // namespace vinhdanh
