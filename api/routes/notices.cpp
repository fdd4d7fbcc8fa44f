// Routes of a person's notices.
#include "api/desk/notices/notices.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

std::vector<HttpRoute> notice_routes(const Deps& deps) {
  return {
      get(deps, "/v1/notices", Access::signed_in(), list_notices),
      get(deps, "/v1/notices/count", Access::signed_in(), count_notices),
      post_read(deps, "/v1/notices/read", Access::signed_in(), read_notices),
  };
}

}  // namespace vinhdanh
