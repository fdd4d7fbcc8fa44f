// Routes about one's own sign-in.
#include "api/desk/reference/reference.hpp"
#include "api/desk/sign_in/handlers.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

namespace {

constexpr std::size_t kSignInLimit = 4u << 10;

HttpRoute own(SignIn& sign_in, std::string method, std::string pattern, BodyKind body, OwnHandler handler) {
  return {std::move(method),
          std::move(pattern),
          Access::own(),
          body,
          body == BodyKind::none ? 0 : kSignInLimit,
          [&sign_in, handler](const HttpRequest& request, const std::optional<Actor>& caller, const Respond& respond) {
            handler(sign_in, request, caller.value(), respond);
          }};
}

}  // namespace

std::vector<HttpRoute> session_routes(SignIn& sign_in) {
  return {
      {"POST", "/v1/sessions", Access::open(), BodyKind::json, kSignInLimit,
       [&sign_in](const HttpRequest& request, const std::optional<Actor>&, const Respond& respond) {
         sign_in_by_password(sign_in, request, respond);
       }},
      own(sign_in, "GET", "/v1/sessions", BodyKind::none, list_sessions),
      own(sign_in, "DELETE", "/v1/sessions", BodyKind::none, end_all_sessions),
      own(sign_in, "DELETE", "/v1/sessions/current", BodyKind::none, sign_out),
      own(sign_in, "DELETE", "/v1/sessions/{id}", BodyKind::none, end_session),
      own(sign_in, "GET", "/v1/session", BodyKind::none, show_session),
      own(sign_in, "PUT", "/v1/session/appointment", BodyKind::json, choose_appointment),
      own(sign_in, "PUT", "/v1/password", BodyKind::json, change_password),
      own(sign_in, "POST", "/v1/second-factor", BodyKind::json, begin_second_factor),
      own(sign_in, "POST", "/v1/second-factor/confirmation", BodyKind::json, confirm_second_factor),
      own(sign_in, "PUT", "/v1/second-factor", BodyKind::json, renew_second_factor),
      own(sign_in, "DELETE", "/v1/second-factor", BodyKind::json, remove_own_second_factor),
  };
}

}  // namespace vinhdanh
