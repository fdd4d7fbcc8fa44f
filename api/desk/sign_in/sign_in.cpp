// The steps that the handlers of signing in share.
#include "api/desk/sign_in/sign_in.hpp"

#include <algorithm>
#include <future>
#include <memory>

#include "adapters/random.hpp"
#include "adapters/totp.hpp"
#include "api/desk/caller/authenticate.hpp"
#include "api/desk/caller/names.hpp"
#include "api/http/problems.hpp"
#include "engine/codec/base64url.hpp"
#include "engine/codec/digest.hpp"

namespace vinhdanh {

namespace {

constexpr std::size_t most_sessions = 20;
constexpr std::size_t longest_agent = 200;

/// Header bytes may be anything; this goes into JSON.
std::string readable(const std::string& agent) {
  std::string text = agent.substr(0, longest_agent);
  std::ranges::replace_if(
      text, [](char c) { return c < 0x20 || c > 0x7e; }, '?');
  return text;
}

void end_oldest(const Deps& deps, const PersonId& person) {
  const auto all = deps.sign_in.sessions(person);
  for (std::size_t i = 0; i + most_sessions < all.size(); ++i) deps.sign_in.end_session(person, all[i].id);
}

Json appointment_json(const Deps& deps, const Appointment& appointment, Date day) {
  const Actor actor = actor_of(deps.store, appointment);
  Json json{{"id", appointment.id},
            {"office", appointment.office},
            {"office_name", office_name(deps.rulebook.organisation(), appointment.office, day)},
            {"role", name_of(actor.role)},
            {"capacity", name_of(appointment.capacity)},
            {"from", appointment.from.text()}};
  if (appointment.to) json["to"] = appointment.to->text();
  if (actor.behalf_of)
    json["behalf_of"] = {{"person", *actor.behalf_of}, {"name", person_name(deps.store, *actor.behalf_of)}};
  return json;
}

}  // namespace

void in_line(SignIn& sign_in, const HttpRequest& request, Respond respond,
             std::function<HttpResponse(const HttpRequest&)> work) {
  auto job = [request, respond, work = std::move(work)] {
    const auto answer = [&]() -> HttpResponse {
      try {
        return work(request);
      } catch (const StorageUnavailable&) {
        return storage_unavailable(request);
      } catch (const std::exception&) {
        return problem(request, "internal_error");
      }
    };
    respond(answer());
  };
  if (!sign_in.line.start(std::move(job))) respond(problem(request, "overloaded"));
}

std::optional<HttpResponse> commit_or_fault(const Deps& deps, const HttpRequest& request, Change change) {
  auto promise = std::make_shared<std::promise<Fate>>();
  auto future = promise->get_future();
  deps.committer.submit(std::move(change), [promise](Fate fate) { promise->set_value(std::move(fate)); });
  const Fate fate = future.get();
  if (fate.unwritten) return storage_unavailable(request);
  if (fate.unknown) return outcome_unknown(request);
  if (fate.result.status == CommitStatus::not_in_role)
    return refused(request, RefusalReason{Reason::not_in_role, {}, {}, {}});
  if (fate.result.status != CommitStatus::done) return problem(request, "account_state");
  return std::nullopt;
}

std::optional<HttpResponse> held_back(SignIn& sign_in, const HttpRequest& request, const std::string& login) {
  const int seconds = sign_in.throttle.wait(login, request.peer, sign_in.deps.clock.system_now());
  if (seconds == 0) return std::nullopt;
  return rate_limited(request, seconds);
}

HttpResponse codes_held_back(SignIn& sign_in, const HttpRequest& request, const PersonId& person) {
  return rate_limited(request, std::max(1, sign_in.throttle.code_wait(person, sign_in.deps.clock.system_now())));
}

std::optional<HttpResponse> prove(SignIn& sign_in, const HttpRequest& request, const PersonId& person,
                                  const std::string& password, const std::string& pointer, Proving& proving) {
  const Deps& deps = sign_in.deps;
  const auto account = deps.store.account(person);
  const auto credential = deps.sign_in.credential(person);
  if (!account || !credential) return problem(request, "account_state");
  if (auto limited = held_back(sign_in, request, account->login)) return limited;
  if (!sign_in.passwords.matches(credential->password, password)) {
    sign_in.throttle.failed(account->login, request.peer, deps.clock.system_now());
    return wrong_member(request, pointer, "wrong_password", "Mật khẩu hiện tại không đúng.",
                        "This is not the current password.");
  }
  proving = {*account, *credential};
  return std::nullopt;
}

CodeUse use_code(SignIn& sign_in, const Credential& credential, const std::string& code) {
  const Instant now = sign_in.deps.clock.system_now();
  if (!sign_in.throttle.try_code(credential.person, now)) return CodeUse::held_back;
  const auto step = credential.totp_secret ? step_of_code(*credential.totp_secret, code, now) : std::nullopt;
  if (!step || !sign_in.deps.sign_in.use_totp_step(credential.person, *step)) return CodeUse::wrong;
  sign_in.throttle.code_was_right(credential.person);
  return CodeUse::right;
}

BrowserSession open_session(SignIn& sign_in, const HttpRequest& request, const PersonId& person,
                            std::optional<AppointmentId> appointment, bool second_factor, HttpResponse& answer) {
  const std::string token = "vs_" + to_base64url(random_bytes(32));
  BrowserSession session;
  session.sha256 = sha256_hex(token);
  session.id = sign_in.deps.fresh.id();
  session.person = person;
  session.appointment = std::move(appointment);
  session.second_factor = second_factor;
  session.created = session.seen = sign_in.deps.clock.system_now();
  session.expires = {session.created.milliseconds + sign_in.settings.longest_minutes * 60'000};
  session.address = request.peer;
  session.agent = readable(request.header("user-agent").value_or(""));
  sign_in.deps.sign_in.put_session(session);
  end_oldest(sign_in.deps, person);
  answer.set("Set-Cookie", cookie_with(sign_in.settings, token));
  return session;
}

Json session_json(const SignIn& sign_in, const BrowserSession& session) {
  const Deps& deps = sign_in.deps;
  const Date day = deps.clock.business_now().legal_date();
  const auto credential = deps.sign_in.credential(session.person);
  auto choices = Json::array();
  for (const Appointment& appointment : appointments_in_force(deps.store, session.person, day))
    choices.push_back(appointment_json(deps, appointment, day));
  Json json{{"session", session.id},
            {"person", session.person},
            {"name", person_name(deps.store, session.person)},
            {"expires", session.expires.text()},
            {"idle_minutes", sign_in.settings.idle_minutes},
            {"appointments", std::move(choices)},
            {"must_change_password", credential && credential->must_change},
            {"second_factor",
             {{"enrolled", credential && credential->totp_confirmed},
              {"required", is_decider(deps.store, session.person, day)},
              {"passed", session.second_factor}}}};
  if (const auto account = deps.store.account(session.person)) json["login"] = account->login;
  if (session.appointment) json["appointment"] = *session.appointment;
  return json;
}

Actor own_actor(const Deps& deps, const Actor& caller) {
  if (!caller.appointment.empty()) return caller;
  const auto held = appointments_in_force(deps.store, caller.person, deps.clock.business_now().legal_date());
  return held.empty() ? caller : actor_of(deps.store, held.front());
}

void note_access(SignIn& sign_in, const HttpRequest& request, const char* route, AccessKind kind,
                 const std::optional<PersonId>& person, const std::string& target, int status,
                 const std::string& code) {
  AccessEntry entry;
  entry.at = sign_in.deps.clock.system_now();
  entry.kind = kind;
  entry.person = person;
  entry.address = request.peer;
  entry.method = request.method;
  entry.route = route;
  entry.target = target;
  entry.status = status;
  entry.code = code;
  entry.request_id = request.request_id;
  sign_in.deps.access_log.add({&entry, 1});
}

HttpResponse wrong_member(const HttpRequest& request, const std::string& pointer, const std::string& code,
                          const std::string& vi, const std::string& en) {
  return invalid(request, {ProblemError{pointer, code, vi, en}});
}

}  // namespace vinhdanh
