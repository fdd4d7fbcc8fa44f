// Look-ups among appointments.
#include "engine/invariants/surroundings.hpp"

#include <algorithm>

namespace vinhdanh {

AppointmentIndex::AppointmentIndex(std::span<const Appointment> appointments) {
  for (const Appointment& appointment : appointments) {
    if (by_id_.insert_or_assign(appointment.id, appointment).second) by_person_.emplace(appointment.person, appointment.id);
  }
}

const Appointment* AppointmentIndex::find(const AppointmentId& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &found->second;
}

bool AppointmentIndex::belongs_to_unit(const PersonId& person, const OfficeId& unit, Date day) const {
  const auto [begin, end] = by_person_.equal_range(person);
  return std::any_of(begin, end, [&](const auto& entry) {
    const Appointment& held = by_id_.at(entry.second);
    return held.office == unit && (held.role == Role::unit_clerk || held.role == Role::unit_head) && held.in_force(day);
  });
}

}  // namespace vinhdanh
