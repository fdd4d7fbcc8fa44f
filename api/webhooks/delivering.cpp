// Taken, judged, signed, sent, written down.
#include "api/webhooks/delivering.hpp"

#include <algorithm>

#include "api/desk/caller/authenticate.hpp"
#include "api/live/seen_by.hpp"
#include "api/webhooks/message.hpp"
#include "api/webhooks/retries.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {
namespace {

/// Longer than a poster may take, also where looking a name up outlasts its limit. A node that dies keeps others waiting so long.
constexpr std::int64_t lease = 60'000;
constexpr int gone_for_ever = 410;

/// Of the threads one receiver gets half.
int most_at_once(const WebhookSettings& settings) { return std::max(1, settings.threads / 2); }

bool is_success(int status) { return status / 100 == 2; }

/// Only these two answers ask to be left alone for a time.
std::optional<std::int64_t> asked_pause(const Posted& posted) {
  return posted.status == 429 || posted.status == 503 ? posted.retry_after : std::nullopt;
}

}  // namespace

std::string why_not(const Posted& posted) {
  return posted.status != 0 ? "the receiver answered " + std::to_string(posted.status) : posted.why;
}

WebhookDelivering::WebhookDelivering(const Deps& deps, const WebhookSettings& settings, Logger log)
    : deps_(deps), settings_(settings), log_(std::move(log)), turns_(most_at_once(settings)) {}

void WebhookDelivering::know(const std::vector<Webhook>& webhooks) {
  const std::lock_guard lock(mutex_);
  turns_.know(webhooks);
}

void WebhookDelivering::wake(const std::string& webhook) {
  const std::lock_guard lock(mutex_);
  turns_.wake(webhook);
}

std::optional<WebhookDelivering::Taken> WebhookDelivering::take() {
  const std::lock_guard lock(mutex_);
  const Instant now = deps_.clock.system_now();
  const auto found = deps_.webhooks.take_deliveries(now, {now.milliseconds + lease}, 1, turns_.resting(now));
  if (found.empty()) return std::nullopt;
  // One that was dropped meanwhile has no owner any more, and nothing is sent.
  Taken taken{found.front(), deps_.webhooks.webhook(found.front().key.webhook).value_or(Webhook{})};
  turns_.began(taken.webhook);
  return taken;
}

void WebhookDelivering::ended(const Taken& taken) {
  const std::lock_guard lock(mutex_);
  turns_.ended(taken.webhook.id);
}

bool WebhookDelivering::deliver(Poster& poster, const std::function<void()>& next) {
  const auto taken = take();
  if (!taken) return false;
  struct End {
    WebhookDelivering& delivering;
    const Taken& taken;
    ~End() { delivering.ended(taken); }
  } const end{*this, *taken};
  next();
  send(*taken, poster);
  return true;
}

/// Nothing when he may not be told of it any more.
std::optional<SealedEvent> WebhookDelivering::event_to_tell(const Taken& taken) const {
  const DeliveryKey& key = taken.delivery.key;
  const auto owner = actor_in_force(deps_, taken.webhook.appointment);
  if (!owner) return std::nullopt;
  auto found = deps_.store.events(key.stream, key.stream_id, key.n, 1);
  if (found.empty() || found.front().event.id != taken.delivery.event) return std::nullopt;
  SeenBy seen(deps_, found.front().event);
  if (!seen(*owner)) return std::nullopt;
  return std::move(found.front());
}

void WebhookDelivering::send(const Taken& taken, Poster& poster) {
  const auto event = event_to_tell(taken);
  if (!event) {
    deps_.webhooks.delivered(taken.delivery.key, std::nullopt);
    return note(WebhookOutcome::skipped);
  }
  const Post post =
      signed_post(taken.webhook, taken.delivery.event, deps_.clock.system_now(), cloud_event(*event, settings_.source));
  const Posted posted = poster.post(post);
  if (!is_success(posted.status)) return failed(taken, posted);
  deps_.webhooks.delivered(taken.delivery.key, deps_.clock.system_now());
  wake(taken.webhook.id);
  note(WebhookOutcome::delivered);
}

void WebhookDelivering::failed(const Taken& taken, const Posted& posted) {
  const Instant now = deps_.clock.system_now();
  const auto asked = asked_pause(posted);
  const auto retry = posted.given_up ? std::optional(now) : next_attempt(taken.delivery, now, asked);
  const std::string why = why_not(posted);
  if (posted.status == gone_for_ever) pause(taken.webhook);
  deps_.webhooks.not_delivered(taken.delivery.key, now, retry, why);
  {
    const std::lock_guard lock(mutex_);
    turns_.failed(taken.webhook.id, now, asked ? asked_until(now, *asked) : Instant{});
  }
  note(retry ? WebhookOutcome::retried : WebhookOutcome::dead);
  if (retry) return;
  log_.error("a webhook's message was given up", {{"webhook", taken.webhook.id},
                                                  {"url", without_query(taken.webhook.url)},
                                                  {"event", taken.delivery.event},
                                                  {"attempts", taken.delivery.attempts},
                                                  {"fault", why}});
}

/// Not when it goes elsewhere by now.
void WebhookDelivering::pause(const Webhook& sent_to) {
  auto webhook = deps_.webhooks.webhook(sent_to.id);
  if (!webhook || webhook->url != sent_to.url) return;
  webhook->paused = true;
  deps_.webhooks.change_webhook(*webhook);
  log_.warn("a webhook was paused, since its receiver is gone for ever",
            {{"webhook", webhook->id}, {"url", without_query(webhook->url)}});
}

void WebhookDelivering::note(WebhookOutcome outcome) const {
  if (settings_.ended) settings_.ended(outcome);
}

}  // namespace vinhdanh
