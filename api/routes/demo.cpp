// Routes of demo mode.
#include "api/desk/reference/reference.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

std::vector<HttpRoute> demo_routes(const Deps& deps) {
  return {post_read(deps, "/v1/demo/clock", Access::signed_in(), move_clock)};
}

}  // namespace vinhdanh
