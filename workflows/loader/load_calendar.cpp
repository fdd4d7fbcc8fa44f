// Calendar files: lists of days per year, turned into the look-up tables of the engine.
#include "workflows/loader/document.hpp"
#include "workflows/loader/loader.hpp"

namespace vinhdanh {
namespace {

struct DayOff {
  Date date;
  std::string reason;
  bool swapped = false;
};

struct MakeUpDay {
  Date worked;
  Date for_day;
};

struct YearOfFile {
  int year = 0;
  Confidence confidence = Confidence::confirmed;
  std::vector<DayOff> days_off;
  std::vector<MakeUpDay> make_up_days;
};

struct CalendarFile {
  std::string id;
  int version = 1;
  std::vector<YearOfFile> years;
};

void members(ObjectReader& r, DayOff& day) {
  r.required("date", day.date);
  r.required("reason", day.reason);
  r.defaulted("swapped", day.swapped);
}

void members(ObjectReader& r, MakeUpDay& day) {
  r.required("worked", day.worked);
  r.required("for", day.for_day);
}

void members(ObjectReader& r, YearOfFile& year) {
  r.required("year", year.year, is::within(1900, 2199));
  r.defaulted("confidence", year.confidence);
  r.required("days_off", year.days_off);
  r.defaulted("make_up_days", year.make_up_days);
}

void members(ObjectReader& r, CalendarFile& file) {
  r.required("id", file.id, is::name);
  r.required("version", file.version, is::within(1, 9999));
  r.required("years", file.years, is::filled);
}

void check_day_off(const Place& place, const YearOfFile& year, std::size_t index) {
  const Date day = year.days_off[index].date;
  if (day.year() != year.year) {
    place.report("inconsistent", "Ngày không thuộc năm này.", "Expected a day of this year.");
  }
  if (day.weekday() == 0 || day.weekday() == 6) {
    place.report("inconsistent", "Chỉ liệt kê ngày nghỉ từ thứ hai đến thứ sáu.",
                 "Expected a day from Monday to Friday.");
  }
  if (index > 0 && day <= year.days_off[index - 1].date) {
    place.report("wrong_order", "Các ngày phải theo thứ tự, không trùng.", "Expected days in order, none twice.");
  }
}

void check_make_up_day(const Place& place, const Calendar& calendar, int year, MakeUpDay day) {
  if (day.worked.year() != year || day.worked.weekday() != 6) {
    place.at("worked").report("inconsistent", "Ngày làm bù phải là thứ bảy của năm này.",
                              "Expected a Saturday of this year.");
  }
  const auto off = calendar.years.find(day.for_day.year());
  if (off == calendar.years.end() || !off->second.swapped.contains(day.for_day)) {
    place.at("for").report("unknown_reference", "Ngày được làm bù phải là ngày nghỉ có ghi swapped.",
                           "Expected a day off that is marked as swapped.");
  }
}

void check_years(const Place& years, const CalendarFile& file, const Calendar& calendar) {
  for (std::size_t i = 0; i < file.years.size(); ++i) {
    const YearOfFile& year = file.years[i];
    if (i > 0 && year.year != file.years[i - 1].year + 1) {
      years.at(i).at("year").report("wrong_order", "Các năm phải liên tiếp.", "Expected consecutive years.");
    }
    for (std::size_t j = 0; j < year.days_off.size(); ++j) {
      check_day_off(years.at(i).at("days_off").at(j).at("date"), year, j);
    }
    for (std::size_t j = 0; j < year.make_up_days.size(); ++j) {
      check_make_up_day(years.at(i).at("make_up_days").at(j), calendar, year.year, year.make_up_days[j]);
    }
  }
}

Calendar calendar_of(const CalendarFile& file) {
  Calendar calendar{.id = file.id, .version = file.version, .years = {}};
  for (const YearOfFile& from : file.years) {
    CalendarYear& year = calendar.years[from.year];
    year.year = from.year;
    year.confidence = from.confidence;
    for (const DayOff& day : from.days_off) {
      year.days_off.emplace(day.date, day.reason);
      if (day.swapped) year.swapped.insert(day.date);
    }
    for (const MakeUpDay& day : from.make_up_days) year.make_up_days.emplace(day.worked, day.for_day);
  }
  return calendar;
}

}  // namespace

Loaded<Calendar> load_calendar(std::string_view bytes) {
  Calendar calendar;
  auto file = detail::load_document<CalendarFile>(bytes, [&](const Place& root, const CalendarFile& read) {
    calendar = calendar_of(read);
    check_years(root.at("years"), read, calendar);
  });
  if (!file.value) return {std::nullopt, std::move(file.errors)};
  return {std::move(calendar), {}};
}

}  // namespace vinhdanh
