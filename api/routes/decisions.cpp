// Routes of decisions.
#include "api/desk/acts.hpp"
#include "api/desk/lists.hpp"
#include "api/desk/opening.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

std::vector<HttpRoute> decision_routes(const Deps& deps) {
  const auto business = Access::only(business_roles());
  const auto drafters = Access::only(
      {Role::specialist, Role::appraiser, Role::office_head, Role::decider, Role::registry_clerk, Role::unit_clerk});
  return {
      get(deps, "/v1/decisions", business, list_decisions),
      post(deps, "/v1/decisions", drafters, open_decision),
      get(deps, "/v1/decisions/{id}", business, show_decision),
      post(deps, "/v1/decisions/{id}/actions/{command}", business, act_on_decision),
  };
}

}  // namespace vinhdanh
