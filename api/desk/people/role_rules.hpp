/// When a role may be asked for and granted: the parts of the house that exclude each other, and deputies' documents.
#pragma once

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

/// People with an enabled account who hold this role that day, without the one named.
int holders_of(const Store& store, Role role, Date day, const PersonId& except = {});
/// While fewer than two people could watch each other, the command line grants and activates alone.
bool console_acts_alone(const Store& store, Role role, Date day);

}  // namespace vinhdanh
