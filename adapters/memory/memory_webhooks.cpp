// The webhooks and their deliveries of the memory store.
#include "adapters/memory/memory_webhooks.hpp"

#include <algorithm>

#include "adapters/memory/inner.hpp"

namespace vinhdanh {
namespace {

using detail::DeliveryPlace;
using detail::KeptDelivery;
using detail::KeptWebhook;
using detail::Tables;

/// As a reader of the feed.
std::string reader_of(const std::string& webhook) { return "webhook:" + webhook; }

DeliveryPlace place_of(const DeliveryKey& key) {
  return {key.webhook, {std::string(name_of(key.stream)), key.stream_id}, key.n};
}

KeptDelivery* find_delivery(Tables& tables, const DeliveryKey& key) {
  const auto at = tables.deliveries.find(place_of(key));
  return at == tables.deliveries.end() ? nullptr : &at->second;
}

bool is_of(const DeliveryPlace& place, const std::string& webhook) { return std::get<0>(place) == webhook; }

bool is_same_stream(const DeliveryPlace& a, const DeliveryPlace& b) {
  return std::get<0>(a) == std::get<0>(b) && std::get<1>(a) == std::get<1>(b);
}

/// The first that waits of each webhook and stream of which nobody has any.
std::vector<KeptDelivery*> free_heads(Tables& tables, Instant now) {
  std::vector<KeptDelivery*> heads;
  for (auto at = tables.deliveries.begin(); at != tables.deliveries.end();) {
    KeptDelivery* head = nullptr;
    bool is_taken = false;
    const DeliveryPlace& stream = at->first;
    for (; at != tables.deliveries.end() && is_same_stream(stream, at->first); ++at) {
      if (at->second.delivery.dead) continue;
      if (!head) head = &at->second;
      is_taken = is_taken || at->second.leased > now;
    }
    if (head && !is_taken && !tables.webhooks.at(std::get<0>(stream)).webhook.paused) heads.push_back(head);
  }
  return heads;
}

void wait_anew(KeptDelivery& it, Instant due) {
  it.delivery.attempts = 0;
  it.delivery.due = due;
  it.delivery.dead = false;
  it.delivery.why.clear();
}

}  // namespace

std::vector<Webhook> MemoryWebhooks::webhooks() const {
  const auto lock = store_.inner_->alone();
  std::vector<Webhook> found;
  for (const auto& [id, it] : store_.inner_->tables.webhooks) found.push_back(it.webhook);
  return found;
}

std::optional<Webhook> MemoryWebhooks::webhook(const std::string& id) const {
  const auto lock = store_.inner_->alone();
  const auto& all = store_.inner_->tables.webhooks;
  const auto at = all.find(id);
  if (at == all.end()) return std::nullopt;
  return at->second.webhook;
}

void MemoryWebhooks::add_webhook(const Webhook& webhook, const FeedPlace& after) {
  const auto lock = store_.inner_->alone();
  auto& tables = store_.inner_->tables;
  if (tables.webhooks.emplace(webhook.id, KeptWebhook{webhook, {}, {}}).second) tables.cursors[reader_of(webhook.id)] = after;
}

bool MemoryWebhooks::change_webhook(const Webhook& webhook) {
  const auto lock = store_.inner_->alone();
  auto& all = store_.inner_->tables.webhooks;
  const auto at = all.find(webhook.id);
  if (at == all.end()) return false;
  at->second.webhook = webhook;
  return true;
}

bool MemoryWebhooks::drop_webhook(const std::string& id) {
  const auto lock = store_.inner_->alone();
  auto& tables = store_.inner_->tables;
  if (tables.webhooks.erase(id) == 0) return false;
  tables.cursors.erase(reader_of(id));
  std::erase_if(tables.deliveries, [&](const auto& it) { return is_of(it.first, id); });
  return true;
}

WebhookState MemoryWebhooks::webhook_state(const std::string& id) const {
  const auto lock = store_.inner_->alone();
  const auto& tables = store_.inner_->tables;
  const auto at = tables.webhooks.find(id);
  if (at == tables.webhooks.end()) return {};
  WebhookState state{0, 0, at->second.last_delivered, at->second.last_failed};
  for (const auto& [place, it] : tables.deliveries) {
    if (is_of(place, id)) ++(it.delivery.dead ? state.dead : state.waiting);
  }
  return state;
}

FeedPlace MemoryWebhooks::webhook_place(const std::string& id) const {
  const auto lock = store_.inner_->alone();
  const auto& cursors = store_.inner_->tables.cursors;
  const auto at = cursors.find(reader_of(id));
  return at == cursors.end() ? FeedPlace{} : at->second;
}

bool MemoryWebhooks::put_deliveries(const std::string& webhook, std::span<const Delivery> deliveries, const FeedPlace& from,
                                    const FeedPlace& to) {
  const auto lock = store_.inner_->alone();
  auto& tables = store_.inner_->tables;
  const auto cursor = tables.cursors.find(reader_of(webhook));
  if (cursor == tables.cursors.end() || cursor->second != from) return false;
  cursor->second = to;
  for (const Delivery& it : deliveries) {
    DeliveryKey key = it.key;
    key.webhook = webhook;
    const auto [at, is_new] = tables.deliveries.try_emplace(place_of(key), KeptDelivery{{key, it.event, 0, {}, false, ""}, {}});
    if (is_new || at->second.delivery.dead) wait_anew(at->second, it.due);
  }
  return true;
}

bool MemoryWebhooks::replay_webhook(const std::string& id, const FeedPlace& after) {
  const auto lock = store_.inner_->alone();
  auto& cursors = store_.inner_->tables.cursors;
  const auto cursor = cursors.find(reader_of(id));
  if (cursor == cursors.end()) return false;
  cursor->second = std::min(cursor->second, after);
  return true;
}

std::vector<Delivery> MemoryWebhooks::take_deliveries(Instant now, Instant lease_until, int limit,
                                                      std::span<const std::string> left_alone) {
  const auto lock = store_.inner_->alone();
  auto heads = free_heads(store_.inner_->tables, now);
  std::erase_if(heads, [&](const KeptDelivery* it) {
    return it->delivery.due > now || std::ranges::find(left_alone, it->delivery.key.webhook) != left_alone.end();
  });
  std::ranges::stable_sort(heads, {}, [](const KeptDelivery* it) { return it->delivery.due; });
  if (static_cast<int>(heads.size()) > limit) heads.resize(static_cast<std::size_t>(std::max(limit, 0)));
  std::vector<Delivery> taken;
  for (KeptDelivery* it : heads) {
    it->leased = lease_until;
    ++it->delivery.attempts;
    taken.push_back(it->delivery);
  }
  return taken;
}

void MemoryWebhooks::delivered(const DeliveryKey& key, const std::optional<Instant>& at) {
  const auto lock = store_.inner_->alone();
  auto& tables = store_.inner_->tables;
  const auto webhook = tables.webhooks.find(key.webhook);
  if (webhook == tables.webhooks.end()) return;
  auto& last = webhook->second.last_delivered;
  if (at) last = std::max(last.value_or(*at), *at);
  tables.deliveries.erase(place_of(key));
}

void MemoryWebhooks::not_delivered(const DeliveryKey& key, Instant at, const std::optional<Instant>& retry,
                                   const std::string& why) {
  const auto lock = store_.inner_->alone();
  auto& tables = store_.inner_->tables;
  const auto webhook = tables.webhooks.find(key.webhook);
  if (webhook == tables.webhooks.end()) return;
  auto& last = webhook->second.last_failed;
  last = std::max(last.value_or(at), at);
  KeptDelivery* it = find_delivery(tables, key);
  if (!it || it->delivery.dead) return;
  it->leased = {};
  it->delivery.why = why;
  if (retry) it->delivery.due = *retry;
  else it->delivery.dead = true;
}

std::vector<Delivery> MemoryWebhooks::dead_deliveries(const std::string& webhook, const std::optional<DeliveryKey>& after,
                                                      int limit) const {
  const auto lock = store_.inner_->alone();
  std::optional<DeliveryPlace> seen;
  if (after) seen = place_of({webhook, after->stream, after->stream_id, after->n});
  std::vector<Delivery> found;
  for (const auto& [place, it] : store_.inner_->tables.deliveries) {
    if (static_cast<int>(found.size()) >= limit) break;
    const bool is_seen = seen && place <= *seen;
    if (is_of(place, webhook) && it.delivery.dead && !is_seen) found.push_back(it.delivery);
  }
  return found;
}

bool MemoryWebhooks::revive_delivery(const DeliveryKey& key, Instant now) {
  const auto lock = store_.inner_->alone();
  KeptDelivery* it = find_delivery(store_.inner_->tables, key);
  if (!it || !it->delivery.dead) return false;
  wait_anew(*it, now);
  return true;
}

}  // namespace vinhdanh
