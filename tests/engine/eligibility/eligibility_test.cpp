// Both sides of every boundary of the criteria, on categories written out here.
#include "engine/eligibility/eligibility.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

Decimal decimal(std::string_view text) { return *Decimal::parse(text); }

Predicate drops(const char* threshold, Comparison comparison = Comparison::at_least) {
  return {.kind = PredicateKind::consecutive_drops,
          .series = "rate",
          .comparison = comparison,
          .threshold = decimal(threshold),
          .years = 3};
}

Predicate halved() {
  return {.kind = PredicateKind::reduction,
          .baseline = "before",
          .current = "now",
          .comparison = Comparison::more_than,
          .threshold = decimal("50")};
}

Predicate on_plan(std::optional<Comparison> comparison = std::nullopt) {
  return {.kind = PredicateKind::yearly_plan,
          .series = "actual",
          .plan_series = "planned",
          .comparison = comparison,
          .from_year = 2017,
          .to_year = 2020};
}

Predicate pilots(const char* minimum, const char* maximum) {
  return {.kind = PredicateKind::range, .figure = "pilots", .minimum = decimal(minimum), .maximum = decimal(maximum)};
}

Criterion numeric(Predicate predicate, CriterionEffect effect = CriterionEffect::ground) {
  return {.id = "figures", .kind = CriterionKind::numeric, .effect = effect, .predicate = std::move(predicate)};
}

SubjectCategory category(std::vector<Criterion> criteria) { return {.id = "any", .criteria = std::move(criteria)}; }

/// Rates at the end of years that end with 2023.
Figures rates(const std::vector<const char*>& values) {
  Figures figures;
  int year = 2024 - static_cast<int>(values.size());
  for (const char* value : values) figures.yearly["rate"][year++] = {decimal(value), "QĐ phê duyệt"};
  return figures;
}

Figures households(const char* before, const char* now) {
  Figures figures;
  figures.single["before"] = {decimal(before), "QĐ 1"};
  figures.single["now"] = {decimal(now), "QĐ 2"};
  return figures;
}

struct Judged {
  SubjectCategory category;
  EligibilityReport report;
  [[nodiscard]] const CriterionFinding& first() const { return report.findings.front(); }
};

Judged judge(std::vector<Criterion> criteria, const Figures& figures, const Attestations& attestations = {},
             const PlanSettings& settings = {}, const FigureChecks& checks = {}) {
  Judged judged{category(std::move(criteria)), {}};
  judged.report = check_eligibility(judged.category, settings, figures, attestations, checks);
  return judged;
}

CriterionVerdict verdict(Predicate predicate, const Figures& figures) {
  return judge({numeric(std::move(predicate))}, figures).first().verdict;
}

using enum CriterionVerdict;

}  // namespace

TEST_CASE("from 6 upwards: 6.00 passes, 5.99 fails and its year is named") {
  CHECK(verdict(drops("6"), rates({"30", "24", "17.6", "11.5"})) == met);
  const auto failed = judge({numeric(drops("6"))}, rates({"30", "24", "18.01", "11.01"}));
  CHECK(failed.report.meets_criteria == false);
  CHECK(failed.first().verdict == not_met);
  CHECK(failed.first().failing_years == std::vector<int>{2022});
  CHECK(failed.first().figures.size() == 4);
  CHECK(failed.first().figures.front().year == 2020);
  CHECK(failed.first().figures.front().source == "QĐ phê duyệt");
}

TEST_CASE("from 4 upwards: 4.00 passes, 3.99 fails") {
  CHECK(verdict(drops("4"), rates({"20", "16", "12", "8"})) == met);
  CHECK(verdict(drops("4"), rates({"20", "16", "12", "8.01"})) == not_met);
}

TEST_CASE("more than 6 is not reached by 6.00") {
  CHECK(verdict(drops("6", Comparison::more_than), rates({"30", "24", "18", "12"})) == not_met);
  CHECK(verdict(drops("6", Comparison::more_than), rates({"30", "23.9999", "17.9998", "11.9997"})) == met);
}

TEST_CASE("three drops need four year-end rates, the last ones given") {
  CHECK(verdict(drops("6"), rates({"24", "18", "12"})) == unknown);
  CHECK(verdict(drops("6"), rates({"24.5", "24", "18", "12", "6"})) == met);  // the weak first year is too early
  CHECK(verdict(drops("6"), {}) == unknown);
  const auto missing = judge({numeric(drops("6"))}, rates({"24", "18", "12"}));
  CHECK_FALSE(missing.report.meets_criteria);
  REQUIRE(missing.first().missing.size() == 1);
  CHECK(missing.first().missing.front().figure == "rate");
  CHECK(missing.first().missing.front().year == 2020);
}

TEST_CASE("years with a hole between them are not in a row") {
  Figures figures = rates({"40", "30", "24", "18", "12"});
  figures.yearly["rate"].erase(2021);
  CHECK(verdict(drops("6"), figures) == unknown);
  figures.yearly["rate"][2023] = {decimal("13"), "QĐ"};
  CHECK(verdict(drops("6"), figures) == not_met);  // one known failure decides
}

TEST_CASE("the last year of a series is the one before the sending, or that year itself") {
  const auto on = [](const char* day, const Figures& figures, const char* reading = "previous_year") {
    PlanSettings settings;
    settings.latest_year = reading;
    return judge({numeric(drops("6"))}, figures, {}, settings, {.as_of = Date::parse(day)}).first();
  };
  const Figures good = rates({"30", "24", "18", "12"});  // 2020 to 2023
  CHECK(on("2023-12-31", good).verdict == met);
  CHECK(on("2024-01-01", good).verdict == met);
  CHECK(on("2024-12-31", good).verdict == met);
  const CriterionFinding late = on("2025-01-01", good);
  CHECK(late.verdict == unknown);
  REQUIRE(late.missing.size() == 1);
  CHECK(late.missing.front().figure == "rate");
  CHECK(late.missing.front().year == 2024);
  CHECK_FALSE(late.missing.front().unusable);
  CHECK(on("2029-01-01", good).missing.size() == 4);
  CHECK(on("2029-01-01", good, "as_given").verdict == met);
  CHECK(on("2025-01-01", {}).missing.size() == 4);
}

TEST_CASE("years after the sending do not count") {
  const FigureChecks in_2022{.as_of = Date::parse("2022-06-01")};
  const Figures figures = rates({"40", "39", "33", "27", "21"});  // 2019 to 2023: the drop of 2020 is weak
  const auto judged = judge({numeric(drops("6"))}, figures, {}, {}, in_2022);
  CHECK(judged.first().failing_years == std::vector<int>{2020});
}

TEST_CASE("a figure without its source, or that cannot be, is as good as missing") {
  const std::vector<FigureDefinition> definitions{{.id = "rate", .minimum = decimal("0"), .maximum = decimal("100")},
                                                  {.id = "now", .minimum = decimal("0")}};
  const FigureChecks bounded{.definitions = definitions};
  const auto rate = [&](const char* first, const char* last) {
    return judge({numeric(drops("6"))}, rates({first, "24", "18", last}), {}, {}, bounded).first();
  };
  CHECK(rate("100", "12").verdict == met);
  CHECK(rate("100", "0").verdict == met);
  CHECK(rate("100.0001", "12").verdict == unknown);
  const CriterionFinding below = rate("30", "-0.0001");
  CHECK(below.verdict == unknown);
  REQUIRE(below.missing.size() == 1);
  CHECK(below.missing.front().year == 2023);
  CHECK(below.missing.front().unusable);
  CHECK(judge({numeric(halved())}, households("1000", "-5"), {}, {}, bounded).first().verdict == unknown);
  CHECK(judge({numeric(halved())}, households("1000", "0"), {}, {}, bounded).first().verdict == met);
  Figures unsourced = households("1000", "499");
  unsourced.single["now"].source = " \t";
  const auto blank = judge({numeric(halved())}, unsourced);
  CHECK(blank.first().verdict == unknown);
  CHECK(blank.first().missing.front().unusable);
}

TEST_CASE("the mean of three drops may make up for one weak year, where the plan is read so") {
  PlanSettings mean;
  mean.consecutive_reading = "mean";
  const auto with = [&](const char* last) {
    return judge({numeric(drops("6"))}, rates({"30", "24", "18.01", last}), {}, mean).first().verdict;
  };
  CHECK(with("12") == met);
  CHECK(with("12.01") == not_met);
}

TEST_CASE("relative drops are a part of the year before, where the plan is read so") {
  PlanSettings relative;
  relative.drop_reading = "relative_percent";
  const auto with = [&](const char* last) {
    return judge({numeric(drops("10"))}, rates({"100", "90", "81", last}), {}, relative).first().verdict;
  };
  CHECK(with("72.9") == met);
  CHECK(with("72.9001") == not_met);
}

TEST_CASE("more than half: 1000 to 500 fails, 1000 to 499 passes") {
  CHECK(verdict(halved(), households("1000", "500")) == not_met);
  CHECK(verdict(halved(), households("1000", "499")) == met);
  CHECK(verdict(halved(), households("10000", "5000")) == not_met);
  CHECK(verdict(halved(), households("10000", "4999")) == met);  // 50.01 %
  CHECK(verdict(halved(), households("999999999999.9999", "499999999999.9999")) == met);
  CHECK(verdict(halved(), households("999999999999.9998", "499999999999.9999")) == not_met);
}

TEST_CASE("nothing falls from a baseline of nothing") {
  CHECK(verdict(halved(), households("0", "0")) == not_met);
  Figures only_now = households("1", "0");
  only_now.single.erase("before");
  CHECK(verdict(halved(), only_now) == unknown);
}

TEST_CASE("each year reaches its planned value, or is named") {
  Figures figures;
  for (int year = 2017; year <= 2020; ++year) {
    figures.yearly["actual"][year] = {decimal("1.5"), "QĐ"};
    figures.yearly["planned"][year] = {decimal("1.5"), "QĐ"};
  }
  CHECK(verdict(on_plan(), figures) == met);
  const auto reached_only = judge({numeric(on_plan(Comparison::more_than))}, figures);
  CHECK(reached_only.first().failing_years == std::vector<int>{2017, 2018, 2019, 2020});
  figures.yearly["actual"][2020] = {decimal("1.4999"), "QĐ"};
  const auto failed = judge({numeric(on_plan())}, figures);
  CHECK(failed.first().verdict == not_met);
  CHECK(failed.first().failing_years == std::vector<int>{2020});
  figures.yearly["actual"].erase(2020);
  CHECK(verdict(on_plan(), figures) == unknown);
}

TEST_CASE("one or two pilots: neither none nor three") {
  const auto [count, expected] = GENERATE(table<const char*, CriterionVerdict>({
      {"0", not_met}, {"0.9999", not_met}, {"1", met}, {"2", met}, {"2.0001", not_met}, {"3", not_met}}));
  Figures figures;
  figures.single["pilots"] = {decimal(count), "QĐ"};
  CHECK(verdict(pilots("1", "2"), figures) == expected);
}

TEST_CASE("one alternative is enough, both must fail to fail") {
  const Predicate either{.kind = PredicateKind::any, .of = {drops("4"), halved()}};
  Figures figures = rates({"20", "15.8", "11.9", "7.4"});  // 4.2, 3.9, 4.5
  CHECK(verdict(either, figures) == unknown);
  figures.single = households("1000", "499").single;
  const auto passed = judge({numeric(either)}, figures);
  CHECK(passed.first().verdict == met);
  CHECK(passed.first().failing_years.empty());
  CHECK(passed.first().figures.size() == 6);
  figures.single = households("1000", "500").single;
  const auto failed = judge({numeric(either)}, figures);
  CHECK(failed.first().verdict == not_met);
  CHECK(failed.first().failing_years == std::vector<int>{2022});
}

TEST_CASE("all parts must hold") {
  const Predicate both{.kind = PredicateKind::all, .of = {drops("4"), halved()}};
  Figures figures = rates({"20", "16", "12", "8"});
  CHECK(verdict(both, figures) == unknown);
  figures.single = households("1000", "500").single;
  CHECK(verdict(both, figures) == not_met);
  figures.single = households("1000", "499").single;
  CHECK(verdict(both, figures) == met);
}

TEST_CASE("a bullet is met, not met, or open, as attested") {
  const Criterion bullet{.id = "documents"};
  CHECK_FALSE(judge({bullet}, {}).report.meets_criteria);
  CHECK(judge({bullet}, {}).first().attestation_missing);
  CHECK(judge({bullet}, {}, {{"documents", {Attestation::met, ""}}}).report.meets_criteria == true);
  const auto failed = judge({bullet}, {}, {{"documents", {Attestation::not_met, "chậm"}}});
  CHECK(failed.report.meets_criteria == false);
  CHECK(failed.first().reason == "chậm");
}

TEST_CASE("only a bullet that limits itself can be not applicable, and only with a reason") {
  const Attestations with_reason{{"loans", {Attestation::not_applicable, "không vay vốn"}}};
  const Attestations without{{"loans", {Attestation::not_applicable, ""}}};
  const Criterion limited{.id = "loans", .applies_to = "hộ vay vốn"};
  CHECK(judge({limited}, {}, with_reason).first().verdict == not_applicable);
  CHECK(judge({limited}, {}, with_reason).report.meets_criteria == true);
  CHECK_FALSE(judge({limited}, {}, without).report.meets_criteria);
  CHECK(judge({Criterion{.id = "loans"}}, {}, with_reason).first().verdict == unknown);
}

TEST_CASE("an optional bullet counts only when somebody says that it fails") {
  const Criterion optional{.id = "loans", .optional = true};
  const auto open = judge({optional}, {});
  CHECK(open.first().verdict == unknown);
  CHECK_FALSE(open.first().counts);
  CHECK(open.report.meets_criteria == true);
  CHECK(judge({optional}, {}, {{"loans", {Attestation::not_met, "nợ quá hạn"}}}).report.meets_criteria == false);
}

TEST_CASE("an aspiration warns and decides nothing") {
  Figures figures;
  figures.single["pilots"] = {decimal("3"), "QĐ"};
  const auto judged = judge({numeric(pilots("1", "2"), CriterionEffect::warning)}, figures);
  CHECK(judged.report.meets_criteria == true);
  REQUIRE(judged.report.warnings().size() == 1);
  CHECK(judged.report.warnings().front()->criterion->id == "figures");
  CHECK(judge({numeric(pilots("1", "2"), CriterionEffect::warning)}, {}).report.meets_criteria == true);
}

TEST_CASE("one failure decides over what is still open") {
  const Criterion bullet{.id = "documents"};
  CHECK(judge({bullet, numeric(halved())}, households("1000", "500")).report.meets_criteria == false);
  CHECK_FALSE(judge({bullet, numeric(halved())}, households("1000", "499")).report.meets_criteria);
}

TEST_CASE("where one bullet is enough, one that is met decides") {
  const auto with = [](const Attestations& attestations) {
    SubjectCategory either = category({{.id = "one"}, {.id = "other", .applies_to = "hộ vay vốn"}});
    either.reading = CriteriaReading::any;
    return check_eligibility(either, {}, {}, attestations).meets_criteria;
  };
  const AttestationEntry yes{Attestation::met, ""};
  const AttestationEntry no{Attestation::not_met, "chưa"};
  const AttestationEntry beside{Attestation::not_applicable, "không vay vốn"};
  CHECK(with({{"one", yes}, {"other", no}}) == true);
  CHECK(with({{"one", no}, {"other", yes}}) == true);
  CHECK(with({{"one", yes}}) == true);
  CHECK(with({{"one", no}, {"other", no}}) == false);
  CHECK(with({{"one", no}, {"other", beside}}) == false);
  CHECK(with({{"one", no}}) == std::nullopt);
  CHECK(with({}) == std::nullopt);
}

TEST_CASE("where one bullet is enough, aspirations and open optional bullets decide nothing") {
  SubjectCategory either = category({{.id = "aim", .effect = CriterionEffect::warning}, {.id = "extra", .optional = true}});
  either.reading = CriteriaReading::any;
  CHECK(check_eligibility(either, {}, {}, {{"aim", {Attestation::not_met, "chưa"}}}).meets_criteria == true);
}

TEST_CASE("a category without criteria says so and refuses nobody") {
  const auto judged = judge({}, {});
  CHECK(judged.report.sets_no_criterion);
  CHECK(judged.report.meets_criteria == true);
}
