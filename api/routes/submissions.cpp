// Routes of submissions (tờ trình).
#include "api/desk/commands/acts.hpp"
#include "api/desk/commands/opening.hpp"
#include "api/desk/dossier/papers.hpp"
#include "api/desk/dossier/reading.hpp"
#include "api/desk/lists/lists.hpp"
#include "api/desk/request/media_type.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

std::vector<HttpRoute> submission_routes(const Deps& deps) {
  const auto business = with(Right::read_dossiers);
  return {
      get(deps, "/v1/submissions", business, list_submissions),
      post(deps, "/v1/submissions", with(Right::open_submission), open_submission),
      get(deps, "/v1/submissions/{id}", business, show_submission),
      post(deps, "/v1/submissions/{id}/dossiers", business, open_dossier),
      {"GET", "/v1/submissions/{id}/papers/{slot}", business, BodyKind::none, 0, reading(deps, get_submission_paper),
       "*/*"},
      {"PUT", "/v1/submissions/{id}/papers/{slot}", business, BodyKind::raw, kLargestPaper,
       acting(deps, put_submission_paper)},
      get(deps, "/v1/submissions/{id}/actions", business, list_submission_actions),
      post(deps, "/v1/submissions/{id}/actions/{command}", business, act_on_submission),
  };
}

}  // namespace vinhdanh
