// What administrators do from the command line, as changes with events: accounts, tokens, roles, definitions.
#include "api/desk/admin.hpp"

#include <nlohmann/json.hpp>

#include "engine/codec/codec.hpp"
#include "engine/codec/digest.hpp"

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

}  // namespace

Actor console_actor() { return {"console", "console", "", Role::administrator, Capacity::holder, {}}; }

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
  Change change;
  change.guards = {{StreamKind::account, account.person, account.version}};
  change.events = {admin_event(clock, fresh, actor, StreamKind::account, account.person, AccountDisabled{})};
  auto next = account;
  next.disabled = true;
  ++next.version;
  change.next = {std::move(next)};
  return change;
}

NewRole assign_role(Clock& clock, Fresh& fresh, const Actor& actor, Appointment wanted) {
  wanted.id = fresh.id();
  wanted.version = 0;
  NewRole made{wanted.id, {}};
  made.change.guards = {{StreamKind::organisation, wanted.id, -1}};
  made.change.events = {office_event(clock, fresh, actor, wanted.office, AppointmentGranted{wanted})};
  made.change.next = {std::move(wanted)};
  return made;
}

Change end_role(Clock& clock, Fresh& fresh, const Actor& actor, const Appointment& appointment, Date last_day) {
  Change change;
  change.guards = {{StreamKind::organisation, appointment.id, appointment.version}};
  change.events = {office_event(clock, fresh, actor, appointment.office, AppointmentEnded{appointment.id, last_day})};
  auto next = appointment;
  next.to = last_day;
  ++next.version;
  change.next = {std::move(next)};
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
