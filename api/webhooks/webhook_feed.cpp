// Pages of the feed, judged for all webhooks together.
#include "api/webhooks/webhook_feed.hpp"

#include <algorithm>

#include "api/desk/caller/authenticate.hpp"
#include "engine/codec/codec.hpp"

namespace vinhdanh {
namespace {

constexpr int feed_page = 200;
/// After a restart no more than these are read again.
constexpr int most_unkept = 1'000;

bool is_wanted(const Webhook& webhook, const Event& event) {
  return webhook.types.empty() || std::ranges::binary_search(webhook.types, type_of(event.body));
}

}  // namespace

void WebhookFeed::refresh(bool places, const std::set<std::string>& replayed) {
  std::list<Follower> now;
  for (Webhook& webhook : deps_.webhooks.webhooks()) {
    if (webhook.paused) continue;
    const auto known = std::ranges::find(followers_, webhook.id, [](const Follower& it) { return it.webhook.id; });
    const bool anew = known == followers_.end() || replayed.contains(webhook.id);
    Follower follower;
    if (!anew) follower = *known;
    if (places || anew) {
      const FeedPlace place = deps_.webhooks.webhook_place(webhook.id);
      if (anew || place != follower.kept) follower = {{}, place, place};
    }
    follower.webhook = std::move(webhook);
    now.push_back(std::move(follower));
  }
  followers_ = std::move(now);
}

std::vector<Webhook> WebhookFeed::webhooks() const {
  std::vector<Webhook> all;
  for (const Follower& it : followers_) all.push_back(it.webhook);
  return all;
}

bool WebhookFeed::run() {
  bool put = false;
  while (!followers_.empty() && advance(put)) {
  }
  return put;
}

/// Those who are furthest behind set the page; all who are as far or behind it get what is new to them.
bool WebhookFeed::advance(bool& put) {
  const auto slowest = std::ranges::min_element(followers_, {}, &Follower::passed);
  const auto page = deps_.notices.feed(slowest->passed, feed_page);
  if (page.empty()) return false;
  Owners owners;
  for (Follower& it : followers_) it.found.clear();
  for (const FedEvent& fed : page) {
    if (fed.event.event.id.empty()) continue;  // it does not parse: `verify` names it
    SeenBy seen(deps_, fed.event.event);
    for (Follower& it : followers_) offer(it, fed, seen, owners);
  }
  const FeedPlace& end = page.back().place;
  for (Follower& it : followers_) {
    if (it.passed >= end) continue;
    it.unkept += static_cast<int>(std::ranges::count_if(page, [&](const FedEvent& fed) { return fed.place > it.passed; }));
    if (it.found.empty() && it.unkept < most_unkept) it.passed = end;
    else put = keep(it, end) || put;
  }
  std::erase_if(followers_, [](const Follower& it) { return it.gone; });
  return true;
}

void WebhookFeed::offer(Follower& follower, const FedEvent& fed, SeenBy& seen, Owners& owners) const {
  const Webhook& webhook = follower.webhook;
  const Event& event = fed.event.event;
  if (fed.place <= follower.passed || !is_wanted(webhook, event)) return;
  const auto [owner, is_new] = owners.try_emplace(webhook.appointment);
  if (is_new) owner->second = actor_in_force(deps_, webhook.appointment);
  if (!owner->second || !seen(*owner->second)) return;
  follower.found.push_back({{webhook.id, event.stream, event.stream_id, fed.event.n}, event.id, 0, deps_.clock.system_now(), false, ""});
}

bool WebhookFeed::keep(Follower& follower, const FeedPlace& to) {
  const bool kept = deps_.webhooks.put_deliveries(follower.webhook.id, follower.found, follower.kept, to);
  follower.kept = kept ? to : deps_.webhooks.webhook_place(follower.webhook.id);
  follower.passed = follower.kept;
  follower.unkept = 0;
  follower.gone = !kept && !deps_.webhooks.webhook(follower.webhook.id);
  return kept;
}

}  // namespace vinhdanh
