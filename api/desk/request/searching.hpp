/// Pages of searches that are asked for by POST: the cursor is bound to the body as if it were a query.
#pragma once

#include <optional>
#include <string>

#include "api/desk/deps.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/query.hpp"

namespace vinhdanh {

/// What of a body says which page.
struct AskedPage {
  std::string filter;  ///< JSON of the rest of the body
  std::optional<int> limit;
  std::optional<std::string> cursor;
};

/// A request whose query is what the body asks for.
HttpRequest as_bound(const HttpRequest& request, const AskedPage& asked);
/// The page of a bound request; its faults stand in the body.
Or<PageRequest> page_in_body(const Deps& deps, const HttpRequest& request, const HttpRequest& bound, const Actor& actor);

}  // namespace vinhdanh
