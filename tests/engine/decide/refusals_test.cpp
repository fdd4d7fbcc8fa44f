// One scene for every reason in which it alone stands against the command; and what `permitted` says of the same scene.
#include <set>

#include "tests/engine/decide/scenes.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::test {
namespace {

std::string joined(const std::vector<Reason>& reasons) {
  std::string text;
  for (const Reason reason : reasons) text += (text.empty() ? "" : ", ") + std::string(name_of(reason));
  return text;
}

const Permission& permission_of(const std::vector<Permission>& all, Command command) {
  return *std::ranges::find(all, command, &Permission::command);
}

/// Reasons of a permission that a better payload cannot remove.
std::set<Reason> independent(const std::vector<RefusalReason>& reasons) {
  std::set<Reason> codes;
  for (const RefusalReason& reason : reasons) {
    if (!depends_on_payload(reason.code)) codes.insert(reason.code);
  }
  return codes;
}

}  // namespace

TEST_CASE("each reason can stand alone") {
  for (const Scene& scene : scenes()) {
    INFO(name_of(scene.reason) << ": " << scene.title);
    Fixture f;
    const Try what = scene.prepare(f);
    const Outcome outcome = f.attempt(what.by, what.payload, what.id);
    CHECK(joined(codes(outcome)) == name_of(scene.reason));
  }
}

TEST_CASE("the scenes show the whole closed list") {
  std::set<Reason> shown;
  for (const Scene& scene : scenes()) shown.insert(scene.reason);
  for (std::size_t i = 0; i < Names<Reason>::all.size(); ++i) {
    INFO(Names<Reason>::all[i]);
    CHECK(shown.contains(static_cast<Reason>(i)));
  }
}

TEST_CASE("what is permitted agrees with the attempt in every scene") {
  for (const Scene& scene : scenes()) {
    INFO(name_of(scene.reason) << ": " << scene.title);
    Fixture f;
    const Try what = scene.prepare(f);
    const auto all = permitted(f.dossiers.at(what.id), f.facts(what.id, what.by), f.rules());
    REQUIRE(all.size() == Names<Command>::all.size());
    const Permission& permission = permission_of(all, command_of(what.payload));
    if (permission.choices.empty() && !depends_on_payload(scene.reason)) {
      CHECK_FALSE(permission.allowed);
      CHECK(independent(permission.reasons) == std::set<Reason>{scene.reason});
    }
    if (!permission.allowed) {
      CHECK_FALSE(permission.reasons.empty());
      for (const Reason reason : independent(permission.reasons)) CHECK(reason == scene.reason);
    }
  }
}

TEST_CASE("a refusal names its rule and what is missing") {
  Fixture f;
  f.occasion.places.front().limit = 1;
  const DossierId first = f.open();
  f.bring_to(first, "advice");
  const DossierId second = f.open();
  f.bring_to(second, "appraisal", true);
  const Outcome outcome = f.attempt(home_head(), Forward{letter(), std::nullopt, std::nullopt}, second);
  const RefusalReason full = std::get<Refusal>(outcome).reasons.front();
  CHECK(full.details.at("holder") == first);
  CHECK(full.details.at("limit") == "1");
  CHECK(full.details.at("key") == "chu_tich/phong_trao/occasion/merit/-");
  REQUIRE(full.source);
  CHECK(full.source->clause == "01/HD");
}

TEST_CASE("outside the table the reasons about the person are given only when they hold whatever the phase") {
  Fixture f;
  const DossierId id = f.open();
  const DecisionId decision = f.open_decision();
  CHECK(joined(codes(f.attempt(unit_clerk(), Approve{decision}, id))) ==
        "not_in_role, not_responsible_office, own_submission, wrong_phase");
  CHECK(joined(codes(f.attempt(chairman(), Approve{decision}, id))) == "wrong_phase");
  f.act(unit_head(), Withdraw{"rút"}, id);
  CHECK(joined(codes(f.attempt(unit_clerk(), Submit{letter(), std::nullopt}, id))) == "not_in_role, case_closed");
}

TEST_CASE("all reasons that hold are given, the most grave first") {
  Fixture f;
  const DossierId id = f.open();
  f.dossiers[id].papers.clear();
  f.occasion.open = false;
  f.workspaces[id].achievement.clear();
  CHECK(joined(codes(f.attempt(unit_clerk(), Submit{{}, std::nullopt}, id))) ==
        "not_in_role, occasion_not_open, paper_missing, content_incomplete, document_incomplete");
}

}  // namespace vinhdanh::test
