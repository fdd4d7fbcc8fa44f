/// What the handlers of webhooks share.
#pragma once

#include "api/desk/request/answers.hpp"
#include "api/desk/request/outcome.hpp"
#include "api/http/message.hpp"
#include "api/webhooks/webhook_runs.hpp"

namespace vinhdanh {

/// Made by this person in this appointment, or any for administrators.
bool may_see(const Actor& actor, const Webhook& webhook);

/// The webhook that the path names, if the caller may see it; else 404.
Or<Webhook> own_webhook(const WebhookRuns& runs, const HttpRequest& request, const Actor& actor);

/// Without its secret; for others than its owner also without the query of its address.
Json webhook_json(const WebhookRuns& runs, const Webhook& webhook, const Actor& actor);

}  // namespace vinhdanh
