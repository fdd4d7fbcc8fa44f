/// When a role may be asked for and granted: the parts of the house that exclude each other, and deputies' documents.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "api/desk/deps.hpp"
#include "api/http/problem.hpp"

namespace vinhdanh {

enum class AppointmentState { waiting, refused, to_come, in_force, ended };
VINHDANH_NAMES(AppointmentState, "waiting", "refused", "to_come", "in_force", "ended");
AppointmentState state_of(const Appointment& appointment, Date today);

/// What is wrong with an appointment that is asked for, by members of the request: the person, office or role is
/// unknown, the days are in the wrong order, or a deputy names no holder of this role in this office, or no document.
std::vector<ProblemError> appointment_faults(const Deps& deps, const Appointment& wanted);
/// Nothing when a deputy's authorisation is complete with its file, or the person is no deputy.
std::vector<ProblemError> authorisation_faults(const Appointment& wanted);

/// An administrator holds no role in the business and the other way round, today or later, also where it is only asked
/// for.
bool has_role_conflict(const Store& store, const Appointment& wanted);

/// In force or to come: what was refused, waits or is over cannot be ended.
bool can_end(const Appointment& held, Date today);
/// Why it cannot have this last day: before yesterday days that are over would change, and after the last day that it
/// has one person would prolong it.
std::optional<ProblemError> last_day_fault(const Appointment& held, Date last_day, Date today);

/// Until two people have held this role at the same time, the command line grants and activates alone. Never again
/// afterwards, whatever became of their accounts and roles: else one of them could bring that about.
bool console_acts_alone(const Store& store, Role role, Date day);

}  // namespace vinhdanh
