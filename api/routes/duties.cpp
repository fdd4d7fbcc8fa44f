// Routes of duty tasks.
#include "api/desk/duties/duties.hpp"
#include "api/desk/request/media_type.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

std::vector<HttpRoute> duty_routes(const Deps& deps) {
  const auto business = with(Right::read_duties);
  return {
      get(deps, "/v1/duties", business, list_duties),
      get(deps, "/v1/duties/{id}", business, show_duty),
      {"GET", "/v1/duties/{id}/paper", business, BodyKind::none, 0, reading(deps, get_duty_paper), "*/*"},
      {"PUT", "/v1/duties/{id}/paper", business, BodyKind::raw, kLargestPaper, acting(deps, put_duty_paper)},
      post(deps, "/v1/duties/{id}/actions/reopen", business, reopen_duty),
  };
}

}  // namespace vinhdanh
