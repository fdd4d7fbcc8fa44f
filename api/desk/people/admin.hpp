/// What administrators and people do to accounts, roles and definitions, as changes with events. Who may do it, and
/// whether it makes sense, the callers have checked.
#pragma once

#include <optional>
#include <string>

#include "api/desk/deps.hpp"

namespace vinhdanh {

/// The actor of an act from the command line of the machine, where nobody is signed in.
Actor console_actor();
/// The actor of a request from the command line that names who asks.
Actor console_actor(PersonId asks, Role role);

struct NewUser {
  PersonId person;
  Change change;
};
/// The name goes to personal values. `login` should be free: look among `Store::accounts`.
NewUser add_user(Clock& clock, Fresh& fresh, const Actor& actor, const std::string& login, const std::string& name);
/// Its tokens and sessions stop working at once.
Change disable_user(Clock& clock, Fresh& fresh, const Actor& actor, const Account& account);
Change enable_user(Clock& clock, Fresh& fresh, const Actor& actor, const Account& account);
/// Where notices go; nothing takes the address away. It goes to personal values.
Change set_address(Clock& clock, Fresh& fresh, const Actor& actor, const Account& account,
                   const std::optional<std::string>& email);
/// `next` is the whole credential. All sessions of the person end, with the next three too.
Change set_password(Clock& clock, Fresh& fresh, const Actor& actor, const Account& account, Credential next,
                    bool by_holder);
Change enrol_second_factor(Clock& clock, Fresh& fresh, const Actor& actor, const Account& account, Credential next);
Change remove_second_factor(Clock& clock, Fresh& fresh, const Actor& actor, const Account& account,
                            Credential credential);

struct NewRole {
  AppointmentId appointment;
  Change change;
};
/// Granted at once, for the command line of a new installation. `wanted` without id and version. A deputy needs
/// `deputy_for` and a document; the caller checks that.
NewRole assign_role(Clock& clock, Fresh& fresh, const Actor& actor, Appointment wanted);
/// Asked for: it gives no right until a second person grants it.
NewRole request_role(Clock& clock, Fresh& fresh, const Actor& actor, Appointment wanted);
/// Says anew what is asked for: the authorisation's file came.
Change amend_request(Clock& clock, Fresh& fresh, const Actor& actor, const Appointment& before, Appointment next);
/// `account` is the person's, who signs in anew; grants to one person come one after the other.
Change grant_role(Clock& clock, Fresh& fresh, const Actor& actor, const Appointment& asked, const Account& account);
Change refuse_role(Clock& clock, Fresh& fresh, const Actor& actor, const Appointment& asked);
/// The person's sessions end.
Change end_role(Clock& clock, Fresh& fresh, const Actor& actor, const Appointment& appointment, Date last_day);

/// The text itself is the caller's to make and to hand over; only its SHA-256 is stored.
Change create_token(Clock& clock, Fresh& fresh, const Actor& actor, const Appointment& appointment,
                    const std::string& token_text, Instant expires);

/// `record.kind` is plan, law, calendar or organisation; the bytes were checked and hashed before.
Change add_definition(Clock& clock, Fresh& fresh, const Actor& actor, DefinitionRecord record);
Change request_activation(Clock& clock, Fresh& fresh, const Actor& actor, const DefinitionRecord& record);
Change activate_definition(Clock& clock, Fresh& fresh, const Actor& actor, DefinitionRecord record);

/// Commits one change by the store alone, for commands that run without a server.
CommitResult commit_alone(Store& store, const Change& change);

}  // namespace vinhdanh
