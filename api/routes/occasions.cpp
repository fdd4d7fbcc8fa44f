// Routes of occasions (đợt xét) and their places.
#include "api/desk/commands/acts.hpp"
#include "api/desk/commands/opening.hpp"
#include "api/desk/dossier/reading.hpp"
#include "api/desk/lists/lists.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

std::vector<HttpRoute> occasion_routes(const Deps& deps) {
  const auto business = with(Right::read_occasions);
  return {
      get(deps, "/v1/occasions", business, list_occasions),
      post(deps, "/v1/occasions", with(Right::open_occasion), open_occasion),
      get(deps, "/v1/occasions/{id}", business, show_occasion),
      get(deps, "/v1/occasions/{id}/actions", business, list_occasion_actions),
      post(deps, "/v1/occasions/{id}/close", business, close_occasion),
      get(deps, "/v1/quotas", business, list_quotas),
  };
}

}  // namespace vinhdanh
