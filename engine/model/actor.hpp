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

/// A person's dated role in an office. A deputy signs KT. for the holder whose appointment is `deputy_for`.
struct Appointment {
  AppointmentId id;
  PersonId person;
  OfficeId office;
  Role role = Role::unit_clerk;
  Capacity capacity = Capacity::holder;
  std::optional<AppointmentId> deputy_for;
  std::optional<DocumentRef> document;  ///< required of a deputy
  Date from;
  std::optional<Date> to;  ///< last day; null is open
  std::int64_t version = 0;
  [[nodiscard]] bool in_force(Date day) const { return from <= day && (!to || day <= *to); }
  VINHDANH_MEMBERS(id, person, office, role, capacity, deputy_for, document, from, to, version)
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

/// A person who may sign in. The name lives in personal values, not here and not in events.
struct Account {
  PersonId person;
  std::string login;
  bool disabled = false;
  std::int64_t version = 0;
  VINHDANH_MEMBERS(person, login, disabled, version)
};

/// A bearer token, bound to one appointment; only its SHA-256 is kept.
struct Token {
  std::string sha256;
  AppointmentId appointment;
  Instant expires;
  VINHDANH_MEMBERS(sha256, appointment, expires)
};

}  // namespace vinhdanh
