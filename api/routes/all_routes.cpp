// The whole table of routes.
#include <algorithm>
#include <iterator>

#include "api/routes/routes.hpp"

namespace vinhdanh {

std::vector<HttpRoute> all_routes(const Deps& deps) {
  std::vector<HttpRoute> all;
  const auto add = [&](std::vector<HttpRoute> some) { std::ranges::move(some, std::back_inserter(all)); };
  add(service_routes(deps));
  add(reference_routes(deps));
  add(occasion_routes(deps));
  add(submission_routes(deps));
  add(dossier_routes(deps));
  add(decision_routes(deps));
  if (deps.move_clock) add(demo_routes(deps));
  return all;
}

}  // namespace vinhdanh
