// One's own webhooks, as answers show them.
#include "api/webhooks/own_webhook.hpp"

#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/rights.hpp"

namespace vinhdanh {

bool may_see(const Actor& actor, const Webhook& webhook) {
  return has_right(actor.role, Right::read_all_webhooks) ||
         (webhook.person == actor.person && webhook.appointment == actor.appointment);
}

Or<Webhook> own_webhook(const WebhookRuns& runs, const HttpRequest& request, const Actor& actor) {
  auto found = runs.deps().webhooks.webhook(path_parameter(request, "id"));
  if (!found || !may_see(actor, *found)) return not_found(request);
  return std::move(*found);
}

Json webhook_json(const WebhookRuns& runs, const Webhook& webhook, const Actor& actor) {
  const WebhookState state = runs.deps().webhooks.webhook_state(webhook.id);
  Json json{{"id", webhook.id},
            {"person", webhook.person},
            {"appointment", webhook.appointment},
            {"url", webhook.person == actor.person ? webhook.url : without_query(webhook.url)},
            {"listed", runs.is_listed(webhook.url)},
            {"types", webhook.types},
            {"paused", webhook.paused},
            {"made", webhook.made.text()},
            {"waiting", state.waiting},
            {"dead", state.dead}};
  if (state.last_delivered) json["last_delivered"] = state.last_delivered->text();
  if (state.last_failed) json["last_failed"] = state.last_failed->text();
  const bool rotating = !webhook.earlier_secret.empty() && runs.deps().clock.system_now() < webhook.earlier_until;
  if (rotating) json["earlier_secret_until"] = webhook.earlier_until.text();
  return json;
}

}  // namespace vinhdanh
