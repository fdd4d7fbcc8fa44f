// The route of live events.
#include "api/desk/request/query.hpp"
#include "api/live/feed_place_text.hpp"
#include "api/live/live_events.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {
namespace {

constexpr std::size_t longest_place = 50;

/// A browser that comes back says in a header how far he was, whatever the address he first came with says.
std::optional<std::string> place_asked(const HttpRequest& request, QueryReader& query) {
  const auto in_query = query.text("after");
  const auto in_header = request.header("last-event-id");
  return in_header && !in_header->empty() ? in_header : in_query;
}

HttpResponse stream_of(LiveEvents& live, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  const auto asked = place_asked(request, query);
  if (auto fault = query.end()) return std::move(*fault);
  std::optional<FeedPlace> after;
  if (asked) {
    after = asked->size() <= longest_place ? feed_place_in(*asked) : std::nullopt;
    if (!after) return invalid(request, {unknown_value("/after")});
  }
  HttpResponse response;
  response.set("Content-Type", "text/event-stream; charset=utf-8");
  response.set("Cache-Control", "no-store");
  response.set("X-Accel-Buffering", "no");  // nginx passes each event on at once
  if (request.method == "HEAD") return response;
  response.stream = live.listen(request, actor, after);
  return response.stream ? std::move(response) : problem(request, "overloaded");
}

}  // namespace

std::vector<HttpRoute> live_routes(LiveEvents& live) {
  HttpRoute route{"GET", "/v1/events", Access::signed_in(), BodyKind::none, 0,
                  [&live](const HttpRequest& request, const std::optional<Actor>& caller, const Respond& respond) {
                    respond(stream_of(live, request, caller.value()));
                  }};
  route.produces = "text/event-stream";
  return {std::move(route)};
}

}  // namespace vinhdanh
