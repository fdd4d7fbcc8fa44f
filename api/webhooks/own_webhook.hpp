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

/// Notes in the access log who lets what be told to whom. Before it is done: throws StorageUnavailable, and then it must not be.
void note_export(const WebhookRuns& runs, const HttpRequest& request, const char* route, const Actor& actor,
                 const std::string& webhook);

}  // namespace vinhdanh
