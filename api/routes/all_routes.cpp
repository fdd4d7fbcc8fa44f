// The whole table of routes.
#include <algorithm>
#include <iterator>

#include "api/desk/request/query.hpp"
#include "api/routes/routes.hpp"
#include "api/routes/watch.hpp"

namespace vinhdanh {

namespace {

/// What acts, or asks by a body, says everything there: a parameter in its query would be passed over in silence. Uploads have
/// no body to say it in and read their own.
HttpRoute without_query(HttpRoute route) {
  const bool upload = route.body == BodyKind::raw && (route.method == "PUT" || route.pattern == "/v1/submissions/{id}/imports");
  if (route.method == "GET" || upload) return route;
  route.handler = [inner = std::move(route.handler)](const HttpRequest& request, const std::optional<Actor>& caller,
                                                     Respond respond) {
    if (auto fault = QueryReader(request).end()) return respond(std::move(*fault));
    inner(request, caller, std::move(respond));
  };
  return route;
}

}  // namespace

std::vector<HttpRoute> all_routes(const Deps& deps, SignIn& sign_in, DefinitionShelf& shelf, LiveEvents& live,
                                  WebhookRuns& webhooks, JobRuns& jobs) {
  std::vector<HttpRoute> all;
  const auto add = [&](std::vector<HttpRoute> some) { std::ranges::move(some, std::back_inserter(all)); };
  add(service_routes(deps));
  add(reference_routes(deps));
  add(occasion_routes(deps));
  add(submission_routes(deps));
  add(dossier_routes(deps));
  add(list_routes(deps));
  add(decision_routes(deps));
  add(duty_routes(deps));
  add(notice_routes(deps));
  add(access_log_routes(deps));
  add(session_routes(sign_in));
  add(account_routes(sign_in));
  add(definition_routes(deps, shelf));
  add(live_routes(live));
  add(webhook_routes(webhooks));
  add(job_routes(jobs));
  add(portal_routes());
  if (deps.move_clock) add(demo_routes(deps));
  for (HttpRoute& route : all) route = watched(deps, without_query(std::move(route)));
  return all;
}

}  // namespace vinhdanh
