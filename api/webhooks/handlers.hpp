/// The routes of webhooks. One's own are those that one made in the appointment in which one works now; administrators see all of
/// them, but no secret, and may pause or delete any.
#pragma once

#include "api/http/message.hpp"
#include "api/webhooks/webhook_runs.hpp"

namespace vinhdanh {

inline constexpr std::size_t kMostWebhooks = 20;  ///< of one appointment

using WebhookHandler = void (*)(WebhookRuns&, const HttpRequest&, const Actor&, const Respond&);

/// GET /v1/webhooks
void list_webhooks(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond);
/// POST /v1/webhooks {url, types?}: the answer has the secret. The id follows from the Idempotency-Key, so that one that is sent
/// again finds what it made.
void make_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond);
/// GET, PUT {url, types?} and DELETE /v1/webhooks/{id}
void show_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond);
void put_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond);
void delete_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond);

/// POST /v1/webhooks/{id}/actions/…
void pause_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond);
void resume_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond);
/// {at_once?}: the earlier secret signs too for a day. One that still does stays, so that an answer that was lost costs nothing.
void rotate_secret(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond);
/// {after} or {since}
void replay_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond);
void ping_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond);

/// GET /v1/webhooks/{id}/dead
void list_dead(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond);
/// POST /v1/webhooks/{id}/dead/retry {stream, id, n} or {all: true}
void retry_dead(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond);

}  // namespace vinhdanh
