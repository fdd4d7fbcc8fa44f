// Scenarios 6, 7 and 8: the criteria of the shipped plans, with the numbers of a real year-end.
#include <stdexcept>

#include "engine/eligibility/eligibility.hpp"
#include "tests/support/catch.hpp"
#include "workflows/loader/definitions.hpp"

using namespace vinhdanh;

namespace {

const Plan& plan(const char* id) {
  static const Definitions definitions;
  const Plan* found = definitions.plan(id, 1);
  REQUIRE(found);
  return *found;
}

EligibilityReport judge(const Plan& plan, const char* category, const Figures& figures,
                        const Attestations& attestations = {}) {
  REQUIRE(plan.category(category));
  return check_eligibility(*plan.category(category), plan.settings, figures, attestations);
}

const CriterionFinding& finding(const EligibilityReport& report, std::string_view criterion) {
  for (const CriterionFinding& found : report.findings) {
    if (found.criterion->id == criterion) return found;
  }
  throw std::runtime_error("no such criterion");
}

/// Year-end rates of 2020–2023 with these drops in 2021, 2022 and 2023.
Figures rates_with_drops(const std::vector<const char*>& drops) {
  Figures figures;
  std::int64_t rate = Decimal::parse("40")->units();
  int year = 2020;
  figures.yearly["mdp_rate"][year] = {Decimal::of_units(rate), "QĐ phê duyệt 2020"};
  for (const char* drop : drops) {
    rate -= Decimal::parse(drop)->units();
    figures.yearly["mdp_rate"][++year] = {Decimal::of_units(rate), "QĐ phê duyệt"};
  }
  return figures;
}

Figures with_households(Figures figures, const char* before, const char* now) {
  figures.single["poor_near_poor_baseline"] = {*Decimal::parse(before), "đầu kỳ"};
  figures.single["poor_near_poor_current"] = {*Decimal::parse(now), "khi trình"};
  return figures;
}

/// A commune of Ninh Bình whose reductions are all on plan, with one pilot village, and every bullet attested.
Figures commune_on_plan() {
  Figures figures;
  for (const std::string series : {"poor_reduction", "near_poor_reduction"}) {
    for (int year = 2017; year <= 2020; ++year) {
      figures.yearly[series][year] = {*Decimal::parse("1.5"), "QĐ"};
      figures.yearly[series + "_plan"][year] = {*Decimal::parse("1.5"), "QĐ"};
    }
  }
  figures.single["pilot_villages"] = {*Decimal::parse("1"), "QĐ"};
  return figures;
}

Attestations all_met(const SubjectCategory& category) {
  Attestations attestations;
  for (const Criterion& criterion : category.criteria) attestations[criterion.id] = {Attestation::met, ""};
  return attestations;
}

}  // namespace

TEST_CASE("scenario 6: a poor district of Lạng Sơn needs 6 points in each of three years") {
  const Plan& lang_son = plan("lang-son-2021-2025");
  CHECK(judge(lang_son, "poor_district", rates_with_drops({"6.0", "6.4", "6.1"})).meets_criteria == true);

  const auto failed = judge(lang_son, "poor_district", rates_with_drops({"6.0", "5.99", "7.0"}));
  CHECK(failed.meets_criteria == false);
  CHECK(failed.findings.front().failing_years == std::vector<int>{2022});
  CHECK(failed.findings.front().criterion->source.clause == "IV.1.b");
}

TEST_CASE("scenario 6: the three years end with the year before the sending") {
  const Plan& lang_son = plan("lang-son-2021-2025");
  const auto on = [&](const char* day, const Figures& figures) {
    return check_eligibility(*lang_son.category("poor_district"), lang_son.settings, figures, {},
                             {Date::parse(day), lang_son.figures});
  };
  const Figures figures = rates_with_drops({"6.0", "6.4", "6.1"});  // 2021, 2022, 2023
  CHECK(on("2024-06-30", figures).meets_criteria == true);
  const auto late = on("2025-01-15", figures);
  CHECK_FALSE(late.meets_criteria);
  REQUIRE(late.findings.front().missing.size() == 1);
  CHECK(late.findings.front().missing.front().year == 2024);

  Figures impossible = figures;
  impossible.yearly["mdp_rate"][2020].value = *Decimal::parse("3000");
  CHECK_FALSE(on("2024-06-30", impossible).meets_criteria);
}

TEST_CASE("scenario 6: a poor district has no alternative of 50 percent, an especially difficult commune has") {
  const Plan& lang_son = plan("lang-son-2021-2025");
  const Figures figures = with_households(rates_with_drops({"6.0", "5.99", "7.0"}), "1000", "100");
  CHECK(judge(lang_son, "poor_district", figures).meets_criteria == false);
  CHECK(judge(lang_son, "difficult_commune", figures).meets_criteria == true);
}

TEST_CASE("scenario 7: another district of Lạng Sơn meets them by the alternative") {
  const Plan& lang_son = plan("lang-son-2021-2025");
  const Figures drops = rates_with_drops({"4.2", "3.9", "4.5"});
  CHECK(judge(lang_son, "other_district", with_households(drops, "1000", "499")).meets_criteria == true);
  CHECK(judge(lang_son, "other_district", with_households(drops, "1000", "500")).meets_criteria == false);
  CHECK(judge(lang_son, "other_district", rates_with_drops({"4.0", "4.0", "4.0"})).meets_criteria == true);
}

TEST_CASE("scenario 8: a commune of Ninh Bình below its plan is warned, and the year and the series are named") {
  const Plan& ninh_binh = plan("ninh-binh-2016-2020");
  const Attestations attested = all_met(*ninh_binh.category("commune"));
  Figures figures = commune_on_plan();
  CHECK(judge(ninh_binh, "commune", figures, attested).warnings().empty());

  figures.yearly["poor_reduction"][2020] = {*Decimal::parse("1.49"), "QĐ"};
  const auto below = judge(ninh_binh, "commune", figures, attested);
  CHECK(below.meets_criteria == true);
  REQUIRE(below.warnings().size() == 1);
  CHECK(below.warnings().front()->criterion->id == "c_poor_reduction");
  CHECK(below.warnings().front()->failing_years == std::vector<int>{2020});
  CHECK(below.warnings().front()->criterion->predicate->series == "poor_reduction");

  figures = commune_on_plan();
  figures.single["pilot_villages"] = {*Decimal::parse("2"), "QĐ"};
  const auto two_pilots = judge(ninh_binh, "commune", figures, attested);
  CHECK(finding(two_pilots, "c_pilot_villages").verdict == CriterionVerdict::not_met);
}

TEST_CASE("scenario 9: a bullet that nobody attested leaves the answer open") {
  const Plan& bac_kan = plan("bac-kan-ict-2021-2025");
  for (const SubjectCategory& category : bac_kan.subject_categories) {
    INFO(category.id);
    REQUIRE_FALSE(category.criteria.empty());
    auto attested = all_met(category);
    CHECK(check_eligibility(category, bac_kan.settings, {}, attested).meets_criteria == true);
    attested.erase(category.criteria.front().id);
    CHECK_FALSE(check_eligibility(category, bac_kan.settings, {}, attested).meets_criteria);
  }
}
