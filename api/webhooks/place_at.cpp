// A search by halves: times rise along the feed, but for a margin.
#include "api/webhooks/place_at.hpp"

#include <algorithm>

namespace vinhdanh {
namespace {

constexpr std::int64_t margin = 60'000;
/// So many may stand together that do not parse and have no time.
constexpr int looked_at = 20;

bool begins_later(const Notices& notices, const FeedPlace& place, Instant since) {
  const auto page = notices.feed(place, looked_at);
  const auto first = std::ranges::find_if(page, [](const FedEvent& fed) { return !fed.event.event.id.empty(); });
  return first == page.end() || first->event.event.at.milliseconds >= since.milliseconds - margin;
}

}  // namespace

FeedPlace place_before(const Notices& notices, Instant since) {
  const FeedPlace newest = notices.newest();
  const bool by_transaction = newest.transaction > 0;
  const auto place_at = [&](std::int64_t number) { return by_transaction ? FeedPlace{number, 0} : FeedPlace{0, number}; };
  std::int64_t low = 0;
  std::int64_t high = by_transaction ? newest.transaction + 1 : newest.seq;
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    if (begins_later(notices, place_at(middle), since)) high = middle;
    else low = middle + 1;
  }
  return place_at(low);
}

}  // namespace vinhdanh
