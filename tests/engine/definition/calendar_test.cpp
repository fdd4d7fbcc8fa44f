// Counting of working days on a small calendar of our own; the shipped one is tested with the workflows.
#include "engine/definition/calendar.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

Date day(const char* text) { return *Date::parse(text); }

/// 2025 with 30 April to Friday 2 May off, the last of them made up on Saturday 26 April; 2026 unconfirmed, 2027 plain.
Calendar calendar() {
  Calendar result;
  CalendarYear& year = result.years[2025];
  year.year = 2025;
  year.days_off = {{day("2025-04-30"), "Ngày Chiến thắng"},
                   {day("2025-05-01"), "Quốc tế Lao động"},
                   {day("2025-05-02"), "Hoán đổi"}};
  year.make_up_days = {{day("2025-04-26"), day("2025-05-02")}};
  year.swapped = {day("2025-05-02")};
  CalendarYear& next = result.years[2026];
  next.year = 2026;
  next.days_off = {{day("2026-01-01"), "Tết Dương lịch"}};
  next.confidence = Confidence::unconfirmed;
  result.years[2027].year = 2027;
  return result;
}

std::vector<std::string> skipped(const Deadline& deadline) {
  std::vector<std::string> dates;
  for (const SkippedDay& skip : deadline.skipped) dates.push_back(skip.date.text());
  return dates;
}

}  // namespace

TEST_CASE("weekends and days off are no working days, a make-up Saturday is one") {
  const auto [text, working] = GENERATE(table<const char*, bool>({
      {"2025-04-25", true},   // Friday
      {"2025-04-26", true},   // Saturday worked
      {"2025-04-27", false},  // Sunday
      {"2025-05-01", false},
      {"2025-05-02", false},
      {"2025-05-03", false},  // an ordinary Saturday
      {"2025-05-05", true},
      {"2031-05-05", true},   // outside the calendar only weekends are known
      {"2031-05-04", false},
  }));
  CHECK(calendar().is_working_day(day(text)) == working);
}

TEST_CASE("the first day is not counted") {
  CHECK(calendar().deadline(day("2025-05-05"), 1)->due == day("2025-05-06"));
  CHECK(calendar().deadline(day("2025-05-09"), 1)->due == day("2025-05-12"));
}

TEST_CASE("every day that is not counted is named, and so is a Saturday that is") {
  const auto deadline = calendar().deadline(day("2025-04-24"), 5);
  REQUIRE(deadline);
  CHECK(deadline->due == day("2025-05-05"));
  CHECK(skipped(*deadline) == std::vector<std::string>{"2025-04-27", "2025-04-30", "2025-05-01", "2025-05-02",
                                                              "2025-05-03", "2025-05-04"});
  CHECK(deadline->skipped[2].reason == "Quốc tế Lao động");
  CHECK(deadline->worked == std::vector<Date>{day("2025-04-26")});
  CHECK(deadline->confidence == Confidence::confirmed);
}

TEST_CASE("a limit of no days ends the same day, or on the next working day") {
  CHECK(calendar().deadline(day("2025-05-05"), 0)->due == day("2025-05-05"));
  CHECK(calendar().deadline(day("2025-05-01"), 0)->due == day("2025-05-05"));
}

TEST_CASE("the weakest year touched gives the confidence") {
  CHECK(calendar().deadline(day("2025-12-30"), 1)->confidence == Confidence::confirmed);
  CHECK(calendar().deadline(day("2025-12-31"), 1)->due == day("2026-01-02"));
  CHECK(calendar().deadline(day("2025-12-31"), 1)->confidence == Confidence::unconfirmed);
  CHECK(calendar().deadline(day("2026-12-31"), 1)->confidence == Confidence::unconfirmed);
  CHECK(calendar().deadline(day("2027-01-04"), 1)->confidence == Confidence::confirmed);
}

TEST_CASE("a count that leaves the calendar has no answer") {
  CHECK(calendar().deadline(day("2027-12-30"), 1));
  CHECK_FALSE(calendar().deadline(day("2027-12-31"), 1));
  CHECK_FALSE(calendar().deadline(day("2024-12-31"), 1));
  CHECK_FALSE(calendar().deadline(day("2025-05-05"), -1));
  CHECK_FALSE(calendar().deadline(day("2025-05-05"), 2001));
}
