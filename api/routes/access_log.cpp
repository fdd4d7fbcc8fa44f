// The route of the access log.
#include "api/desk/access_log.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

std::vector<HttpRoute> access_log_routes(const Deps& deps) {
  return {get(deps, "/v1/access-log", with(Right::read_access_log), list_accesses)};
}

}  // namespace vinhdanh
