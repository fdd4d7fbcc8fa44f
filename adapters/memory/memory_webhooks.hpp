/// The webhooks and their deliveries of the memory store.
#pragma once

#include "adapters/memory/memory_store.hpp"
#include "engine/ports/webhooks.hpp"

namespace vinhdanh {

/// Borrows the store, and is as safe from several threads as it is.
class MemoryWebhooks final : public Webhooks {
 public:
  explicit MemoryWebhooks(MemoryStore& store) : store_(store) {}

  [[nodiscard]] std::vector<Webhook> webhooks() const override;
  [[nodiscard]] std::optional<Webhook> webhook(const std::string& id) const override;
  void add_webhook(const Webhook& webhook, const FeedPlace& after) override;
  bool change_webhook(const Webhook& webhook) override;
  bool drop_webhook(const std::string& id) override;
  [[nodiscard]] WebhookState webhook_state(const std::string& id) const override;

  [[nodiscard]] FeedPlace webhook_place(const std::string& id) const override;
  bool put_deliveries(const std::string& webhook, std::span<const Delivery> deliveries, const FeedPlace& from,
                      const FeedPlace& to) override;
  bool replay_webhook(const std::string& id, const FeedPlace& after) override;

  std::vector<Delivery> take_deliveries(Instant now, Instant lease_until, int limit,
                                        std::span<const std::string> left_alone = {}) override;
  void delivered(const DeliveryKey& key, const std::optional<Instant>& at) override;
  void not_delivered(const DeliveryKey& key, Instant at, const std::optional<Instant>& retry, const std::string& why) override;

  [[nodiscard]] std::vector<Delivery> dead_deliveries(const std::string& webhook, const std::optional<DeliveryKey>& after,
                                                      int limit) const override;
  bool revive_delivery(const DeliveryKey& key, Instant now) override;

 private:
  MemoryStore& store_;
};

}  // namespace vinhdanh
