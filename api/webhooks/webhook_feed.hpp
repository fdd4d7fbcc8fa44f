/// Makes deliveries of what is committed, at whatever node: for each webhook of what its owner may see.
#pragma once

#include <list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "api/desk/deps.hpp"
#include "api/live/seen_by.hpp"

namespace vinhdanh {

/// For one thread. Each webhook has its place in the feed; of several nodes that come to the same page, one puts its deliveries.
/// What brings a webhook nothing is passed over in memory, so that it costs no write: after a restart it is read once more.
class WebhookFeed {
 public:
  explicit WebhookFeed(const Deps& deps) : deps_(deps) {}

  /// Which webhooks there are now. With `places` also how far each is, which a replay at another node may have changed; else only
  /// of new ones. Those that are to be replayed begin at their place again. Throws StorageUnavailable, like `run`.
  void refresh(bool places, const std::set<std::string>& replayed);
  [[nodiscard]] std::vector<Webhook> webhooks() const;
  /// To the end of the feed. True when something was put that may be sent.
  bool run();

 private:
  struct Follower {
    Webhook webhook;
    FeedPlace kept;    ///< in the store, when it was last asked
    FeedPlace passed;  ///< not before `kept`
    int unkept = 0;    ///< events between them
    std::vector<Delivery> found;
    bool gone = false;
  };
  using Owners = std::map<AppointmentId, std::optional<Actor>>;

  bool advance(bool& put);
  void offer(Follower& follower, const FedEvent& fed, SeenBy& seen, Owners& owners) const;
  /// False when the place was another, and nothing was put.
  bool keep(Follower& follower, const FeedPlace& to);

  const Deps& deps_;
  std::list<Follower> followers_;  ///< without those that are paused
};

}  // namespace vinhdanh
