// From a bearer token to the person in the appointment it is bound to.
#include "api/desk/authenticate.hpp"

#include "api/http/preconditions.hpp"
#include "api/http/problems.hpp"
#include "engine/codec/digest.hpp"

namespace vinhdanh {

Actor actor_of(const Store& store, const Appointment& appointment) {
  Actor actor{appointment.person, appointment.id, appointment.office, appointment.role, appointment.capacity, {}};
  if (appointment.capacity != Capacity::deputy || !appointment.deputy_for) return actor;
  if (const auto holder = store.appointment(*appointment.deputy_for)) {
    actor.role = holder->role;
    actor.behalf_of = holder->person;
  }
  return actor;
}

std::optional<Actor> authenticate(const Deps& deps, std::string_view token) {
  const auto known = deps.store.token(sha256_hex(token));
  if (!known || known->expires <= deps.clock.system_now()) return std::nullopt;
  const auto appointment = deps.store.appointment(known->appointment);
  if (!appointment || !appointment->in_force(deps.clock.business_now().legal_date())) return std::nullopt;
  const auto account = deps.store.account(appointment->person);
  if (!account || account->disabled) return std::nullopt;
  return actor_of(deps.store, *appointment);
}

Authenticate authenticator(const Deps& deps) {
  return [&deps](const HttpRequest& request) -> std::variant<Actor, Problem> {
    const auto token = bearer_token(request);
    auto actor = token ? authenticate(deps, *token) : std::nullopt;
    if (!actor) return known_problem("unauthenticated");
    return std::move(*actor);
  };
}

}  // namespace vinhdanh
