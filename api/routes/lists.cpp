// Routes of lists, searches, the inbox and saved views.
#include "api/desk/lists/lists.hpp"

#include "api/desk/lists/inbox.hpp"
#include "api/desk/lists/saved_views.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

std::vector<HttpRoute> list_routes(const Deps& deps) {
  const auto business = with(Right::read_dossiers);
  return {
      get(deps, "/v1/dossiers", business, list_dossiers),
      post_read(deps, "/v1/dossiers/search", business, search_dossiers),
      post_read(deps, "/v1/dossiers/facets", business, count_facets),
      post_read(deps, "/v1/dossiers/durations", business, count_durations),
      get(deps, "/v1/inbox", business, show_inbox),
      get(deps, "/v1/inbox/counts", business, count_inbox),
      get(deps, "/v1/views", business, list_views),
      {"PUT", "/v1/views/{id}", business, BodyKind::json, kJsonLimit, reading(deps, put_view)},
      {"DELETE", "/v1/views/{id}", business, BodyKind::none, 0, reading(deps, delete_view)},
  };
}

}  // namespace vinhdanh
