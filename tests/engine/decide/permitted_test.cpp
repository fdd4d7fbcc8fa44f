// What is permitted: the domain of each command, choice by choice, and why not.
#include "tests/support/catch.hpp"
#include "tests/support/fixture.hpp"

namespace vinhdanh::test {
namespace {

Permission asked(const Fixture& f, const Actor& by, Command command) {
  const auto all = permitted(f.dossiers.begin()->second, f.facts(f.dossiers.begin()->first, by), f.rules());
  return *std::ranges::find(all, command, &Permission::command);
}

/// "to_stage=review yes", one line for each choice of that member.
std::string choices(const Permission& permission, const std::string& member) {
  std::string text;
  for (const Choice& choice : permission.choices) {
    if (choice.member != member) continue;
    text += (text.empty() ? "" : "; ") + choice.value + (choice.allowed ? " yes" : " no");
  }
  return text;
}

}  // namespace

TEST_CASE("a return may go to the unit and to the stages before") {
  Fixture f;
  f.bring_to(f.open(), "advice");
  const Permission permission = asked(f, secretary(), Command::return_for_rework);
  CHECK(permission.allowed);
  CHECK(choices(permission, "to_stage") == " yes; review yes; appraisal yes");
}

TEST_CASE("an approval needs an open decision of this form, authority and occasion") {
  Fixture f;
  f.bring_to(f.open(), "decision", true);
  const Permission none = asked(f, chairman(), Command::approve);
  CHECK_FALSE(none.allowed);
  REQUIRE(none.reasons.size() == 1);
  CHECK(none.reasons.front().code == Reason::decision_not_open);
  f.open_decision("flag");
  CHECK_FALSE(asked(f, chairman(), Command::approve).allowed);
  f.open_decision("merit");
  const Permission permission = asked(f, chairman(), Command::approve);
  CHECK(permission.allowed);
  CHECK(choices(permission, "decision") == "decision-1 no; decision-2 yes");
}

TEST_CASE("a lower form is a choice of form and of decision") {
  Fixture f;
  f.bring_to(f.open(), "decision");
  f.open_decision("merit");
  CHECK_FALSE(asked(f, chairman(), Command::approve_lower_form).allowed);
  f.open_decision("letter_of_praise");
  const Permission permission = asked(f, chairman(), Command::approve_lower_form);
  CHECK(permission.allowed);
  CHECK(choices(permission, "form") == "letter_of_praise yes");
  CHECK(choices(permission, "decision") == "decision-1 no; decision-2 yes");
}

TEST_CASE("only what the head could do here may be proposed") {
  Fixture f;
  f.bring_to(f.open(), "review");
  CHECK(choices(asked(f, labour_specialist(), Command::propose), "kind") ==
        "forward yes; forward_with_disagreement yes; return_for_rework yes; conclude_ineligible yes; approve no; "
        "approve_lower_form no; decline no");
}

TEST_CASE("grounds are the failed criteria and the papers that are missing") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "review");
  CHECK_FALSE(asked(f, labour_head(), Command::conclude_ineligible).allowed);
  f.frozen[id].figures.single["poor_now"].value = *Decimal::parse("71");
  f.dossiers[id].papers.clear();
  const Permission permission = asked(f, labour_head(), Command::conclude_ineligible);
  CHECK(permission.allowed);
  CHECK(choices(permission, "grounds") == "criterion:fewer_poor yes; paper_slot:report yes");
}

TEST_CASE("of a result both outcomes may be recorded") {
  Fixture f;
  f.bring_to(f.open("pm_merit"), "result");
  const Permission permission = asked(f, recorder(), Command::record_result);
  CHECK(permission.allowed);
  CHECK(choices(permission, "approved") == "true yes; false yes");
}

TEST_CASE("the reasons are those that a better payload cannot remove") {
  Fixture f;
  f.open();
  f.dossier().papers.clear();
  f.today = day(2025, 2, 5);
  const Permission permission = asked(f, unit_clerk(), Command::submit);
  CHECK_FALSE(permission.allowed);
  REQUIRE(permission.reasons.size() == 2);
  CHECK(permission.reasons[0].code == Reason::not_in_role);
  CHECK(permission.reasons[1].code == Reason::paper_missing);
}

TEST_CASE("what stands against one choice only is told with that choice") {
  Fixture f;
  f.plan.award_forms.front().lower_forms.push_back("flag");
  f.bring_to(f.open(), "decision");
  f.quotas["chu_tich/phong_trao/-/letter_of_praise/-"] = {
      "chu_tich/phong_trao/-/letter_of_praise/-", 1, 0, 1, {"other"}};
  f.open_decision("letter_of_praise");
  const Permission permission = asked(f, chairman(), Command::approve_lower_form);
  CHECK_FALSE(permission.allowed);
  CHECK(permission.reasons.empty());
  REQUIRE(permission.choices.size() == 3);
  CHECK(permission.choices[0].value == "letter_of_praise");
  REQUIRE(permission.choices[0].reasons.size() == 1);
  CHECK(permission.choices[0].reasons.front().code == Reason::quota_full);
  CHECK(permission.choices[2].value == "flag");
  REQUIRE(permission.choices[2].reasons.size() == 1);
  CHECK(permission.choices[2].reasons.front().code == Reason::decision_not_open);
}

TEST_CASE("the words on screen come from the phase and the stage: its own, or those of its kind") {
  Fixture f;
  f.plan.routes.front().stages.back().shown_as = ShownAs{"Đã trình Chủ tịch", "With the Chairman"};
  f.open();
  CHECK(visible_state(f.dossier(), f.plan).vi == "Dự thảo");
  const std::vector<std::pair<StageId, std::string>> words = {{"review", "Đang xét duyệt"},
                                                              {"appraisal", "Đang thẩm định"},
                                                              {"advice", "Chờ họp Hội đồng"},
                                                              {"decision", "Đã trình Chủ tịch"}};
  for (const auto& [stage, vi] : words) {
    f.bring_to(f.dossier().id, stage);
    CHECK(visible_state(f.dossier(), f.plan).vi == vi);
  }
  CHECK(visible_state(f.dossier(), f.plan).en == "With the Chairman");
  CHECK(visible_state(f.dossier(), f.plan).code == "with_provincial_chairman");
  f.plan.routes.front().stages.back().shown_as = std::nullopt;
  CHECK(visible_state(f.dossier(), f.plan).vi == "Đang xét duyệt");
  f.dossier().phase = Phase::lapsed;
  CHECK(visible_state(f.dossier(), f.plan).vi == "Quá thời hạn trình");
}

}  // namespace vinhdanh::test
