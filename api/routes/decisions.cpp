// Routes of decisions.
#include "api/desk/commands/acts.hpp"
#include "api/desk/commands/opening.hpp"
#include "api/desk/dossier/reading.hpp"
#include "api/desk/lists/lists.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

std::vector<HttpRoute> decision_routes(const Deps& deps) {
  const auto business = with(Right::read_decisions);
  return {
      get(deps, "/v1/decisions", business, list_decisions),
      post(deps, "/v1/decisions", with(Right::open_decision), open_decision),
      get(deps, "/v1/decisions/{id}", business, show_decision),
      get(deps, "/v1/decisions/{id}/actions", business, list_decision_actions),
      post(deps, "/v1/decisions/{id}/actions/{command}", business, act_on_decision),
  };
}

}  // namespace vinhdanh
