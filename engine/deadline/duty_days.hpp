/// When the duties of a plan become tasks, for which units, and who there may hand them in.
#pragma once

#include <span>
#include <vector>

#include "engine/definition/calendar.hpp"
#include "engine/definition/organisation.hpp"
#include "engine/definition/plan.hpp"
#include "engine/model/actor.hpp"

namespace vinhdanh {

/// One day on which a duty of the plan falls due.
struct DutyDay {
  const Duty* duty = nullptr;  ///< borrowed from the plan
  Date due;
  Date known_from;  ///< from this day on it is a task: the first day of the plan, or of the year of a yearly duty
};

/// Those that are known by `today` and due on `first` or later, by due day; also those whose day has passed meanwhile.
std::vector<DutyDay> duty_days(const Plan& plan, Date first, Date today);

/// Offices that owe it on that day. "units": every office of the plan's territory in which somebody is unit_clerk or
/// unit_head; else the office that holds the named role for the territory.
std::vector<OfficeId> duty_units(const Plan& plan, const Duty& duty, const Organisation& organisation,
                                 std::span<const Appointment> appointments, Date day);

/// Roles that may hand it in: of a unit its clerk and head; of an office named by its role also those who lead it.
std::vector<Role> duty_roles(const Duty& duty);

/// The day on which a reminder is due, `working_days` before the day at whose end the time is over.
Date reminder_day(const Calendar& calendar, Date due, int working_days);

}  // namespace vinhdanh
