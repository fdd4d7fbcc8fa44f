/// The working calendar as data: days off on weekdays and Saturdays worked instead (`workflows/calendars/vn.json`).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/definition/source.hpp"
#include "engine/model/basics.hpp"

namespace vinhdanh {

struct CalendarYear {
  int year = 0;
  std::map<Date, std::string> days_off;     ///< Monday to Friday only; the reason, Vietnamese
  std::map<Date, Date> make_up_days;        ///< Saturday worked → the day off it makes up for
  std::set<Date> swapped;                   ///< days off that were swapped
  Confidence confidence = Confidence::confirmed;
};

struct SkippedDay {
  Date date;
  std::string reason;
};

struct Deadline {
  Date due;
  std::vector<SkippedDay> skipped;
  std::vector<Date> worked;  ///< make-up Saturdays that counted
  Confidence confidence = Confidence::confirmed;  ///< the weakest of the years touched
};

struct Calendar {
  std::string id;
  int version = 1;
  std::map<int, CalendarYear> years;

  [[nodiscard]] bool covers(Date day) const { return years.contains(day.year()); }
  [[nodiscard]] bool is_working_day(Date day) const;
  /// The day on which a limit of `working_days` (0..2000) ends at 24:00. The first day is not counted (Civil Code 2015,
  /// Article 147). Nothing when the count leaves the years of the calendar.
  [[nodiscard]] std::optional<Deadline> deadline(Date from, int working_days) const;
};

}  // namespace vinhdanh
