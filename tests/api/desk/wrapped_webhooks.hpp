/// Webhooks that take no change when they are told so.
#pragma once

#include <atomic>

#include "engine/ports/nothing_written.hpp"
#include "engine/ports/webhooks.hpp"

namespace vinhdanh::test {

class WrappedWebhooks final : public Webhooks {
 public:
  explicit WrappedWebhooks(Webhooks& inner) : inner_(inner) {}

  std::atomic<bool> frozen{false};  ///< writes throw, and write nothing

  std::vector<Webhook> webhooks() const override { return inner_.webhooks(); }
  std::optional<Webhook> webhook(const std::string& id) const override { return inner_.webhook(id); }
  void add_webhook(const Webhook& webhook, const FeedPlace& after) override { may_write().add_webhook(webhook, after); }
  bool change_webhook(const Webhook& webhook) override { return may_write().change_webhook(webhook); }
  bool drop_webhook(const std::string& id) override { return may_write().drop_webhook(id); }
  WebhookState webhook_state(const std::string& id) const override { return inner_.webhook_state(id); }
  FeedPlace webhook_place(const std::string& id) const override { return inner_.webhook_place(id); }
  bool put_deliveries(const std::string& webhook, std::span<const Delivery> deliveries, const FeedPlace& from,
                      const FeedPlace& to) override {
    return may_write().put_deliveries(webhook, deliveries, from, to);
  }
  bool replay_webhook(const std::string& id, const FeedPlace& after) override { return may_write().replay_webhook(id, after); }
  std::vector<Delivery> take_deliveries(Instant now, Instant lease_until, int limit,
                                        std::span<const std::string> left_alone) override {
    return may_write().take_deliveries(now, lease_until, limit, left_alone);
  }
  void delivered(const DeliveryKey& key, const std::optional<Instant>& at) override { may_write().delivered(key, at); }
  void not_delivered(const DeliveryKey& key, Instant at, const std::optional<Instant>& retry, const std::string& why) override {
    may_write().not_delivered(key, at, retry, why);
  }
  std::vector<Delivery> dead_deliveries(const std::string& webhook, const std::optional<DeliveryKey>& after,
                                        int limit) const override {
    return inner_.dead_deliveries(webhook, after, limit);
  }
  bool revive_delivery(const DeliveryKey& key, Instant now) override { return may_write().revive_delivery(key, now); }

 private:
  Webhooks& may_write() {
    if (frozen) throw NothingWritten("frozen");
    return inner_;
  }
  Webhooks& inner_;
};

}  // namespace vinhdanh::test
