// Opening, showing and ending sessions, and choosing in which role to work.
#include <algorithm>

#include "api/desk/caller/authenticate.hpp"
#include "api/desk/caller/lookup.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/query.hpp"
#include "api/desk/sign_in/handlers.hpp"

namespace vinhdanh {

namespace {

struct LoginBody {
  std::string login;
  std::string password;
  std::optional<std::string> code;
  VINHDANH_MEMBERS(login, password, code)
};

struct ChoiceBody {
  AppointmentId appointment;
  VINHDANH_MEMBERS(appointment)
};

HttpResponse turned_away(SignIn& sign_in, const HttpRequest& request, const std::string& login,
                         const std::optional<PersonId>& person) {
  sign_in.throttle.failed(login, request.peer, sign_in.deps.clock.system_now());
  auto answer = problem(request, "sign_in_failed");
  note_access(sign_in, request, "/v1/sessions", AccessKind::sign_in_failed, person, "", answer.status,
              "sign_in_failed");
  return answer;
}

/// Somebody has the password and goes on trying codes: the log says it.
HttpResponse held_back_by_codes(SignIn& sign_in, const HttpRequest& request, const PersonId& person) {
  auto answer = codes_held_back(sign_in, request, person);
  note_access(sign_in, request, "/v1/sessions", AccessKind::sign_in_failed, person, "", answer.status, "rate_limited");
  return answer;
}

/// Where there is no choice, there is nothing to choose.
std::optional<AppointmentId> only_appointment(const Deps& deps, const PersonId& person, bool second_factor) {
  const auto held = appointments_in_force(deps.store, person, deps.clock.business_now().legal_date());
  if (held.size() != 1) return std::nullopt;
  if (!second_factor && actor_of(deps.store, held.front()).role == Role::decider) return std::nullopt;
  return held.front().id;
}

HttpResponse welcome(SignIn& sign_in, const HttpRequest& request, const Credential& credential) {
  const Deps& deps = sign_in.deps;
  deps.sign_in.drop_expired_sessions(deps.clock.system_now());
  HttpResponse cookie;
  const bool factor = credential.totp_confirmed;
  const auto session = open_session(sign_in, request, credential.person,
                                    only_appointment(deps, credential.person, factor), factor, cookie);
  // What ends sessions may have come between the password's check and the new session.
  const auto now = deps.sign_in.credential(credential.person);
  const auto account = deps.store.account(credential.person);
  if (!now || now->password != credential.password || !account || account->disabled) {
    deps.sign_in.end_session(credential.person, session.id);
    return problem(request, "sign_in_failed");
  }
  note_access(sign_in, request, "/v1/sessions", AccessKind::signed_in, credential.person, session.id, 201, "");
  auto answer = json_response(201, session_json(sign_in, session));
  for (const auto& [name, value] : cookie.headers) answer.set(name, value);
  return answer;
}

/// A login that nobody has costs the time of one that somebody has.
HttpResponse try_sign_in(SignIn& sign_in, const HttpRequest& request, const LoginBody& body) {
  const Deps& deps = sign_in.deps;
  if (auto limited = held_back(sign_in, request, body.login)) return std::move(*limited);
  sign_in.passwords.prepare();
  const auto account = deps.sign_in.account_by_login(body.login);
  const auto credential = account ? deps.sign_in.credential(account->person) : std::nullopt;
  const auto person = account ? std::optional(account->person) : std::nullopt;
  bool right = false;
  if (credential)
    right = sign_in.passwords.matches(credential->password, body.password) && !account->disabled;
  else
    sign_in.passwords.match_nobody(body.password);
  if (!right) return turned_away(sign_in, request, body.login, person);
  if (credential->totp_confirmed) {
    if (!body.code) return problem(request, "second_factor_code_needed");
    const auto used = use_code(sign_in, *credential, *body.code);
    if (used == CodeUse::held_back) return held_back_by_codes(sign_in, request, credential->person);
    if (used == CodeUse::wrong) return turned_away(sign_in, request, body.login, person);
  }
  sign_in.throttle.succeeded(body.login, request.peer);
  return welcome(sign_in, request, *credential);
}

Json line_of(const BrowserSession& session, bool current) {
  Json json{{"id", session.id},
            {"created", session.created.text()},
            {"seen", session.seen.text()},
            {"expires", session.expires.text()},
            {"address", session.address},
            {"agent", session.agent},
            {"second_factor", session.second_factor},
            {"current", current}};
  if (session.appointment) json["appointment"] = *session.appointment;
  return json;
}

bool is_live(const SignIn& sign_in, const BrowserSession& session) {
  const auto now = sign_in.deps.clock.system_now().milliseconds;
  return session.expires.milliseconds > now &&
         now - session.seen.milliseconds <= sign_in.settings.idle_minutes * 60'000;
}

HttpResponse ended(SignIn& sign_in, const HttpRequest& request, bool also_mine) {
  auto answer = json_response(200, {{"ended", true}});
  if (also_mine && session_token(sign_in.settings, request)) answer.set("Set-Cookie", cookie_without(sign_in.settings));
  return answer;
}

std::optional<std::string> why_not(const Deps& deps, const BrowserSession& session, const Appointment& appointment) {
  const auto credential = deps.sign_in.credential(session.person);
  if (credential && credential->must_change) return "password_change_required";
  const Date day = deps.clock.business_now().legal_date();
  const bool deciding = actor_of(deps.store, appointment).role == Role::decider;
  if (!session.second_factor && (deciding || is_decider(deps.store, session.person, day)))
    return "second_factor_required";
  return std::nullopt;
}

}  // namespace

void sign_in_by_password(SignIn& sign_in, const HttpRequest& request, Respond respond) {
  // A foreign page must not sign its victim in under another name either.
  if (sending_page(sign_in.settings, request) == SendingPage::another) return respond(problem(request, "csrf"));
  auto body = read_body<LoginBody>(request);
  if (!body) return respond(std::move(body.response()));
  in_line(sign_in, request, std::move(respond), [&sign_in, body = std::move(*body)](const HttpRequest& request) {
    return try_sign_in(sign_in, request, body);
  });
}

void show_session(SignIn& sign_in, const HttpRequest& request, const Actor&, Respond respond) {
  QueryReader query(request);
  if (auto fault = query.end()) return respond(std::move(*fault));
  const auto session = session_of(sign_in.deps, sign_in.settings, request);
  respond(session ? json_response(200, session_json(sign_in, *session)) : problem(request, "session_required"));
}

void list_sessions(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond) {
  QueryReader query(request);
  if (auto fault = query.end()) return respond(std::move(*fault));
  const auto mine = session_of(sign_in.deps, sign_in.settings, request);
  auto items = Json::array();
  for (const auto& session : sign_in.deps.sign_in.sessions(actor.person)) {
    if (is_live(sign_in, session)) items.push_back(line_of(session, mine && mine->id == session.id));
  }
  respond(json_response(200, {{"items", std::move(items)}}));
}

void end_session(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond) {
  const auto& id = path_parameter(request, "id");
  const auto mine = session_of(sign_in.deps, sign_in.settings, request);
  const auto all = sign_in.deps.sign_in.sessions(actor.person);
  if (std::ranges::find(all, id, &BrowserSession::id) == all.end()) return respond(not_found(request));
  sign_in.deps.sign_in.end_session(actor.person, id);
  note_access(sign_in, request, "/v1/sessions/{id}", AccessKind::signed_out, actor.person, id, 200, "");
  respond(ended(sign_in, request, mine && mine->id == id));
}

void end_all_sessions(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond) {
  sign_in.deps.sign_in.end_sessions(actor.person);
  note_access(sign_in, request, "/v1/sessions", AccessKind::signed_out, actor.person, "", 200, "");
  respond(ended(sign_in, request, true));
}

void sign_out(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond) {
  const auto session = session_of(sign_in.deps, sign_in.settings, request);
  if (!session) return respond(problem(request, "session_required"));
  sign_in.deps.sign_in.end_session(actor.person, session->id);
  note_access(sign_in, request, "/v1/sessions/current", AccessKind::signed_out, actor.person, session->id, 200, "");
  respond(ended(sign_in, request, true));
}

void choose_appointment(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond) {
  const Deps& deps = sign_in.deps;
  auto session = session_of(deps, sign_in.settings, request);
  if (!session) return respond(problem(request, "session_required"));
  auto body = read_body<ChoiceBody>(request);
  if (!body) return respond(std::move(body.response()));
  const auto appointment = deps.store.appointment(body->appointment);
  const bool his = appointment && appointment->person == actor.person &&
                   appointment->in_force(deps.clock.business_now().legal_date());
  if (!his) return respond(invalid(request, {unknown_value("/appointment")}));
  if (const auto code = why_not(deps, *session, *appointment)) return respond(problem(request, *code));
  session->appointment = appointment->id;
  session->seen = deps.clock.system_now();
  deps.sign_in.put_session(*session);
  respond(json_response(200, session_json(sign_in, *session)));
}

}  // namespace vinhdanh
