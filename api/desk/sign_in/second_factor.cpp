// Enrolling a second factor, putting a new one in its place, and giving it up. Each time all sessions end, and the caller's begins anew.
#include "adapters/totp.hpp"
#include "api/desk/caller/authenticate.hpp"
#include "api/desk/people/admin.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/sign_in/handlers.hpp"

namespace vinhdanh {

namespace {

struct EnrolBody {
  std::string password;
  VINHDANH_MEMBERS(password)
};

struct CodeBody {
  std::string code;
  VINHDANH_MEMBERS(code)
};

struct RemovalBody {
  std::string password;
  std::string code;
  VINHDANH_MEMBERS(password, code)
};

struct RenewalBody {
  std::string password;
  std::string code;      ///< of the present one
  std::string secret;    ///< the new one
  std::string new_code;
  VINHDANH_MEMBERS(password, code, secret, new_code)
};

HttpResponse wrong_code(SignIn& sign_in, const HttpRequest& request, const std::string& login,
                        const std::string& pointer = "/code") {
  sign_in.throttle.failed(login, request.peer, sign_in.deps.clock.system_now());
  return wrong_member(request, pointer, "wrong_code", "Mã xác thực không đúng, đã dùng, hoặc đã hết hạn.",
                      "The code is wrong, was used, or is of another time.");
}

HttpResponse begin(SignIn& sign_in, const HttpRequest& request, const Actor& actor, const EnrolBody& body) {
  Proving proving;
  if (auto fault = prove(sign_in, request, actor.person, body.password, "/password", proving)) return std::move(*fault);
  const std::string secret = new_totp_secret();
  // The present one counts until `renew` has seen codes of both: nothing is kept of the new one before.
  if (!proving.credential.totp_confirmed) sign_in.deps.sign_in.put_enrolment(actor.person, secret);
  return json_response(200, {{"secret", secret}, {"uri", otpauth_uri(secret, proving.account.login)}});
}

HttpResponse renewed(SignIn& sign_in, const HttpRequest& request, const std::optional<BrowserSession>& session,
                     bool enrolled) {
  HttpResponse answer = json_response(200, {{"enrolled", enrolled}});
  if (session) open_session(sign_in, request, session->person, session->appointment, enrolled, answer);
  return answer;
}

HttpResponse confirm(SignIn& sign_in, const HttpRequest& request, const Actor& actor, const CodeBody& body) {
  const Deps& deps = sign_in.deps;
  const auto session = session_of(deps, sign_in.settings, request);
  const auto account = deps.store.account(actor.person);
  auto credential = deps.sign_in.credential(actor.person);
  if (!account || !credential || !credential->totp_secret) return problem(request, "second_factor_missing");
  if (credential->totp_confirmed) return problem(request, "second_factor_exists");
  if (auto limited = held_back(sign_in, request, account->login)) return std::move(*limited);
  const auto step = step_of_code(*credential->totp_secret, body.code, deps.clock.system_now());
  if (!step) return wrong_code(sign_in, request, account->login);
  credential->totp_confirmed = true;
  credential->totp_step = *step;
  auto change = enrol_second_factor(deps.clock, deps.fresh, own_actor(deps, actor), *account, std::move(*credential));
  if (auto fault = commit_or_fault(deps, request, std::move(change))) return std::move(*fault);
  return renewed(sign_in, request, session, true);
}

/// The present password, and a second factor that it protects.
std::optional<HttpResponse> prove_enrolled(SignIn& sign_in, const HttpRequest& request, const Actor& actor,
                                           const std::string& password, Proving& proving) {
  if (auto fault = prove(sign_in, request, actor.person, password, "/password", proving)) return fault;
  if (!proving.credential.totp_confirmed) return problem(request, "second_factor_missing");
  return std::nullopt;
}

/// A code of the present second factor, which is used by this.
std::optional<HttpResponse> prove_code(SignIn& sign_in, const HttpRequest& request, const Proving& proving,
                                       const std::string& code) {
  const auto used = use_code(sign_in, proving.credential, code);
  if (used == CodeUse::held_back) return codes_held_back(sign_in, request, proving.account.person);
  if (used == CodeUse::wrong) return wrong_code(sign_in, request, proving.account.login);
  return std::nullopt;
}

HttpResponse renew(SignIn& sign_in, const HttpRequest& request, const Actor& actor, const RenewalBody& body) {
  const Deps& deps = sign_in.deps;
  const auto session = session_of(deps, sign_in.settings, request);
  Proving proving;
  if (auto fault = prove_enrolled(sign_in, request, actor, body.password, proving)) return std::move(*fault);
  if (!is_totp_secret(body.secret) || body.secret == proving.credential.totp_secret)
    return wrong_member(request, "/secret", "wrong_secret", "Khóa không phải là khóa mới đã được cấp.",
                        "The secret is not a new one as it was given out.");
  const auto step = step_of_code(body.secret, body.new_code, deps.clock.system_now());
  if (!step) return wrong_code(sign_in, request, proving.account.login, "/new_code");
  if (auto fault = prove_code(sign_in, request, proving, body.code)) return std::move(*fault);
  proving.credential.totp_secret = body.secret;
  proving.credential.totp_step = *step;
  auto change = enrol_second_factor(deps.clock, deps.fresh, own_actor(deps, actor), proving.account, proving.credential);
  if (auto fault = commit_or_fault(deps, request, std::move(change))) return std::move(*fault);
  return renewed(sign_in, request, session, true);
}

HttpResponse remove(SignIn& sign_in, const HttpRequest& request, const Actor& actor, const RemovalBody& body) {
  const Deps& deps = sign_in.deps;
  const auto session = session_of(deps, sign_in.settings, request);
  Proving proving;
  if (auto fault = prove_enrolled(sign_in, request, actor, body.password, proving)) return std::move(*fault);
  if (is_decider(deps.store, actor.person, deps.clock.business_now().legal_date()))
    return problem(request, "second_factor_required");
  if (auto fault = prove_code(sign_in, request, proving, body.code)) return std::move(*fault);
  auto change =
      remove_second_factor(deps.clock, deps.fresh, own_actor(deps, actor), proving.account, proving.credential);
  if (auto fault = commit_or_fault(deps, request, std::move(change))) return std::move(*fault);
  return renewed(sign_in, request, session, false);
}

template <class Body, class Step>
void with_body(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond, Step step) {
  auto body = read_body<Body>(request);
  if (!body) return respond(std::move(body.response()));
  in_line(sign_in, request, std::move(respond),
          [&sign_in, actor, step, body = std::move(*body)](const HttpRequest& request) {
            return step(sign_in, request, actor, body);
          });
}

}  // namespace

void begin_second_factor(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond) {
  with_body<EnrolBody>(sign_in, request, actor, std::move(respond), begin);
}

void confirm_second_factor(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond) {
  with_body<CodeBody>(sign_in, request, actor, std::move(respond), confirm);
}

void renew_second_factor(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond) {
  with_body<RenewalBody>(sign_in, request, actor, std::move(respond), renew);
}

void remove_own_second_factor(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond) {
  with_body<RemovalBody>(sign_in, request, actor, std::move(respond), remove);
}

}  // namespace vinhdanh
