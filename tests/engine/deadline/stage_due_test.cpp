// Limits of stages: working days from the start of the clock, around the pauses.
#include "engine/deadline/stage_due.hpp"

#include "tests/support/catch.hpp"
#include "workflows/loader/definitions.hpp"

using namespace vinhdanh;

namespace {

Date date(const char* text) { return *Date::parse(text); }
/// Nine in the morning in Viet Nam.
Instant nine_on(Date date) { return Instant{(date.days() * 24LL + 2) * 3'600'000}; }
Instant nine_on(const char* text) { return nine_on(date(text)); }

const Calendar& calendar() {
  static const Definitions shipped;
  return shipped.calendar();
}

/// One route of one stage; the limit is the plan's or a rule's.
Plan plan_with(std::optional<int> days, std::optional<std::string> rule = {}) {
  Stage stage;
  stage.id = "appraise";
  stage.limit_working_days = days;
  stage.limit_rule = std::move(rule);
  stage.source.clause = "V.1";
  Route route;
  route.id = "r";
  route.stages = {stage};
  AwardForm form;
  form.code = "merit";
  form.route = "r";
  Plan plan;
  plan.routes = {route};
  plan.award_forms = {form};
  return plan;
}

Dossier at_stage(Instant since, std::vector<Pause> pauses = {}) {
  Dossier dossier;
  dossier.form = "merit";
  dossier.phase = Phase::under_review;
  dossier.stage = "appraise";
  StageClock clock;
  clock.stage = "appraise";
  clock.since = since;
  clock.pauses = std::move(pauses);
  dossier.clock = clock;
  return dossier;
}

StageDue due_of(const Dossier& dossier, int limit, Date today) {
  return stage_due(dossier, plan_with(limit), Era{}, calendar(), today).value();
}

Date plus_working_days(Date from, int days) {
  for (; days > 0; --days) {
    do from = from.plus(1);
    while (!calendar().is_working_day(from));
  }
  return from;
}

int working_days_in(Date after, Date last) {
  int days = 0;
  for (Date at = after.plus(1); at <= last; at = at.plus(1)) days += calendar().is_working_day(at) ? 1 : 0;
  return days;
}

}  // namespace

TEST_CASE("a receipt on Friday 24 January 2025 with five days is due on Friday 7 February", "[scenario25]") {
  const auto dossier = at_stage(nine_on("2025-01-24"));
  const auto due = due_of(dossier, 5, date("2025-02-05"));
  CHECK(due.due == date("2025-02-07"));
  CHECK(due.elapsed == 3);  // 3, 4 and 5 February, after Tết
  CHECK_FALSE(due.overdue);
  CHECK_FALSE(due_of(dossier, 5, date("2025-02-07")).overdue);  // the day ends at 24:00
  CHECK(due_of(dossier, 5, date("2025-02-08")).overdue);
  CHECK(due_of(dossier, 5, date("2025-02-08")).elapsed == 5);
}

TEST_CASE("days left are working days after today, and below nothing those since the limit") {
  CHECK(days_left(calendar(), date("2025-01-24"), date("2025-02-07")) == 5);  // Tết between
  CHECK(days_left(calendar(), date("2025-02-07"), date("2025-02-07")) == 0);
  CHECK(days_left(calendar(), date("2025-02-08"), date("2025-02-07")) == 0);  // a Saturday
  CHECK(days_left(calendar(), date("2025-02-10"), date("2025-02-07")) == -1);
  CHECK_FALSE(days_left(calendar(), date("2025-02-10"), date("2099-02-06")));
}

TEST_CASE("what a stage had ends with the day on which it was left, without its pauses") {
  auto dossier = at_stage(nine_on("2025-02-03"));
  const auto had = [&](const char* last) { return days_had(*dossier.clock, calendar(), date(last)); };
  CHECK(had("2025-02-03") == 0);
  CHECK(had("2025-02-04") == 1);
  CHECK(had("2025-02-10") == 5);
  dossier.clock->pauses = {{nine_on("2025-02-04"), nine_on("2025-02-06")}};
  CHECK(had("2025-02-10") == 3);
}

TEST_CASE("without pauses the day is that of the calendar") {
  const auto [from, days, due] = GENERATE(table<const char*, int, const char*>({
      {"2025-04-24", 5, "2025-05-05"},
      {"2026-08-19", 5, "2026-08-25"},
      {"2026-10-26", 25, "2026-12-01"},
      {"2022-08-29", 10, "2022-09-14"},
      {"2026-12-31", 1, "2027-01-04"},
  }));
  CHECK(due_of(at_stage(nine_on(from)), days, date(from)).due == date(due));
}

TEST_CASE("the limit is the stage's own, or the era's rule; an unknown rule is none") {
  Era era;
  era.rules.push_back({"central_appraisal_days", "20", "", {.clause = "Nghị định"}});
  era.rules.push_back({"government_office_days", std::nullopt, "", {.confidence = Confidence::unconfirmed}});
  const auto own = limit_of(plan_with(7).routes[0].stages[0], era).value();
  CHECK(own.working_days == 7);
  CHECK(own.source.clause == "V.1");
  const auto ruled = limit_of(plan_with({}, "central_appraisal_days").routes[0].stages[0], era).value();
  CHECK(ruled.working_days == 20);
  CHECK(ruled.source.clause == "Nghị định");
  CHECK_FALSE(limit_of(plan_with({}, "government_office_days").routes[0].stages[0], era));
  CHECK_FALSE(limit_of(plan_with({}, "no_such_rule").routes[0].stages[0], era));
  CHECK_FALSE(limit_of(plan_with({}).routes[0].stages[0], era));
}

TEST_CASE("no limit runs before the first sending, at the end, or without a clock") {
  auto dossier = at_stage(nine_on("2025-01-24"));
  const auto plan = plan_with(5);
  const auto runs = [&] { return stage_due(dossier, plan, Era{}, calendar(), date("2025-01-27")).has_value(); };
  CHECK(runs());
  dossier.phase = Phase::drafting;
  CHECK_FALSE(runs());
  dossier.phase = Phase::awarded;
  CHECK_FALSE(runs());
  dossier.phase = Phase::under_review;
  dossier.clock.reset();
  CHECK_FALSE(runs());
}

TEST_CASE("while the dossier is away nothing is due and nothing passes") {
  // Received on Monday; returned on Wednesday: two days had.
  const auto dossier = at_stage(nine_on("2025-03-03"), {{nine_on("2025-03-05"), std::nullopt}});
  for (const char* today : {"2025-03-06", "2025-03-31", "2025-09-01"}) {
    INFO(today);
    const auto due = due_of(dossier, 5, date(today));
    CHECK(due.paused);
    CHECK_FALSE(due.due);
    CHECK_FALSE(due.overdue);
    CHECK(due.elapsed == 2);
  }
}

TEST_CASE("what was had before the return is kept after it") {
  // Back on Monday 17 March, which is not counted: three days are left.
  const auto dossier =
      at_stage(nine_on("2025-03-03"), {{nine_on("2025-03-05"), nine_on("2025-03-17")}});
  const auto due = due_of(dossier, 5, date("2025-03-19"));
  CHECK_FALSE(due.paused);
  CHECK(due.elapsed == 4);  // 4, 5, 18 and 19 March
  CHECK(due.due == date("2025-03-20"));
}

TEST_CASE("a pause within a day, and pauses that overlap, count once") {
  const Instant noon{nine_on("2025-03-05").milliseconds + 3 * 3'600'000};
  CHECK(due_of(at_stage(nine_on("2025-03-03"), {{nine_on("2025-03-05"), noon}}), 5, date("2025-03-06")).due ==
        date("2025-03-10"));
  const auto both = at_stage(nine_on("2025-03-03"), {{nine_on("2025-03-05"), nine_on("2025-03-12")},
                                                     {nine_on("2025-03-06"), nine_on("2025-03-11")}});
  CHECK(due_of(both, 5, date("2025-03-13")).due == date("2025-03-17"));
}

TEST_CASE("a pause after the day has passed does not bring it back") {
  const auto dossier = at_stage(nine_on("2025-03-03"), {{nine_on("2025-03-20"), nine_on("2025-04-20")}});
  CHECK(due_of(dossier, 5, date("2025-04-21")).due == date("2025-03-10"));
  CHECK(due_of(dossier, 5, date("2025-04-21")).overdue);
}

TEST_CASE("beyond the calendar nothing is due") {
  Calendar short_one;
  short_one.years[2025].year = 2025;
  const auto due = stage_due(at_stage(nine_on("2025-12-29")), plan_with(20), Era{}, short_one, date("2025-12-30"));
  REQUIRE(due);
  CHECK_FALSE(due->due);
  CHECK_FALSE(due->overdue);
}

TEST_CASE("the weakest year touched speaks for the day") {
  Calendar years;
  years.years[2025].year = 2025;
  years.years[2026].year = 2026;
  years.years[2026].confidence = Confidence::unconfirmed;
  const auto in = [&](const char* from) {
    return stage_due(at_stage(nine_on(from)), plan_with(5), Era{}, years, date(from))->confidence;
  };
  CHECK(in("2025-03-03") == Confidence::confirmed);
  CHECK(in("2025-12-29") == Confidence::unconfirmed);
}

TEST_CASE("for every day of a year: additive, monotone, and a pause of k working days shifts by k", "[property]") {
  for (Date from = date("2025-01-01"); from < date("2026-01-01"); from = from.plus(1)) {
    INFO(from.text());
    Date before = from;
    for (int limit = 1; limit <= 12; ++limit) {
      const auto due = *due_of(at_stage(nine_on(from)), limit, from).due;
      CHECK(before < due);                                       // monotone
      CHECK(due == plus_working_days(before, 1));                // additive
      before = due;
    }
    for (const int into : {1, 3}) {
      const Date away = plus_working_days(from, into);
      for (const int length : {0, 1, 2, 9, 16}) {
        const Date back = away.plus(length);
        const auto paused = due_of(at_stage(nine_on(from), {{nine_on(away), nine_on(back)}}), 10, back);
        CHECK(*paused.due == plus_working_days(*due_of(at_stage(nine_on(from)), 10, from).due,
                                               working_days_in(away, back)));
        const int counted = working_days_in(from, back) - working_days_in(away, back);
        CHECK(paused.elapsed == counted);
      }
    }
  }
}
