/// What a worker does with a complete request: authenticate, check the role, check the JSON, call the handler.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <variant>

#include "api/http/problem.hpp"
#include "api/http/route.hpp"

namespace vinhdanh {

/// Signed in, but not yet free to work: elsewhere than on the routes about the own sign-in `code` is the problem. Without a
/// chosen role the actor has no appointment and no office.
struct Limited {
  Actor actor;
  std::string_view code;
};

/// Turns the bearer token or the session's cookie into the actor; runs on a worker. Not called for open routes.
using Authenticate = std::function<std::variant<Actor, Problem, Limited>(const HttpRequest&)>;

/// Sets `caller` unless the route is open; 401 or 403 otherwise.
std::optional<Problem> identify(const HttpRoute& route, const HttpRequest& request, const Authenticate& authenticate,
                                std::optional<Actor>& caller);

/// 400 `invalid_json` for what is not one JSON document, 422 `validation` for JSON that this house doesn't take (a
/// fraction, a number beyond 2^53, hidden control characters). Null when the body is fine; its shape is the handler's.
std::optional<Problem> check_json(std::string_view body, std::size_t limit);

/// Runs one step; what it throws becomes a problem: 503 for StorageUnavailable, 500 for everything else.
/// `failed` receives the text for the log.
std::optional<Problem> guarded(const std::function<std::optional<Problem>()>& step,
                               const std::function<void(const std::string&)>& failed);

}  // namespace vinhdanh
