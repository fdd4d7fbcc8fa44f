// The routes of auditors: the access log, and the search of events.
#include "api/desk/audit/access_log.hpp"
#include "api/desk/audit/event_search.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

std::vector<HttpRoute> access_log_routes(const Deps& deps) {
  return {get(deps, "/v1/access-log", with(Right::read_access_log), list_accesses),
          post_read(deps, "/v1/events/search", with(Right::read_access_log), search_events)};
}

}  // namespace vinhdanh
