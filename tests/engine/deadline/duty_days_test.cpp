// Duties as days and offices.
#include "engine/deadline/duty_days.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/world.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

Plan plan_of_years() {
  Plan plan;
  plan.id = "p";
  plan.territory = "tinh";
  plan.period = {day(2021, 3, 1), day(2023, 12, 31)};
  Duty report;
  report.id = "yearly";
  report.who = "units";
  report.yearly_due = "12-15";
  Duty once;
  once.id = "once";
  once.kind = DutyKind::unit_plan;
  once.who = "home_affairs";
  once.due = day(2022, 9, 30);
  Duty undated;
  undated.id = "undated";
  undated.who = "units";
  plan.duties = {report, once, undated};
  return plan;
}

std::string said(const std::vector<DutyDay>& days) {
  std::string text;
  for (const DutyDay& it : days) text += it.duty->id + " " + it.due.text() + " from " + it.known_from.text() + "\n";
  return text;
}

Appointment of(const OfficeId& office, Role role, Date from, std::optional<Date> to = {}) {
  Appointment it;
  it.office = office;
  it.role = role;
  it.from = from;
  it.to = to;
  return it;
}

}  // namespace

TEST_CASE("a yearly duty is known from the first day of its year, one of a day from the plan's first") {
  const Plan plan = plan_of_years();
  CHECK(said(duty_days(plan, day(2021, 1, 1), day(2021, 2, 28))).empty());
  CHECK(said(duty_days(plan, day(2021, 1, 1), day(2021, 3, 1))) ==
        "yearly 2021-12-15 from 2021-03-01\nonce 2022-09-30 from 2021-03-01\n");
  CHECK(said(duty_days(plan, day(2021, 1, 1), day(2022, 1, 1))) ==
        "yearly 2021-12-15 from 2021-03-01\nonce 2022-09-30 from 2021-03-01\nyearly 2022-12-15 from 2022-01-01\n");
}

TEST_CASE("a jump over years leaves none out, and days before the first are nobody's") {
  const Plan plan = plan_of_years();
  CHECK(said(duty_days(plan, day(2022, 10, 1), day(2030, 1, 1))) ==
        "yearly 2022-12-15 from 2022-01-01\nyearly 2023-12-15 from 2023-01-01\n");
}

TEST_CASE("the 29 February is the 28th in other years") {
  Plan plan = plan_of_years();
  plan.duties = {plan.duties[0]};
  plan.duties[0].yearly_due = "02-29";
  plan.period = {day(2023, 1, 1), day(2024, 12, 31)};
  CHECK(said(duty_days(plan, day(2023, 1, 1), day(2024, 6, 1))) ==
        "yearly 2023-02-28 from 2023-01-01\nyearly 2024-02-29 from 2024-01-01\n");
}

TEST_CASE("units are the offices with a clerk or head on that day; a role is the office that holds it") {
  const Plan plan = plan_of_years();
  const auto organisation = small_province();
  const std::vector<Appointment> people = {
      of("an_thinh", Role::unit_clerk, day(2020, 1, 1)), of("an_thinh", Role::unit_head, day(2020, 1, 1)),
      of("binh_hoa", Role::unit_head, day(2022, 1, 1), day(2022, 6, 30)), of("so_noi_vu", Role::specialist, day(2020, 1, 1)),
      of("trung_uong", Role::unit_clerk, day(2020, 1, 1))};
  const auto on = [&](int duty, Date date) { return duty_units(plan, plan.duties[duty], organisation, people, date); };
  CHECK(on(0, day(2021, 5, 1)) == std::vector<OfficeId>{"an_thinh"});
  CHECK(on(0, day(2022, 5, 1)) == std::vector<OfficeId>{"an_thinh", "binh_hoa"});
  CHECK(on(0, day(2022, 7, 1)) == std::vector<OfficeId>{"an_thinh"});
  CHECK(on(1, day(2022, 5, 1)) == std::vector<OfficeId>{"so_noi_vu"});
}

TEST_CASE("a reminder comes so many working days before") {
  Calendar calendar;
  calendar.years[2025].year = 2025;
  CHECK(reminder_day(calendar, day(2025, 3, 7), 2) == day(2025, 3, 5));   // Friday: Wednesday
  CHECK(reminder_day(calendar, day(2025, 3, 10), 2) == day(2025, 3, 6));  // Monday: Thursday
  CHECK(reminder_day(calendar, day(2025, 3, 9), 1) == day(2025, 3, 7));   // Sunday: Friday
  CHECK(reminder_day(calendar, day(2025, 3, 7), 0) == day(2025, 3, 7));
}
