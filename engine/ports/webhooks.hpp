/// Webhooks: other systems are told of events, each in the order of its stream and at least once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/model/events.hpp"
#include "engine/ports/notices.hpp"

namespace vinhdanh {

/// Where one person's system is told of what that person may see in one appointment.
struct Webhook {
  std::string id;
  PersonId person;                 ///< its owner
  AppointmentId appointment;       ///< whose rights decide, each time something is sent
  std::string url;
  std::vector<std::string> types;  ///< of events, sorted; empty: all
  std::string secret;              ///< Standard Webhooks: "whsec_" and base64 of 24 to 64 bytes
  std::string earlier_secret;      ///< signs beside the other until `earlier_until`; empty: none
  Instant earlier_until;
  bool paused = false;             ///< nothing is sent; what happens meanwhile waits in the feed
  Instant made;
  bool operator==(const Webhook&) const = default;
};

/// One event for one webhook.
struct DeliveryKey {
  std::string webhook;
  StreamKind stream = StreamKind::dossier;
  std::string stream_id;
  std::int64_t n = 0;  ///< of the event in its stream
  auto operator<=>(const DeliveryKey&) const = default;
};

struct Delivery {
  DeliveryKey key;
  std::string event;  ///< its id, which is the message's for ever
  int attempts = 0;
  Instant due;        ///< waiting: not before
  bool dead = false;  ///< given up: sent again only when somebody asks
  std::string why;    ///< of the last failure, for people; empty before the first
  bool operator==(const Delivery&) const = default;
};

struct WebhookState {
  std::int64_t waiting = 0;
  std::int64_t dead = 0;
  std::optional<Instant> last_delivered;
  std::optional<Instant> last_failed;
  bool operator==(const WebhookState&) const = default;
};

/// Times are the system's. Safe from several threads and nodes. Throws StorageUnavailable.
class Webhooks {
 public:
  virtual ~Webhooks() = default;

  [[nodiscard]] virtual std::vector<Webhook> webhooks() const = 0;  ///< in the order of their ids
  [[nodiscard]] virtual std::optional<Webhook> webhook(const std::string& id) const = 0;
  /// A new one, which is told of what comes behind `after`.
  virtual void add_webhook(const Webhook& webhook, const FeedPlace& after) = 0;
  /// False when it is gone.
  virtual bool change_webhook(const Webhook& webhook) = 0;
  /// With all that waits for it, is dead, and its place. False when it is gone.
  virtual bool drop_webhook(const std::string& id) = 0;
  [[nodiscard]] virtual WebhookState webhook_state(const std::string& id) const = 0;

  /// How far into the feed deliveries were made for it; the first place when it is gone.
  [[nodiscard]] virtual FeedPlace webhook_place(const std::string& id) const = 0;
  /// Lets these wait, and moves the webhook's place from `from` to `to`, in one transaction. Nothing is done, and false said,
  /// when the place is another by now or the webhook is gone: another node was faster, or somebody asked for a replay. One that
  /// waits already stays as it is; one that is dead waits anew, as if never tried.
  virtual bool put_deliveries(const std::string& webhook, std::span<const Delivery> deliveries, const FeedPlace& from,
                              const FeedPlace& to) = 0;
  /// Everything behind `after` once more, what was delivered too. False when it is gone.
  virtual bool replay_webhook(const std::string& id, const FeedPlace& after) = 0;

  /// Takes deliveries that are due, of webhooks that are not paused: of each webhook and stream only the first that waits, and
  /// only if nobody has it. Those due longest come first; none of the webhooks that are to be left alone. Each counts an attempt,
  /// and is not taken again before `lease_until`.
  virtual std::vector<Delivery> take_deliveries(Instant now, Instant lease_until, int limit,
                                                std::span<const std::string> left_alone = {}) = 0;
  /// It has arrived, and is forgotten; null: it is forgotten, since nobody is to be told of it any more.
  virtual void delivered(const DeliveryKey& key, const std::optional<Instant>& at) = 0;
  /// To be tried again at `retry`, and what follows in its stream waits for it; null: it is dead, and what follows goes on.
  virtual void not_delivered(const DeliveryKey& key, Instant at, const std::optional<Instant>& retry, const std::string& why) = 0;

  /// In the order of their keys; `after` is the last one seen.
  [[nodiscard]] virtual std::vector<Delivery> dead_deliveries(const std::string& webhook, const std::optional<DeliveryKey>& after,
                                                              int limit) const = 0;
  /// Lets one that is dead wait anew, due at `now`, as if never tried. False when there is none.
  virtual bool revive_delivery(const DeliveryKey& key, Instant now) = 0;
};

}  // namespace vinhdanh
