/// What administrators do from the command line, as changes with events: accounts, tokens, roles, definitions.
#pragma once

#include <optional>
#include <string>

#include "api/desk/deps.hpp"

namespace vinhdanh {

/// The actor of an act from the command line of the machine, where nobody is signed in.
Actor console_actor();

struct NewUser {
  PersonId person;
  Change change;
};
/// The name goes to personal values. `login` should be free: look among `Store::accounts`.
NewUser add_user(Clock& clock, Fresh& fresh, const Actor& actor, const std::string& login, const std::string& name);
/// Its tokens stop working at once.
Change disable_user(Clock& clock, Fresh& fresh, const Actor& actor, const Account& account);

struct NewRole {
  AppointmentId appointment;
  Change change;
};
/// `wanted` without id and version. A deputy needs `deputy_for` and a document; the caller checks that.
NewRole assign_role(Clock& clock, Fresh& fresh, const Actor& actor, Appointment wanted);
Change end_role(Clock& clock, Fresh& fresh, const Actor& actor, const Appointment& appointment, Date last_day);

/// The text itself is the caller's to make and to hand over; only its SHA-256 is stored.
Change create_token(Clock& clock, Fresh& fresh, const Actor& actor, const Appointment& appointment,
                    const std::string& token_text, Instant expires);

/// `record.kind` is plan, law, calendar or organisation; the bytes were checked and hashed before.
Change add_definition(Clock& clock, Fresh& fresh, const Actor& actor, DefinitionRecord record);
Change activate_definition(Clock& clock, Fresh& fresh, const Actor& actor, DefinitionRecord record);

/// Commits one change by the store alone, for commands that run without a server.
CommitResult commit_alone(Store& store, const Change& change);

}  // namespace vinhdanh
