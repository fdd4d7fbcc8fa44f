// The shipped law and calendar: the eras and what is known of them, the days off and the deadlines they give.
#include <algorithm>

#include "tests/workflows/shipped_definitions.hpp"

using namespace vinhdanh;
using shipped::date;

namespace {

std::string value(const Law& law, std::string_view era, std::string_view code) {
  const LegalRule* rule = law.era(era)->rule(code);
  return rule ? rule->value.value_or("unknown") : "no such rule";
}

}  // namespace

TEST_CASE("five eras cover every day; of the last two nothing is known") {
  const Law law = shipped::law();
  const std::vector<std::pair<std::string, std::string>> days{
      {"2016-01-01", "E1"}, {"2023-12-31", "E1"}, {"2024-01-01", "E2"}, {"2025-06-30", "E2"}, {"2025-07-01", "E3"},
      {"2026-09-30", "E3"}, {"2026-10-01", "E4"}, {"2027-02-28", "E4"}, {"2027-03-01", "E5"}, {"2030-01-01", "E5"}};
  for (const auto& [day, era] : days) CHECK(law.on(date(day)).id == era);
  for (const char* era : {"E1", "E2", "E3"}) CHECK(law.era(era)->rules_known);
  for (const char* era : {"E4", "E5"}) {
    CHECK_FALSE(law.era(era)->rules_known);
    CHECK(law.era(era)->rules.empty());
  }
}

TEST_CASE("rules differ by era") {
  const Law law = shipped::law();
  CHECK(value(law, "E1", "papers_pm_merit_sets") == "2");
  CHECK(value(law, "E1", "papers_order_sets") == "3");
  CHECK(value(law, "E2", "papers_pm_merit_sets") == "1");
  CHECK(value(law, "E3", "papers_pm_merit_sets") == "1");
  CHECK(value(law, "E1", "vote_share_provincial_emulation_soldier") == "90");
  CHECK(value(law, "E1", "central_appraisal_days") == "20");
  CHECK(value(law, "E3", "central_appraisal_days") == "unknown");
  CHECK(value(law, "E1", "consent_reply_days") == "10");
  CHECK(value(law, "E2", "consent_reply_days") == "unknown");
  CHECK(value(law, "E2", "publication_days") == "10");
  CHECK(value(law, "E2", "incomplete_notice_days") == "5");
  CHECK(value(law, "E2", "one_achievement_one_award") == "true");
  CHECK(value(law, "E2", "dissolved_unit_barred") == "no such rule");
  CHECK(value(law, "E3", "dissolved_unit_barred") == "true");
  CHECK(law.era("E3")->rule("dissolved_unit_barred")->source.confidence == Confidence::confirmed);
}

TEST_CASE("a rule without a citation is unconfirmed") {
  const Law law = shipped::law();
  for (const Era& era : law.eras) {
    for (const LegalRule& rule : era.rules) {
      INFO(era.id << " " << rule.code);
      if (!rule.source.clause) CHECK(rule.source.confidence == Confidence::unconfirmed);
      if (!rule.value) CHECK(rule.source.confidence == Confidence::unconfirmed);
    }
  }
}

TEST_CASE("the authority that a plan names for a form is one that the law gives it, in every era that is known") {
  const Law law = shipped::law();
  for (const Plan& plan : shipped::plans()) {
    for (const AwardForm& form : plan.award_forms) {
      for (const Era& era : law.eras) {
        INFO(plan.id << " " << form.code << " " << era.id);
        const LegalRule* rule = era.rule("authority_" + form.code);
        REQUIRE(era.rules_known == (rule != nullptr));
        if (rule) CHECK(("+" + rule->value.value() + "+").find("+" + form.authority + "+") != std::string::npos);
      }
    }
  }
}

TEST_CASE("who decides, and how sure that is") {
  const Law law = shipped::law();
  const auto source = [&](const char* era, const char* code) { return law.era(era)->rule(code)->source; };
  CHECK(value(law, "E2", "authority_government_flag") == "government");
  CHECK(value(law, "E3", "state_award_proposed_by") == "provincial_chairman+prime_minister");
  CHECK(source("E2", "authority_labour_order").clause == "Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 77");
  CHECK(source("E2", "authority_pm_merit").clause == "Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 78");
  CHECK(source("E2", "authority_provincial_merit").confidence == Confidence::secondary);  // its article is not known
  CHECK(source("E1", "authority_pm_merit").confidence == Confidence::unconfirmed);
}

TEST_CASE("bonuses are multiples of the base salary of the day") {
  const Law law = shipped::law();
  CHECK(value(law, "E2", "bonus_labour_order_first") == "9.0");
  CHECK(value(law, "E2", "bonus_labour_order_second") == "7.5");
  CHECK(value(law, "E2", "bonus_labour_order_third") == "4.5");
  CHECK(value(law, "E3", "bonus_pm_merit") == "3.5");
  CHECK(value(law, "E1", "bonus_provincial_merit") == "1.0");
  CHECK(value(law, "E2", "bonus_provincial_merit") == "unknown");
  CHECK(value(law, "E3", "bonus_provincial_merit") == "1.5");
  CHECK(law.era("E3")->rule("bonus_provincial_merit")->source.confidence == Confidence::secondary);
  CHECK(value(law, "E3", "bonus_household_factor") == "1.5");
  CHECK(value(law, "E2", "bonus_emulation_flag") == "8.0");
  for (const char* era : {"E1", "E2", "E3"}) CHECK(value(law, era, "bonus_rounding") == "10000");
  CHECK(value(law, "E2", "base_salary_from_2024-07-01") == "2340000");
  CHECK(value(law, "E3", "base_salary_from_2026-07-01") == "2530000");
}

TEST_CASE("a limit that a plan leaves to the law is a rule of the law") {
  const Law law = shipped::law();
  int left = 0;
  for (const Plan& plan : shipped::plans()) {
    for (const Route& route : plan.routes) {
      for (const Stage& stage : route.stages) {
        if (!stage.limit_rule) continue;
        ++left;
        for (const char* era : {"E1", "E2", "E3"}) CHECK(law.era(era)->rule(*stage.limit_rule));
      }
    }
  }
  CHECK(left == 5);
}

TEST_CASE("working days per year are those of the published tables") {
  const Calendar calendar = shipped::calendar();
  const std::vector<int> expected{251, 250, 250, 252, 252, 250, 249, 249, 251, 250, 249, 249};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const int year = 2016 + static_cast<int>(i);
    int working = 0;
    for (Date day = Date::of(year, 1, 1).value(); day.year() == year; day = day.plus(1)) {
      working += calendar.is_working_day(day) ? 1 : 0;
    }
    INFO(year);
    CHECK(working == expected[i]);
  }
  CHECK_FALSE(calendar.covers(date("2015-12-31")));
  CHECK_FALSE(calendar.covers(date("2028-01-01")));
}

TEST_CASE("deadlines across Tet, swaps and the new holiday") {
  const Calendar calendar = shipped::calendar();
  struct Row {
    const char* from;
    int days;
    const char* due;
  };
  const std::vector<Row> rows{{"2025-01-24", 5, "2025-02-07"},  {"2025-04-24", 5, "2025-05-05"},
                              {"2026-08-19", 5, "2026-08-25"},  {"2026-10-26", 25, "2026-12-01"},
                              {"2022-08-29", 10, "2022-09-14"}, {"2026-12-31", 1, "2027-01-04"}};
  for (const Row& row : rows) {
    INFO(row.from << " + " << row.days);
    CHECK(calendar.deadline(date(row.from), row.days).value().due == date(row.due));
  }
  const Deadline swap = calendar.deadline(date("2025-04-24"), 5).value();
  CHECK(swap.worked == std::vector{date("2025-04-26")});
  const auto skipped = std::ranges::find(swap.skipped, date("2025-05-02"), &SkippedDay::date);
  REQUIRE(skipped != swap.skipped.end());
  CHECK(skipped->reason.find("hoán đổi") != std::string::npos);
  CHECK(calendar.deadline(date("2026-12-31"), 1)->confidence == Confidence::unconfirmed);
  CHECK(calendar.deadline(date("2026-08-19"), 5)->confidence == Confidence::confirmed);
}

TEST_CASE("every swapped day is worked on a Saturday, and 24 November is off from 2026") {
  const Calendar calendar = shipped::calendar();
  std::size_t swapped = 0;
  std::size_t worked = 0;
  for (const auto& [year, days] : calendar.years) {
    swapped += days.swapped.size();
    worked += days.make_up_days.size();
  }
  CHECK(swapped == 6);
  CHECK(worked == 6);
  CHECK(calendar.years.at(2019).make_up_days.at(date("2019-01-05")) == date("2018-12-31"));
  CHECK(calendar.is_working_day(date("2025-11-24")));
  CHECK_FALSE(calendar.is_working_day(date("2026-11-24")));
  CHECK(calendar.is_working_day(date("2026-11-23")));
}
