/// The access log, for auditors.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

/// GET /v1/access-log?kind=&person=&from=&to= : newest first; what callers of the auditor's units did, and where those are all
/// units also what nobody signed in tried.
HttpResponse list_accesses(const Deps& deps, const HttpRequest& request, const Actor& actor);

/// Notes who lets what be told to whom, or takes it out; `route` as the table of routes has it. Before it is done: throws
/// StorageUnavailable, and then it must not be.
void note_exported(const Deps& deps, const HttpRequest& request, const char* route, const Actor& actor, const std::string& target);

}  // namespace vinhdanh
