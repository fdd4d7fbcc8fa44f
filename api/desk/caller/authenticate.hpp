/// From a bearer token, or a session's cookie, to the person in the appointment it is bound to.
#pragma once

#include <optional>
#include <string_view>

#include "api/desk/deps.hpp"
#include "api/desk/sign_in/settings.hpp"
#include "api/http/dispatch.hpp"

namespace vinhdanh {

/// Nothing when the token is unknown or expired (system time), its appointment is not in force on the business date, or
/// the account is disabled. A deputy acts in the role, and on behalf, of the holder he deputises for.
std::optional<Actor> authenticate(const Deps& deps, std::string_view token);

/// The person in that appointment; nothing when it is not in force on the business date, or the account is disabled.
std::optional<Actor> actor_in_force(const Deps& deps, const AppointmentId& appointment);

/// For the server: 401 without a bearer token or a session that speaks for somebody; a request with Authorization is
/// judged by that alone, and decides nothing outside a demo, since no second factor came with it. With a cookie a
/// request that may change something must come from our own pages, or it is 403 `csrf`. `deps` outlives it.
Authenticate authenticator(const Deps& deps, SignInSettings settings = {});

/// Whether whoever made this request may still do so; it does not count as use of his session.
Authenticate still_signed_in(const Deps& deps, SignInSettings settings = {});

/// The session of the request's cookie while it is good: not ended, expired, or idle for too long.
std::optional<BrowserSession> session_of(const Deps& deps, const SignInSettings& settings, const HttpRequest& request);

/// The actor of an appointment, whatever the day.
Actor actor_of(const Store& store, const Appointment& appointment);

/// The person's appointments that are in force that day.
std::vector<Appointment> appointments_in_force(const Store& store, const PersonId& person, Date day);
/// Holds, or deputises in, a deciding role that day: signs in with a second factor only.
bool is_decider(const Store& store, const PersonId& person, Date day);

}  // namespace vinhdanh
