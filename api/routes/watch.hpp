/// Which reads are marked, and how a route's answers come into the access log.
#pragma once

#include <span>
#include <string_view>

#include "api/desk/deps.hpp"
#include "api/http/route.hpp"

namespace vinhdanh {

/// A read of data that somebody may have to answer for having seen.
struct MarkedRoute {
  std::string_view method;
  std::string_view pattern;
  AccessKind kind;          ///< marked_read or exported
  std::string_view reason;  ///< what is behind it
};

std::span<const MarkedRoute> marked_routes();

/// The same route, whose denials (401, 403 and, behind a sign-in, 404) are noted, and whose marked reads are noted before they
/// are answered: 503 where that fails. Routes that are open to everybody are left alone. Keeps a reference to `deps`.
HttpRoute watched(const Deps& deps, HttpRoute route);

}  // namespace vinhdanh
