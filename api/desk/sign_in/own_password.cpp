// Changing one's own password.
#include "api/desk/caller/authenticate.hpp"
#include "api/desk/people/admin.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/sign_in/handlers.hpp"
#include "api/desk/sign_in/password_rules.hpp"

namespace vinhdanh {

namespace {

struct PasswordBody {
  std::string current_password;
  std::string new_password;
  VINHDANH_MEMBERS(current_password, new_password)
};

HttpResponse change(SignIn& sign_in, const HttpRequest& request, const Actor& actor, const PasswordBody& body) {
  const Deps& deps = sign_in.deps;
  const auto session = session_of(deps, sign_in.settings, request);
  Proving proving;
  if (auto fault = prove(sign_in, request, actor.person, body.current_password, "/current_password", proving))
    return std::move(*fault);
  if (auto fault = password_fault(body.new_password, proving.account.login, "/new_password"))
    return invalid(request, {std::move(*fault)});
  if (body.new_password == body.current_password)
    return wrong_member(request, "/new_password", "unchanged", "Mật khẩu mới trùng mật khẩu cũ.",
                        "The new password is the old one.");
  Credential next = proving.credential;
  next.password = sign_in.passwords.hash(body.new_password);
  next.must_change = false;
  auto change = set_password(deps.clock, deps.fresh, own_actor(deps, actor), proving.account, std::move(next), true);
  if (auto fault = commit_or_fault(deps, request, std::move(change))) return std::move(*fault);
  sign_in.throttle.succeeded(proving.account.login, request.peer);
  auto answer = json_response(200, {{"changed", true}});
  if (session) open_session(sign_in, request, session->person, session->appointment, session->second_factor, answer);
  return answer;
}

}  // namespace

void change_password(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond) {
  auto body = read_body<PasswordBody>(request);
  if (!body) return respond(std::move(body.response()));
  in_line(sign_in, request, std::move(respond), [&sign_in, actor, body = std::move(*body)](const HttpRequest& request) {
    return change(sign_in, request, actor, body);
  });
}

}  // namespace vinhdanh
