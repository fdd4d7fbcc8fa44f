// Days and offices of duties.
#include "engine/deadline/duty_days.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>

namespace vinhdanh {
namespace {

constexpr std::string_view kUnits = "units";

/// "12-15" in that year; in a year without a 29 February its eve.
std::optional<Date> day_in(int year, std::string_view month_and_day) {
  unsigned month = 0;
  unsigned day = 0;
  const char* end = month_and_day.data() + month_and_day.size();
  const auto [dash, fault] = std::from_chars(month_and_day.data(), end, month);
  if (fault != std::errc{} || dash == end) return std::nullopt;
  std::from_chars(dash + 1, end, day);
  const auto found = Date::of(year, month, day);
  return found || day != 29 ? found : Date::of(year, month, 28);
}

void add_yearly(const Plan& plan, const Duty& duty, Date first, Date today, std::vector<DutyDay>& days) {
  const int last = std::min(plan.period.to.year(), today.year());
  for (int year = std::max(plan.period.from.year(), first.year()); year <= last; ++year) {
    const auto due = day_in(year, *duty.yearly_due);
    if (!due || *due < first || *due < plan.period.from || plan.period.to < *due) continue;
    const Date known_from = std::max(*Date::of(year, 1, 1), plan.period.from);
    if (known_from <= today) days.push_back({&duty, *due, known_from});
  }
}

}  // namespace

std::vector<DutyDay> duty_days(const Plan& plan, Date first, Date today) {
  std::vector<DutyDay> days;
  for (const Duty& duty : plan.duties) {
    if (duty.yearly_due) add_yearly(plan, duty, first, today, days);
    if (duty.due && first <= *duty.due && plan.period.from <= today)
      days.push_back({&duty, *duty.due, plan.period.from});
  }
  std::ranges::stable_sort(days, {}, &DutyDay::due);
  return days;
}

std::vector<OfficeId> duty_units(const Plan& plan, const Duty& duty, const Organisation& organisation,
                                 std::span<const Appointment> appointments, Date day) {
  if (duty.who != kUnits) {
    const auto holder = organisation.holder(duty.who, plan.territory, day);
    return holder ? std::vector<OfficeId>{*holder} : std::vector<OfficeId>{};
  }
  std::set<OfficeId> units;
  for (const Appointment& it : appointments) {
    const bool of_unit = it.role == Role::unit_clerk || it.role == Role::unit_head;
    if (of_unit && it.in_force(day) && organisation.is_within(it.office, plan.territory, day)) units.insert(it.office);
  }
  return {units.begin(), units.end()};
}

std::vector<Role> duty_roles(const Duty& duty) {
  if (duty.who == kUnits) return {Role::unit_clerk, Role::unit_head};
  return {Role::unit_clerk,    Role::unit_head, Role::specialist, Role::office_head, Role::council_secretariat,
          Role::board_officer, Role::decider};
}

Date reminder_day(const Calendar& calendar, Date due, int working_days) {
  Date day = due;
  for (int left = working_days; left > 0;) {
    day = day.plus(-1);
    if (calendar.is_working_day(day)) --left;
  }
  return day;
}

}  // namespace vinhdanh
