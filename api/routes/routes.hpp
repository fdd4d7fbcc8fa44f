/// All routes of the API, each with who may call it.
#pragma once

#include <vector>

#include "api/desk/deps.hpp"
#include "api/http/route.hpp"

namespace vinhdanh {

std::vector<HttpRoute> reference_routes(const Deps& deps);  ///< me, plans, calendar
std::vector<HttpRoute> occasion_routes(const Deps& deps);   ///< occasions and their places
std::vector<HttpRoute> submission_routes(const Deps& deps);
std::vector<HttpRoute> dossier_routes(const Deps& deps);  ///< dossiers, inbox, verification
std::vector<HttpRoute> decision_routes(const Deps& deps);
std::vector<HttpRoute> service_routes(const Deps& deps);  ///< health, the file that describes the API, kinds of problem
/// Exist in demo mode only.
std::vector<HttpRoute> demo_routes(const Deps& deps);

/// `deps` outlives the routes. With `deps.move_clock` set, also the demo's.
std::vector<HttpRoute> all_routes(const Deps& deps);

}  // namespace vinhdanh
