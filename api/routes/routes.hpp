/// All routes of the API, each with who may call it.
#pragma once

#include <vector>

#include "api/desk/deps.hpp"
#include "api/desk/people/definitions.hpp"
#include "api/desk/sign_in/sign_in.hpp"
#include "api/http/route.hpp"
#include "api/jobs/job_runs.hpp"
#include "api/live/live_events.hpp"
#include "api/webhooks/webhook_runs.hpp"

namespace vinhdanh {

std::vector<HttpRoute> reference_routes(const Deps& deps);  ///< me, plans, calendar
std::vector<HttpRoute> occasion_routes(const Deps& deps);   ///< occasions and their places
std::vector<HttpRoute> submission_routes(const Deps& deps);
std::vector<HttpRoute> dossier_routes(const Deps& deps);  ///< dossiers, verification
std::vector<HttpRoute> list_routes(const Deps& deps);     ///< lists, search, inbox, saved views
std::vector<HttpRoute> decision_routes(const Deps& deps);
std::vector<HttpRoute> duty_routes(const Deps& deps);
std::vector<HttpRoute> notice_routes(const Deps& deps);
std::vector<HttpRoute> service_routes(const Deps& deps);  ///< health, the file that describes the API, kinds of problem
std::vector<HttpRoute> access_log_routes(const Deps& deps);
std::vector<HttpRoute> session_routes(SignIn& sign_in);  ///< signing in, one's own sessions, password, second factor
std::vector<HttpRoute> account_routes(SignIn& sign_in);  ///< accounts and appointments
std::vector<HttpRoute> definition_routes(const Deps& deps, DefinitionShelf& shelf);
std::vector<HttpRoute> live_routes(LiveEvents& live);
std::vector<HttpRoute> webhook_routes(WebhookRuns& webhooks);
std::vector<HttpRoute> job_routes(JobRuns& jobs);
std::vector<HttpRoute> portal_routes();  ///< every path that is none of the API's
/// Exist in demo mode only.
std::vector<HttpRoute> demo_routes(const Deps& deps);

/// Watched for the access log (api/routes/watch.hpp). All that is given outlives the routes. With `deps.move_clock` set, also the
/// demo's.
std::vector<HttpRoute> all_routes(const Deps& deps, SignIn& sign_in, DefinitionShelf& shelf, LiveEvents& live,
                                  WebhookRuns& webhooks, JobRuns& jobs);

}  // namespace vinhdanh
