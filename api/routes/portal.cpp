// The portal takes every path that is not the API's.
#include "api/portal/portal_files.hpp"
#include "api/portal/portal_pages.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

std::vector<HttpRoute> portal_routes() {
  const auto serve = [pages = PortalPages(portal_files())](const HttpRequest& request, const std::optional<Actor>&, const Respond& respond) {
    respond(pages.answer(request));
  };
  return {{"GET", "/{*}", Access::open(), BodyKind::none, 0, serve, "*/*"}};
}

}  // namespace vinhdanh
