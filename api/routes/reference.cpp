// Routes for what anyone signed in may read.
#include "api/desk/reference/reference.hpp"

#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

std::vector<HttpRoute> reference_routes(const Deps& deps) {
  return {
      get(deps, "/v1/me", Access::own(), show_me),
      get(deps, "/v1/offices", Access::signed_in(), list_offices),
      get(deps, "/v1/plans", Access::signed_in(), list_plans),
      get(deps, "/v1/plans/{id}", Access::signed_in(), show_plan),
      post_read(deps, "/v1/plans/{id}/eligibility", Access::signed_in(), check_plan_eligibility),
      get(deps, "/v1/calendar/deadline", Access::signed_in(), show_deadline),
  };
}

}  // namespace vinhdanh
