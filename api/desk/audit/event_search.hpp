/// What was done, by whom and for whom, across dossiers: for auditors.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

/// POST /v1/events/search: newest first, within the scope of the auditor's units.
HttpResponse search_events(const Deps& deps, const HttpRequest& request, const Actor& actor);

}  // namespace vinhdanh
