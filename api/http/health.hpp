/// Routes for whoever watches the process.
#pragma once

#include <functional>

#include "api/http/route.hpp"

namespace vinhdanh {

/// GET /healthz: 200 while the process answers.
HttpRoute health_route();

/// GET /readyz: 200 when `ready` says so, else 503 `not_ready`. `ready` runs on a worker.
HttpRoute readiness_route(std::function<bool()> ready);

}  // namespace vinhdanh
