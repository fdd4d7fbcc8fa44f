/// The routes about one's own sign-in.
#pragma once

#include "api/desk/sign_in/sign_in.hpp"
#include "engine/model/actor.hpp"

namespace vinhdanh {

/// POST /v1/sessions {login, password, code?}: the one route here that needs nobody signed in.
void sign_in_by_password(SignIn& sign_in, const HttpRequest& request, Respond respond);

using OwnHandler = void (*)(SignIn&, const HttpRequest&, const Actor&, Respond);

void show_session(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond);
void list_sessions(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond);
void end_session(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond);
void end_all_sessions(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond);
/// DELETE /v1/sessions/current
void sign_out(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond);
/// PUT /v1/session/appointment {appointment}
void choose_appointment(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond);

/// PUT /v1/password {current_password, new_password}: ends all sessions and opens a new one for the caller's.
void change_password(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond);

/// POST /v1/second-factor {password}: a new secret, which counts once a code of it was sent back.
void begin_second_factor(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond);
/// POST /v1/second-factor/confirmation {code}
void confirm_second_factor(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond);
/// PUT /v1/second-factor {password, code, secret, new_code}: the new secret in the place of the present one.
void renew_second_factor(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond);
/// DELETE /v1/second-factor {password, code}
void remove_own_second_factor(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond);

}  // namespace vinhdanh
