/// Sends what waits: each message until its receiver has said that it is there, in the order of its stream.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "api/desk/deps.hpp"
#include "api/http/log.hpp"
#include "api/webhooks/settings.hpp"
#include "api/webhooks/turns.hpp"

namespace vinhdanh {

/// Safe from several threads. What it borrows outlives it.
class WebhookDelivering {
 public:
  WebhookDelivering(const Deps& deps, const WebhookSettings& settings, Logger log);

  /// Takes one that is due, and sends it once its owner is seen to be allowed to know it still; `taken` is called in between.
  /// False when none is due. Throws StorageUnavailable: what was taken is sent again when its lease is over.
  bool deliver(Poster& poster, const std::function<void()>& taken);

  void know(const std::vector<Webhook>& webhooks);
  /// It rests no more: somebody has changed something, and wants to see it work.
  void wake(const std::string& webhook);

 private:
  struct Taken {
    Delivery delivery;
    Webhook webhook;
  };
  std::optional<Taken> take();
  void ended(const Taken& taken);
  void send(const Taken& taken, Poster& poster);
  [[nodiscard]] std::optional<SealedEvent> event_to_tell(const Taken& taken) const;
  void failed(const Taken& taken, const Posted& posted);
  void pause(const Webhook& webhook);
  void note(WebhookOutcome outcome) const;

  const Deps& deps_;
  const WebhookSettings& settings_;
  Logger log_;
  std::mutex mutex_;
  WebhookTurns turns_;  ///< under `mutex_`
};

/// Why a message did not arrive, for people.
std::string why_not(const Posted& posted);

}  // namespace vinhdanh
