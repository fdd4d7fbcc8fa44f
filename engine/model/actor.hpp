/// Who acts: a person in one appointment; and the appointments, accounts and tokens behind it.
#pragma once

#include <optional>
#include <string>

#include "engine/model/basics.hpp"
#include "engine/model/members.hpp"
#include "engine/model/vocabulary.hpp"

namespace vinhdanh {

/// A document that carries an act: a letter, minutes, an authorisation, a decision.
struct DocumentRef {
  std::string number;
  std::optional<Date> date;
  VINHDANH_MEMBERS(number, date)
};

/// A personal value kept apart from events: the event holds the id and a salted commitment only.
struct PersonalRef {
  std::string id;
  std::string commitment;  ///< hex SHA-256 over domain tag, salt, path and canonical value
  VINHDANH_MEMBERS(id, commitment)
};

/// A person's dated role in an office. A deputy signs KT. for the holder whose appointment is `deputy_for`. While it is
/// `pending`, a second person has yet to grant it and it gives no right.
struct Appointment {
  AppointmentId id;
  PersonId person;
  OfficeId office;
  Role role = Role::unit_clerk;
  Capacity capacity = Capacity::holder;
  std::optional<AppointmentId> deputy_for;
  std::optional<DocumentRef> document;  ///< the authorisation, required of a deputy
  Date from;
  std::optional<Date> to;  ///< last day; null is open
  std::int64_t version = 0;
  std::optional<PaperId> document_file;      ///< the authorisation's bytes in the blob store
  std::optional<std::string> document_hash;  ///< commitment of that file
  std::optional<bool> pending;               ///< true while requested and not yet granted
  std::optional<PersonId> requested_by;
  [[nodiscard]] bool in_force(Date day) const { return !pending.value_or(false) && from <= day && (!to || day <= *to); }
  VINHDANH_MEMBERS(id, person, office, role, capacity, deputy_for, document, from, to, version, document_file,
                   document_hash, pending, requested_by)
};

/// The actor as events keep it. `behalf_of` is the holder for whom a deputy signs.
struct Actor {
  PersonId person;
  AppointmentId appointment;
  OfficeId office;
  Role role = Role::unit_clerk;
  Capacity capacity = Capacity::holder;
  std::optional<PersonId> behalf_of;
  VINHDANH_MEMBERS(person, appointment, office, role, capacity, behalf_of)
};

/// A person who may sign in. Name and address live in personal values, not here and not in events.
struct Account {
  PersonId person;
  std::string login;
  bool disabled = false;
  std::int64_t version = 0;
  std::optional<PersonalRef> email;  ///< where notices go; null: to the list in the program only
  VINHDANH_MEMBERS(person, login, disabled, version, email)
};

/// A bearer token, bound to one appointment; only its SHA-256 is kept.
struct Token {
  std::string sha256;
  AppointmentId appointment;
  Instant expires;
  VINHDANH_MEMBERS(sha256, appointment, expires)
};

}  // namespace vinhdanh
