/// What a history is judged against besides its own events: who held which office, and the plan it follows.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "engine/definition/organisation.hpp"
#include "engine/definition/plan.hpp"
#include "engine/model/dossier.hpp"

namespace vinhdanh {

/// Appointments by id and by person. Owns its copy.
class AppointmentIndex {
 public:
  AppointmentIndex() = default;
  explicit AppointmentIndex(std::span<const Appointment> appointments);

  /// Nothing for an id that was never granted.
  [[nodiscard]] const Appointment* find(const AppointmentId& id) const;
  /// True when the person had one of the unit's own roles in the office on that day.
  [[nodiscard]] bool belongs_to_unit(const PersonId& person, const OfficeId& unit, Date day) const;

 private:
  std::map<AppointmentId, Appointment> by_id_;
  std::multimap<PersonId, AppointmentId> by_person_;
};

/// `organisation` and `appointments` are borrowed. A look-up that finds nothing leaves out what rests on it; a plan that is
/// not found is itself a violation (INV-5).
struct Surroundings {
  const Organisation& organisation;
  const AppointmentIndex& appointments;
  std::function<const Plan*(const DefinitionRef&)> plan;
  std::function<std::optional<Decision>(const DecisionId&)> decision;
  std::function<std::optional<Occasion>(const OccasionId&)> occasion;
  /// An appointment as it stood at a moment, by its events: a role may end at once, as of the day before, and what its
  /// holder did that day until then was right. Empty: as it stands now.
  std::function<Appointment(const Appointment&, Instant)> as_it_stood = {};
};

}  // namespace vinhdanh
