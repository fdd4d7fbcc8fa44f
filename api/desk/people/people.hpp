/// What administrators do through the API: accounts and appointments.
#pragma once

#include "api/desk/deps.hpp"
#include "api/desk/sign_in/sign_in.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

HttpResponse list_accounts(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// POST /v1/accounts/search {text, limit?, cursor?}: each word begins one of the name or the login. By a body, since names go
/// into no address.
HttpResponse search_accounts(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse show_account(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// POST /v1/accounts {login, name, email?}
void add_account(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
/// PUT /v1/accounts/{id}/email {email?}
void put_address(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
void disable_account(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
void enable_account(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
/// PUT /v1/accounts/{id}/password {password}: a first one, which its holder must change.
void give_password(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond);

HttpResponse list_appointments(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse show_appointment(const Deps& deps, const HttpRequest& request, const Actor& actor);
void request_appointment(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
void grant_appointment(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
void refuse_appointment(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
/// POST /v1/appointments/{id}/actions/end {last_day?}: today when not said; not before yesterday.
void end_appointment(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
/// PUT /v1/appointments/{id}/document: the authorisation of a deputy, by whoever asked, while it waits.
void put_authorisation(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
HttpResponse get_authorisation(const Deps& deps, const HttpRequest& request, const Actor& actor);

Json appointment_view(const Deps& deps, const Appointment& appointment);

/// One at-sign with something on both sides, at most 254 visible ASCII characters.
bool is_address(const std::string& text);
/// 2 to 64 letters, digits and `._@-`.
bool is_login(const std::string& text);

}  // namespace vinhdanh
