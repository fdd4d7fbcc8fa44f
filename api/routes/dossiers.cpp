// Routes of dossiers and of verification.
#include "api/desk/commands/acts.hpp"
#include "api/desk/dossier/papers.hpp"
#include "api/desk/dossier/reading.hpp"
#include "api/desk/dossier/workspace.hpp"
#include "api/desk/request/media_type.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

std::vector<HttpRoute> dossier_routes(const Deps& deps) {
  const auto business = with(Right::read_dossiers);
  return {
      get(deps, "/v1/dossiers/{id}", business, show_dossier),
      get(deps, "/v1/dossiers/{id}/content", business, get_content),
      {"PUT", "/v1/dossiers/{id}/content", business, BodyKind::json, kJsonLimit, reading(deps, put_content)},
      get(deps, "/v1/dossiers/{id}/check", business, check_dossier),
      {"GET", "/v1/dossiers/{id}/papers/{slot}", business, BodyKind::none, 0, reading(deps, get_dossier_paper), "*/*"},
      {"PUT", "/v1/dossiers/{id}/papers/{slot}", business, BodyKind::raw, kLargestPaper,
       acting(deps, put_dossier_paper)},
      get(deps, "/v1/dossiers/{id}/actions", business, list_actions),
      post_read(deps, "/v1/dossiers/check", business, check_dossiers),
      post_read(deps, "/v1/dossiers/actions", business, list_common_actions),
      post(deps, "/v1/dossiers/{id}/actions/{command}", business, act_on_dossier),
      get(deps, "/v1/dossiers/{id}/comments", business, show_comments),
      get(deps, "/v1/dossiers/{id}/history", business, show_history),
      get(deps, "/v1/dossiers/{id}/verification", business, show_verification),
      get(deps, "/v1/verification", with(Right::verify_store), show_store_verification),
  };
}

}  // namespace vinhdanh
