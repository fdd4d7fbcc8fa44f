// A lower form is given by its own authority: where it decides, or where it would only have endorsed.
#include "tests/support/catch.hpp"
#include "tests/support/fixture.hpp"

namespace vinhdanh::test {
namespace {

const std::string kMeritKey = "chu_tich/phong_trao/occasion/merit/-";

/// Put forward to the Prime Minister, received by the Chairman who would endorse it.
DossierId at_endorsement(Fixture& f) {
  const DossierId id = f.open("pm_merit");
  f.bring_to(id, "endorsement");
  return id;
}

std::vector<Reason> refused(Fixture& f, const Actor& by, const FormCode& form, const DecisionId& decision) {
  return codes(f.attempt(by, ApproveLowerForm{form, decision}, f.dossier().id));
}

Permission permission(Fixture& f, const Actor& by, Command command) {
  const auto all = permitted(f.dossier(), f.facts(f.dossier().id, by), f.rules());
  return *std::ranges::find(all, command, &Permission::command);
}

std::vector<std::string> allowed(const Permission& permission, const std::string& member) {
  std::vector<std::string> values;
  for (const Choice& choice : permission.choices) {
    if (choice.member == member && choice.allowed) values.push_back(choice.value);
  }
  return values;
}

bool has(const std::vector<std::string>& values, const std::string& value) {
  return std::ranges::find(values, value) != values.end();
}

}  // namespace

TEST_CASE("instead of endorsing, the Chairman gives the form that he decides") {
  Fixture f;
  const DossierId id = at_endorsement(f);
  REQUIRE(accepted(f.act(chairman(), ApproveLowerForm{"merit", f.open_decision("merit")}, id)));
  CHECK(f.dossier().phase == Phase::decided);
  CHECK(f.dossier().stage == "endorsement");
  CHECK(f.dossier().granted_form == "merit");
  REQUIRE(accepted(f.act(chairman(), Sign{}, id)));
  REQUIRE(accepted(f.act(chairman_clerk(), Number{"15/QĐ-UBND", f.today}, id)));
  CHECK(f.dossier().phase == Phase::awarded);
  REQUIRE(f.dossier().result);
  CHECK(f.dossier().result->form == "merit");
  CHECK(f.dossier().result->authority == "provincial_chairman");
}

TEST_CASE("the place goes from the form put forward to the lower one") {
  Fixture f;
  f.plan.quotas.push_back({.id = "pm_places",
                           .award_form = "pm_merit",
                           .limit = 1,
                           .organisation_role = "provincial_chairman",
                           .source = {.clause = "II.5"}});
  f.plan.routes[1].reserves_at = "state_review";
  const DossierId id = at_endorsement(f);
  REQUIRE(f.dossier().quota);
  const std::string held = f.dossier().quota->key;
  CHECK(f.quotas.at(held).reserved == 1);
  REQUIRE(accepted(f.act(chairman(), ApproveLowerForm{"merit", f.open_decision("merit")}, id)));
  CHECK(f.quotas.at(held).reserved == 0);
  CHECK(f.quotas.at(kMeritKey).consumed == 1);
  CHECK(f.dossier().quota->key == kMeritKey);
}

TEST_CASE("only the forms that the endorsing office decides are offered") {
  Fixture f;
  at_endorsement(f);
  f.open_decision("merit");
  f.open_decision("unit_praise");
  const Permission offered = permission(f, chairman(), Command::approve_lower_form);
  CHECK(offered.allowed);
  CHECK(allowed(offered, "form") == std::vector<std::string>{"merit"});
  CHECK(allowed(offered, "decision") == std::vector<std::string>{"decision-1"});
  CHECK(std::ranges::count(offered.choices, "unit_praise", &Choice::value) == 0);
  CHECK_FALSE(permission(f, chairman(), Command::approve).allowed);
}

TEST_CASE("a form of another authority, or none of the lower ones, is an unknown choice at an endorsement") {
  Fixture f;
  at_endorsement(f);
  const DecisionId praise = f.open_decision("unit_praise");
  f.decisions[praise].authority = "chu_tich";
  CHECK(refused(f, chairman(), "unit_praise", praise) == std::vector<Reason>{Reason::unknown_choice});
  CHECK(refused(f, chairman(), "flag", f.open_decision("flag")) == std::vector<Reason>{Reason::unknown_choice});
}

TEST_CASE("an office that endorses without deciding any lower form is offered none") {
  Fixture f;
  at_endorsement(f);
  f.plan.award_forms.front().authority = "prime_minister";
  f.decisions[f.open_decision("merit")].authority = "chu_tich";
  CHECK(refused(f, chairman(), "merit", "decision-1") == std::vector<Reason>{Reason::unknown_choice});
  const Permission offered = permission(f, chairman(), Command::approve_lower_form);
  CHECK_FALSE(offered.allowed);
  CHECK(offered.choices.empty());
}

TEST_CASE("a reviewing office gives nothing") {
  Fixture f;
  f.plan.routes[1].stages[1].kind = StageKind::verify;
  at_endorsement(f);
  CHECK(refused(f, chairman(), "merit", f.open_decision("merit")) == std::vector<Reason>{Reason::not_this_stage_kind});
}

TEST_CASE("the decision is of the lower form and of its authority's role") {
  Fixture f;
  at_endorsement(f);
  CHECK(refused(f, chairman(), "merit", f.open_decision("flag")) == std::vector<Reason>{Reason::decision_not_open});
  const DecisionId other = f.open_decision("merit");
  f.decisions[other].authority_role = "own_unit";
  CHECK(refused(f, chairman(), "merit", other) == std::vector<Reason>{Reason::decision_not_open});
}

TEST_CASE("a lower form is proposed only where the head could give one") {
  Fixture f;
  f.plan.routes[1].stages[1].hands.propose = {Role::specialist};
  at_endorsement(f);
  CHECK(has(allowed(permission(f, chairman_specialist(), Command::propose), "kind"), "approve_lower_form"));
  f.plan.award_forms[2].lower_forms = {"unit_praise"};
  const auto kinds = allowed(permission(f, chairman_specialist(), Command::propose), "kind");
  CHECK_FALSE(has(kinds, "approve_lower_form"));
  CHECK(has(kinds, "decline"));
}

}  // namespace vinhdanh::test
