/// From a bearer token to the person in the appointment it is bound to.
#pragma once

#include <optional>
#include <string_view>

#include "api/desk/deps.hpp"
#include "api/http/dispatch.hpp"

namespace vinhdanh {

/// Nothing when the token is unknown or expired (system time), its appointment is not in force on the business date, or
/// the account is disabled. A deputy acts in the role, and on behalf, of the holder he deputises for.
std::optional<Actor> authenticate(const Deps& deps, std::string_view token);

/// For the server: 401 without a bearer token that speaks for somebody. `deps` outlives it.
Authenticate authenticator(const Deps& deps);

/// The actor of an appointment, whatever the day.
Actor actor_of(const Store& store, const Appointment& appointment);

}  // namespace vinhdanh
