/// What an event says to whom: a pure function; who is appointed and how it is worded comes after.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/definition/organisation.hpp"
#include "engine/definition/plan.hpp"
#include "engine/model/events.hpp"

namespace vinhdanh {

/// Whoever holds one of these roles in the office, or with `below` in any office under it.
struct Audience {
  OfficeId office;
  std::vector<Role> roles;
  bool below = false;
};

struct Told {
  std::string kind;  ///< chooses the sentence (`notice_words`)
  std::vector<Audience> audiences;
  std::vector<PersonId> persons;
  std::map<std::string, std::string> details;  ///< codes, dates and ids only
};

/// What is known about the things that an event speaks of; null where it speaks of none. `dossier` is as it stands now,
/// `before` as it stood before the event; it is asked for only if `needs_before`.
struct Known {
  const Organisation& organisation;
  Date day;  ///< of the event
  const Dossier* dossier = nullptr;
  const Dossier* before = nullptr;
  const Plan* plan = nullptr;
  const Decision* decision = nullptr;
  const DutyTask* task = nullptr;
  const Appointment* appointment = nullptr;  ///< that ended
};

bool needs_before(const EventBody& body);

/// Empty for what nobody waits for. Where two say something to the same person, the first counts.
std::vector<Told> told_by(const Event& event, const Known& known);

/// Of the deadline runner: the stage's last day is near, or past; to whoever has the turn. A passed one also goes to the
/// heads of his office. Nothing while nobody has the turn.
std::optional<Told> told_due_soon(const Known& known, Date due);
std::optional<Told> told_overdue(const Known& known, Date due);
/// The day on which a hold is to be looked at again has come: to who put it on and to the office of the occasion.
std::optional<Told> told_hold_review(const Known& known, const OfficeId& board);
/// `kind`: duty_assigned, duty_due_soon, duty_overdue or duty_reopened, to the task's unit or its successor.
std::optional<Told> told_of_duty(const Known& known, std::string kind);

/// The persons meant, each once, without `actor` (who acted and on whose behalf); appointments that are in force on `day`.
std::vector<PersonId> persons_of(const Told& told, const Organisation& organisation,
                                 std::span<const Appointment> appointments, Date day, const Actor* actor);

}  // namespace vinhdanh
