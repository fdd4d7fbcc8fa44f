// Counting of working days.
#include "engine/definition/calendar.hpp"

#include <algorithm>

namespace vinhdanh {
namespace {

constexpr unsigned kSunday = 0;
constexpr unsigned kSaturday = 6;

bool is_weekend(Date day) { return day.weekday() == kSunday || day.weekday() == kSaturday; }

std::string rest_reason(const CalendarYear& year, Date day) {
  if (const auto off = year.days_off.find(day); off != year.days_off.end()) return off->second;
  return day.weekday() == kSaturday ? "thứ bảy" : "chủ nhật";
}

}  // namespace

bool Calendar::is_working_day(Date day) const {
  const auto year = years.find(day.year());
  if (year == years.end()) return !is_weekend(day);
  if (is_weekend(day)) return year->second.make_up_days.contains(day);
  return !year->second.days_off.contains(day);
}

std::optional<Deadline> Calendar::deadline(Date from, int working_days) const {
  if (working_days < 0 || working_days > 2000 || !covers(from)) return std::nullopt;
  Deadline result{.due = from, .confidence = years.at(from.year()).confidence};
  // A limit of no days ends on its own day, or on the first working day after a rest day.
  int left = working_days;
  Date day = working_days == 0 ? from : from.plus(1);
  for (;; day = day.plus(1)) {
    if (!covers(day)) return std::nullopt;
    const CalendarYear& year = years.at(day.year());
    result.confidence = std::max(result.confidence, year.confidence);
    if (!is_working_day(day)) {
      result.skipped.push_back({day, rest_reason(year, day)});
      continue;
    }
    if (is_weekend(day)) result.worked.push_back(day);
    if (--left <= 0) break;
  }
  result.due = day;
  return result;
}

}  // namespace vinhdanh
