/// The access log, for auditors.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

/// GET /v1/access-log?kind=&person=&from=&to= : newest first; what callers of the auditor's units did, and where those are all
/// units also what nobody signed in tried.
HttpResponse list_accesses(const Deps& deps, const HttpRequest& request, const Actor& actor);

}  // namespace vinhdanh
