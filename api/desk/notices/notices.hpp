/// The caller's own notices.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

/// GET /v1/notices?unread=&limit=&cursor=: newest first, each as a sentence with a link to what it is about.
HttpResponse list_notices(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/notices/count
HttpResponse count_notices(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// POST /v1/notices/read {ids} or {all: true}; doing it twice does no harm.
HttpResponse read_notices(const Deps& deps, const HttpRequest& request, const Actor& actor);

}  // namespace vinhdanh
