/// How the desk's functions become handlers, and how large a body may be.
#pragma once

#include "api/desk/caller/rights.hpp"
#include "api/desk/deps.hpp"
#include "api/desk/request/answers.hpp"
#include "api/http/route.hpp"

namespace vinhdanh {

inline constexpr std::size_t kJsonLimit = 256u << 10;

/// The door of a route: only roles with this right.
Access with(Right right);

using Read = HttpResponse (*)(const Deps&, const HttpRequest&, const Actor&);
using Act = void (*)(const Deps&, const HttpRequest&, const Actor&, Respond);

/// Answers at once.
Handler reading(const Deps& deps, Read read);
/// Answers when its change is committed.
Handler acting(const Deps& deps, Act act);

HttpRoute get(const Deps& deps, std::string pattern, Access access, Read read);
HttpRoute post_read(const Deps& deps, std::string pattern, Access access, Read read);
HttpRoute post(const Deps& deps, std::string pattern, Access access, Act act);

}  // namespace vinhdanh
