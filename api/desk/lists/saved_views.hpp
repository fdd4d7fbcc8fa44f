/// A person's saved views: named filters of the search.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

inline constexpr std::size_t kMostViews = 50;  ///< of one person

/// GET /v1/views
HttpResponse list_views(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// PUT /v1/views/{id}: the id is the caller's choice. A new one takes no If-Match, one that is replaced does.
HttpResponse put_view(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// DELETE /v1/views/{id}
HttpResponse delete_view(const Deps& deps, const HttpRequest& request, const Actor& actor);

}  // namespace vinhdanh
