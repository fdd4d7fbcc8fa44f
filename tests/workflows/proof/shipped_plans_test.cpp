// The shipped plans prove clean; what they only warn of is listed here, from the plans' own silence.
#include <map>

#include "tests/support/catch.hpp"
#include "tests/workflows/shipped_definitions.hpp"
#include "workflows/nomination/lifecycle.hpp"
#include "workflows/proof/proof.hpp"

using namespace vinhdanh;

namespace {

using Warnings = std::map<std::string, std::vector<std::string>>;

/// Pointers of the warnings by their code; an error fails the test.
Warnings warnings_of(const std::string& id) {
  static const Organisation organisation = shipped::organisation();
  static const Law law = shipped::law();
  Warnings warnings;
  for (const ProofFault& fault : prove(shipped::plan(id), {organisation, law, nomination_lifecycle().rows()})) {
    INFO(id << fault.pointer << ": " << fault.code << ": " << fault.message_en);
    CHECK(fault.severity == Severity::warning);
    warnings[fault.code].push_back(fault.pointer);
  }
  return warnings;
}

/// `/routes/<route>/stages/<from> … <to>` but one.
std::vector<std::string> stages(int route, int from, int to, int but = -1) {
  std::vector<std::string> pointers;
  for (int at = from; at <= to; ++at) {
    if (at != but) pointers.push_back("/routes/" + std::to_string(route) + "/stages/" + std::to_string(at));
  }
  return pointers;
}

std::vector<std::string> joined(std::vector<std::vector<std::string>> lists) {
  std::vector<std::string> all;
  for (auto& list : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

}  // namespace

// No plan states a limit for a stage; the appraisal in Hà Nội has one by law, which was found for E1 only.
TEST_CASE("Bắc Kạn: proved, with the silent limits and a lower form that only Hà Nội could give") {
  CHECK(warnings_of("bac-kan-ict-2021-2025") ==
        Warnings{{"lower_form_never_given", {"/award_forms/2/lower_forms/0"}},
                 {"stage_without_limit", joined({stages(0, 0, 4), stages(1, 0, 6, 5), stages(2, 0, 7, 5)})},
                 {"limit_rule_silent", {"/routes/1/stages/5/limit_rule", "/routes/2/stages/5/limit_rule"}}});
}

TEST_CASE("Lạng Sơn: proved, with the silent limits and a lower form that only Hà Nội could give") {
  CHECK(warnings_of("lang-son-2021-2025") ==
        Warnings{
            {"lower_form_never_given", {"/award_forms/3/lower_forms/0"}},
            {"stage_without_limit", joined({stages(0, 0, 0), stages(1, 0, 3), stages(2, 0, 5, 4), stages(3, 0, 6, 4)})},
            {"limit_rule_silent", {"/routes/2/stages/4/limit_rule", "/routes/3/stages/4/limit_rule"}}});
}

TEST_CASE("Ninh Bình: proved; the information department that oversees is no office of ours") {
  CHECK(warnings_of("ninh-binh-2016-2020") ==
        Warnings{{"oversight_by_nobody", {"/oversight/4/office_role"}},
                 {"stage_without_limit", joined({stages(0, 0, 0), stages(1, 0, 4), stages(2, 0, 6, 5)})}});
}

TEST_CASE("Ninh Thuận 2021-2025: proved; households are named, but no form is theirs") {
  CHECK(warnings_of("ninh-thuan-statistics-2021-2025") ==
        Warnings{{"category_without_form", {"/subject_categories/2"}},
                 {"stage_without_limit", joined({stages(0, 0, 1), stages(1, 0, 3)})}});
}

TEST_CASE("Ninh Thuận 2023: proved") {
  CHECK(warnings_of("ninh-thuan-statistics-2023") == Warnings{{"stage_without_limit", stages(0, 0, 1)}});
}

TEST_CASE("every shipped plan says which roles one person holds, and from what") {
  for (const Plan& plan : shipped::plans()) {
    INFO(plan.id);
    REQUIRE(plan.single_holders);
    CHECK(plan.single_holders->roles == std::vector<Role>{Role::decider, Role::office_head, Role::unit_head});
    CHECK(plan.single_holders->source.basis);
  }
}
