// Routes of webhooks.
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"
#include "api/webhooks/handlers.hpp"

namespace vinhdanh {

std::vector<HttpRoute> webhook_routes(WebhookRuns& runs) {
  const auto business = with(Right::make_webhooks);
  const auto all = with(Right::read_webhooks);
  const auto route = [&runs](std::string method, std::string pattern, Access access, WebhookHandler handler) -> HttpRoute {
    const bool has_body = method == "POST" || method == "PUT";
    return {std::move(method),
            std::move(pattern),
            std::move(access),
            has_body ? BodyKind::json : BodyKind::none,
            has_body ? kJsonLimit : 0,
            [&runs, handler](const HttpRequest& request, const std::optional<Actor>& caller, const Respond& respond) {
              handler(runs, request, caller.value(), respond);
            }};
  };
  return {
      route("GET", "/v1/webhooks", all, list_webhooks),
      route("POST", "/v1/webhooks", business, make_webhook),
      route("GET", "/v1/webhooks/{id}", all, show_webhook),
      route("PUT", "/v1/webhooks/{id}", business, put_webhook),
      route("DELETE", "/v1/webhooks/{id}", all, delete_webhook),
      route("POST", "/v1/webhooks/{id}/actions/pause", all, pause_webhook),
      route("POST", "/v1/webhooks/{id}/actions/resume", all, resume_webhook),
      route("POST", "/v1/webhooks/{id}/actions/rotate-secret", business, rotate_secret),
      route("POST", "/v1/webhooks/{id}/actions/replay", business, replay_webhook),
      route("POST", "/v1/webhooks/{id}/actions/ping", business, ping_webhook),
      route("GET", "/v1/webhooks/{id}/dead", business, list_dead),
      route("POST", "/v1/webhooks/{id}/dead/retry", business, retry_dead),
  };
}

}  // namespace vinhdanh
