// Accounts, tokens, roles and definitions: each act as a change with its event.
#include "api/desk/people/admin.hpp"

#include "engine/codec/codec.hpp"
#include "engine/codec/digest.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {

namespace {

Event admin_event(Clock& clock, Fresh& fresh, const Actor& actor, StreamKind stream, std::string id, EventBody body) {
  Event event;
  event.stream = stream;
  event.stream_id = std::move(id);
  event.id = fresh.id();
  event.at = clock.business_now();
  event.actor = actor;
  event.body = std::move(body);
  return event;
}

/// Its event belongs to the stream of the office.
Event office_event(Clock& clock, Fresh& fresh, const Actor& actor, const OfficeId& office, EventBody body) {
  return admin_event(clock, fresh, actor, StreamKind::organisation, office, std::move(body));
}

/// An act on an account, which counts its version up.
Change account_change(Clock& clock, Fresh& fresh, const Actor& actor, Account account, EventBody body) {
  Change change;
  change.guards = {{StreamKind::account, account.person, account.version}};
  change.events = {admin_event(clock, fresh, actor, StreamKind::account, account.person, std::move(body))};
  ++account.version;
  change.next = {std::move(account)};
  return change;
}

Change credential_change(Clock& clock, Fresh& fresh, const Actor& actor, const Account& account, Credential next,
                         EventBody body) {
  Change change = account_change(clock, fresh, actor, account, std::move(body));
  change.end_sessions = {account.person};
  change.credentials = {std::move(next)};
  return change;
}

Change appointment_change(Clock& clock, Fresh& fresh, const Actor& actor, const Appointment& before, Appointment next,
                          EventBody body) {
  Change change;
  change.guards = {{StreamKind::organisation, before.id, before.version}};
  change.events = {office_event(clock, fresh, actor, before.office, std::move(body))};
  next.version = before.version + 1;
  change.next = {std::move(next)};
  return change;
}

}  // namespace

Actor console_actor() { return console_actor("console", Role::administrator); }

Actor console_actor(PersonId asks, Role role) {
  return {std::move(asks), "console", "", role, Capacity::holder, {}};
}

NewUser add_user(Clock& clock, Fresh& fresh, const Actor& actor, const std::string& login, const std::string& name) {
  NewUser made{fresh.id(), {}};
  PersonalValue value{fresh.id(), StreamKind::account, made.person, "name", fresh.salt(), nlohmann::json(name).dump()};
  const PersonalRef ref{value.id, commitment(value.salt, value.path, value.value)};
  made.change.guards = {{StreamKind::account, made.person, -1}};
  made.change.events = {admin_event(clock, fresh, actor, StreamKind::account, made.person, AccountAdded{ref})};
  made.change.next = {Account{made.person, login, false, 0}};
  made.change.personal = {std::move(value)};
  return made;
}

Change disable_user(Clock& clock, Fresh& fresh, const Actor& actor, const Account& account) {
  auto next = account;
  next.disabled = true;
  auto change = account_change(clock, fresh, actor, std::move(next), AccountDisabled{});
  change.end_sessions = {account.person};
  return change;
}

Change enable_user(Clock& clock, Fresh& fresh, const Actor& actor, const Account& account) {
  auto next = account;
  next.disabled = false;
  return account_change(clock, fresh, actor, std::move(next), AccountEnabled{});
}

Change set_address(Clock& clock, Fresh& fresh, const Actor& actor, const Account& account,
                   const std::optional<std::string>& email) {
  auto next = account;
  next.email.reset();
  std::vector<PersonalValue> personal;
  if (email) {
    personal = {
        {fresh.id(), StreamKind::account, account.person, "email", fresh.salt(), nlohmann::json(*email).dump()}};
    const PersonalValue& value = personal.front();
    next.email = PersonalRef{value.id, commitment(value.salt, value.path, value.value)};
  }
  const AddressSet set{next.email};
  auto change = account_change(clock, fresh, actor, std::move(next), set);
  change.personal = std::move(personal);
  return change;
}

Change set_password(Clock& clock, Fresh& fresh, const Actor& actor, const Account& account, Credential next,
                    bool by_holder) {
  return credential_change(clock, fresh, actor, account, std::move(next), PasswordSet{by_holder});
}

Change enrol_second_factor(Clock& clock, Fresh& fresh, const Actor& actor, const Account& account, Credential next) {
  return credential_change(clock, fresh, actor, account, std::move(next), SecondFactorEnrolled{});
}

Change remove_second_factor(Clock& clock, Fresh& fresh, const Actor& actor, const Account& account,
                            Credential credential) {
  credential.totp_secret.reset();
  credential.totp_confirmed = false;
  credential.totp_step = 0;
  return credential_change(clock, fresh, actor, account, std::move(credential), SecondFactorRemoved{});
}

NewRole assign_role(Clock& clock, Fresh& fresh, const Actor& actor, Appointment wanted) {
  wanted.id = fresh.id();
  wanted.version = 0;
  NewRole made{wanted.id, {}};
  made.change.guards = {{StreamKind::organisation, wanted.id, -1}};
  made.change.events = {office_event(clock, fresh, actor, wanted.office, AppointmentGranted{wanted})};
  made.change.end_sessions = {wanted.person};
  made.change.next = {std::move(wanted)};
  return made;
}

NewRole request_role(Clock& clock, Fresh& fresh, const Actor& actor, Appointment wanted) {
  wanted.id = fresh.id();
  wanted.version = 0;
  wanted.pending = true;
  wanted.requested_by = actor.person;
  NewRole made{wanted.id, {}};
  made.change.guards = {{StreamKind::organisation, wanted.id, -1}};
  made.change.events = {office_event(clock, fresh, actor, wanted.office, AppointmentRequested{wanted})};
  made.change.next = {std::move(wanted)};
  return made;
}

Change amend_request(Clock& clock, Fresh& fresh, const Actor& actor, const Appointment& before, Appointment next) {
  next.version = before.version + 1;
  const AppointmentRequested anew{next};
  return appointment_change(clock, fresh, actor, before, std::move(next), anew);
}

Change grant_role(Clock& clock, Fresh& fresh, const Actor& actor, const Appointment& asked, const Account& account) {
  auto granted = asked;
  granted.pending.reset();
  granted.version = asked.version + 1;
  const AppointmentGranted event{granted};
  auto change = appointment_change(clock, fresh, actor, asked, std::move(granted), event);
  change.guards.push_back({StreamKind::account, account.person, account.version});
  auto counted = account;
  ++counted.version;
  change.next.emplace_back(std::move(counted));
  change.end_sessions = {account.person};
  return change;
}

Change refuse_role(Clock& clock, Fresh& fresh, const Actor& actor, const Appointment& asked) {
  auto refused = asked;
  refused.to = asked.from.plus(-1);
  return appointment_change(clock, fresh, actor, asked, std::move(refused), AppointmentRefused{asked.id});
}

Change end_role(Clock& clock, Fresh& fresh, const Actor& actor, const Appointment& appointment, Date last_day) {
  auto next = appointment;
  next.to = last_day;
  auto change =
      appointment_change(clock, fresh, actor, appointment, std::move(next), AppointmentEnded{appointment.id, last_day});
  change.end_sessions = {appointment.person};
  return change;
}

Change create_token(Clock& clock, Fresh& fresh, const Actor& actor, const Appointment& appointment,
                    const std::string& token_text, Instant expires) {
  Change change;
  change.events = {
      admin_event(clock, fresh, actor, StreamKind::account, appointment.person, TokenCreated{appointment.id, expires})};
  change.tokens = {Token{sha256_hex(token_text), appointment.id, expires}};
  return change;
}

Change add_definition(Clock& clock, Fresh& fresh, const Actor& actor, DefinitionRecord record) {
  Change change;
  change.events = {
      admin_event(clock, fresh, actor, StreamKind::definition, record.ref.id, DefinitionAdded{record.ref})};
  change.next = {std::move(record)};
  return change;
}

Change request_activation(Clock& clock, Fresh& fresh, const Actor& actor, const DefinitionRecord& record) {
  Change change;
  change.events = {admin_event(clock, fresh, actor, StreamKind::definition, record.ref.id,
                               DefinitionActivationRequested{record.ref})};
  return change;
}

Change activate_definition(Clock& clock, Fresh& fresh, const Actor& actor, DefinitionRecord record) {
  Change change;
  change.events = {
      admin_event(clock, fresh, actor, StreamKind::definition, record.ref.id, DefinitionActivated{record.ref})};
  record.active = true;
  change.next = {std::move(record)};
  return change;
}

CommitResult commit_alone(Store& store, const Change& change) {
  auto results = store.commit({&change, 1});
  return std::move(results.front());
}

}  // namespace vinhdanh
