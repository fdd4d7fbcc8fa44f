// How the desk's functions become handlers.
#include "api/routes/handlers.hpp"

namespace vinhdanh {

Access with(Right right) { return Access::only(roles_with(right)); }

Handler reading(const Deps& deps, Read read) {
  return [&deps, read](const HttpRequest& request, const std::optional<Actor>& caller, const Respond& respond) {
    respond(read(deps, request, caller.value()));
  };
}

Handler acting(const Deps& deps, Act act) {
  return [&deps, act](const HttpRequest& request, const std::optional<Actor>& caller, const Respond& respond) {
    act(deps, request, caller.value(), respond);
  };
}

HttpRoute get(const Deps& deps, std::string pattern, Access access, Read read) {
  return {"GET", std::move(pattern), std::move(access), BodyKind::none, 0, reading(deps, read)};
}

HttpRoute post_read(const Deps& deps, std::string pattern, Access access, Read read) {
  return {"POST", std::move(pattern), std::move(access), BodyKind::json, kJsonLimit, reading(deps, read)};
}

HttpRoute post(const Deps& deps, std::string pattern, Access access, Act act) {
  return {"POST", std::move(pattern), std::move(access), BodyKind::json, kJsonLimit, acting(deps, act)};
}

}  // namespace vinhdanh
