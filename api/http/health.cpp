// Liveness and readiness.
#include "api/http/health.hpp"

#include "api/http/problems.hpp"

namespace vinhdanh {
namespace {

HttpResponse status_response(const char* body) {
  HttpResponse response;
  response.set("Content-Type", "application/json");
  response.set("Cache-Control", "no-store");
  response.body = body;
  return response;
}

}  // namespace

HttpRoute health_route() {
  return {"GET",
          "/healthz",
          Access::open(),
          BodyKind::none,
          0,
          [](const HttpRequest&, const std::optional<Actor>&, Respond respond) {
            respond(status_response(R"({"status":"ok"})"));
          }};
}

HttpRoute readiness_route(std::function<bool()> ready) {
  return {
      "GET",
      "/readyz",
      Access::open(),
      BodyKind::none,
      0,
      [ready = std::move(ready)](const HttpRequest& request, const std::optional<Actor>&, Respond respond) {
        respond(ready() ? status_response(R"({"status":"ready"})") : respond_with(known_problem("not_ready"), request));
      }};
}

}  // namespace vinhdanh
