// From a bearer token, or a session's cookie, to the person in the appointment it is bound to.
#include "api/desk/caller/authenticate.hpp"

#include <algorithm>

#include "api/http/preconditions.hpp"
#include "api/http/problems.hpp"
#include "engine/codec/digest.hpp"

namespace vinhdanh {

namespace {

constexpr std::int64_t minute = 60'000;

using Recognised = std::variant<Actor, Problem, Limited>;

/// A write for each request would cost more than the request: a minute's precision is enough.
void note_seen(const Deps& deps, BrowserSession session, Instant now) {
  if (now.milliseconds - session.seen.milliseconds < minute) return;
  session.seen = now;
  deps.sign_in.put_session(session);
}

std::optional<Appointment> chosen(const Deps& deps, const BrowserSession& session, Date day) {
  if (!session.appointment) return std::nullopt;
  auto appointment = deps.store.appointment(*session.appointment);
  if (!appointment || appointment->person != session.person || !appointment->in_force(day)) return std::nullopt;
  return appointment;
}

Recognised person_of(const Deps& deps, const BrowserSession& session) {
  const auto account = deps.store.account(session.person);
  const auto credential = deps.sign_in.credential(session.person);
  if (!account || account->disabled || !credential) return known_problem("unauthenticated");
  const Date day = deps.clock.business_now().legal_date();
  const auto appointment = chosen(deps, session, day);
  Actor actor;
  actor.person = session.person;
  if (appointment) actor = actor_of(deps.store, *appointment);
  if (credential->must_change) return Limited{std::move(actor), "password_change_required"};
  if (appointment) {
    if (actor.role == Role::decider && !session.second_factor)
      return Limited{std::move(actor), "second_factor_required"};
    return actor;
  }
  const bool lacks_factor = !session.second_factor && is_decider(deps.store, session.person, day);
  return Limited{std::move(actor), lacks_factor ? "second_factor_required" : "appointment_required"};
}

/// A page opens its stream again by itself when the connection breaks, whether or not somebody sits before it.
bool asks_for_stream(const HttpRequest& request) { return request.header("accept") == "text/event-stream"; }

Recognised by_session(const Deps& deps, const SignInSettings& settings, const HttpRequest& request, bool is_use) {
  const bool only_reads = request.method == "GET" || request.method == "HEAD";
  if (!only_reads && sending_page(settings, request) != SendingPage::ours) return known_problem("csrf");
  const auto session = session_of(deps, settings, request);
  if (!session) return known_problem("unauthenticated");
  auto answer = person_of(deps, *session);
  const bool counts = is_use && !asks_for_stream(request);
  if (counts && !std::holds_alternative<Problem>(answer)) note_seen(deps, *session, deps.clock.system_now());
  return answer;
}

}  // namespace

Actor actor_of(const Store& store, const Appointment& appointment) {
  Actor actor{appointment.person, appointment.id, appointment.office, appointment.role, appointment.capacity, {}};
  if (appointment.capacity != Capacity::deputy || !appointment.deputy_for) return actor;
  if (const auto holder = store.appointment(*appointment.deputy_for)) {
    actor.role = holder->role;
    actor.behalf_of = holder->person;
  }
  return actor;
}

std::vector<Appointment> appointments_in_force(const Store& store, const PersonId& person, Date day) {
  auto all = store.appointments();
  std::erase_if(all, [&](const Appointment& it) { return it.person != person || !it.in_force(day); });
  return all;
}

bool is_decider(const Store& store, const PersonId& person, Date day) {
  const auto held = appointments_in_force(store, person, day);
  return std::ranges::any_of(held, [&](const Appointment& it) { return actor_of(store, it).role == Role::decider; });
}

std::optional<Actor> actor_in_force(const Deps& deps, const AppointmentId& id) {
  const auto appointment = deps.store.appointment(id);
  if (!appointment || !appointment->in_force(deps.clock.business_now().legal_date())) return std::nullopt;
  const auto account = deps.store.account(appointment->person);
  if (!account || account->disabled) return std::nullopt;
  return actor_of(deps.store, *appointment);
}

std::optional<Actor> authenticate(const Deps& deps, std::string_view token) {
  const auto known = deps.store.token(sha256_hex(token));
  if (!known || known->expires <= deps.clock.system_now()) return std::nullopt;
  return actor_in_force(deps, known->appointment);
}

std::optional<BrowserSession> session_of(const Deps& deps, const SignInSettings& settings, const HttpRequest& request) {
  const auto token = session_token(settings, request);
  if (!token) return std::nullopt;
  auto session = deps.sign_in.session(sha256_hex(*token));
  const Instant now = deps.clock.system_now();
  if (!session || session->expires <= now) return std::nullopt;
  if (now.milliseconds - session->seen.milliseconds > settings.idle_minutes * minute) return std::nullopt;
  return session;
}

namespace {

Authenticate recognising(const Deps& deps, SignInSettings settings, bool is_use) {
  return [&deps, settings = std::move(settings), is_use](const HttpRequest& request) -> Recognised {
    if (!request.header("authorization") && session_token(settings, request))
      return by_session(deps, settings, request, is_use);
    const auto token = bearer_token(request);
    auto actor = token ? authenticate(deps, *token) : std::nullopt;
    if (!actor) return known_problem("unauthenticated");
    // A token passes no second factor: one made before its role became a deciding one does not decide either.
    if (actor->role == Role::decider && !deps.move_clock) return Limited{std::move(*actor), "second_factor_required"};
    return std::move(*actor);
  };
}

}  // namespace

Authenticate authenticator(const Deps& deps, SignInSettings settings) { return recognising(deps, std::move(settings), true); }

Authenticate still_signed_in(const Deps& deps, SignInSettings settings) {
  return recognising(deps, std::move(settings), false);
}

}  // namespace vinhdanh
