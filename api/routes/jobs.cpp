// Routes of imports, exports and the jobs behind them.
#include "api/jobs/handlers.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

std::vector<HttpRoute> job_routes(JobRuns& runs) {
  const auto business = with(Right::read_dossiers);
  const auto guarded = [&](Access access, std::string method, std::string pattern, BodyKind body, JobHandler handler,
                           std::string produces = "application/json") -> HttpRoute {
    const std::size_t limit = body == BodyKind::none ? 0 : body == BodyKind::raw ? kLargestSheet : kJsonLimit;
    return {std::move(method), std::move(pattern), std::move(access), body, limit,
            [&runs, handler](const HttpRequest& request, const std::optional<Actor>& caller, const Respond& respond) {
              respond(handler(runs, request, caller.value()));
            },
            std::move(produces)};
  };
  const auto route = [&](std::string method, std::string pattern, BodyKind body, JobHandler handler,
                         std::string produces = "application/json") {
    return guarded(business, std::move(method), std::move(pattern), body, handler, std::move(produces));
  };
  return {
      route("GET", "/v1/occasions/{id}/template", BodyKind::none, show_template, "*/*"),
      route("POST", "/v1/submissions/{id}/imports", BodyKind::raw, start_import),
      route("GET", "/v1/imports/{id}", BodyKind::none, show_import),
      route("PUT", "/v1/imports/{id}/columns", BodyKind::json, put_columns),
      route("PUT", "/v1/imports/{id}/mends", BodyKind::json, put_mends),
      route("PUT", "/v1/imports/{id}/cells", BodyKind::json, put_cells),
      route("GET", "/v1/imports/{id}/rows", BodyKind::none, list_rows),
      route("GET", "/v1/imports/{id}/bad-rows", BodyKind::none, show_bad_rows, "*/*"),
      route("POST", "/v1/imports/{id}/actions/commit", BodyKind::json, commit_import),
      route("POST", "/v1/imports/{id}/actions/cancel", BodyKind::json, cancel_job),
      route("GET", "/v1/jobs", BodyKind::none, list_jobs),
      route("GET", "/v1/jobs/{id}", BodyKind::none, show_job),
      route("POST", "/v1/jobs/{id}/actions/cancel", BodyKind::json, cancel_job),
      route("GET", "/v1/jobs/{id}/file", BodyKind::none, show_job_file, "*/*"),
      route("POST", "/v1/dossiers/export", BodyKind::json, export_dossiers),
      guarded(with(Right::verify_store), "POST", "/v1/verification", BodyKind::json, start_verification),
      route("POST", "/v1/board/export", BodyKind::json, export_board),
  };
}

}  // namespace vinhdanh
