// Where the plan blocks a second nomination, the sending claims it, so that the store can refuse who comes second.
#include "tests/support/catch.hpp"
#include "tests/support/fixture.hpp"

namespace vinhdanh::test {
namespace {

/// What the accepted change claims: "key", "given up" or nothing.
std::string claimed(const Outcome& outcome) {
  const auto& claims = std::get<Change>(outcome).claims;
  if (claims.empty()) return "nothing";
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].dossier == "dossier-001");
  return claims[0].key.value_or("given up");
}

Payload sending() { return Submit{letter(), std::nullopt}; }

}  // namespace

TEST_CASE("the sending claims the nomination of an office, or of a person") {
  Fixture f;
  const DossierId id = f.open();
  f.workspaces[id].nominee.office = "an_thinh";
  CHECK(claimed(f.attempt(unit_head(), sending(), id)) == "phong_trao/merit/office/an_thinh");
  f.workspaces[id].nominee.office.reset();
  f.workspaces[id].nominee.person = "lan";
  CHECK(claimed(f.attempt(unit_head(), sending(), id)) == "phong_trao/merit/person/lan");
  f.workspaces[id].nominee.person.reset();
  CHECK(claimed(f.attempt(unit_head(), sending(), id)) == "nothing");
}

TEST_CASE("a plan that does not block claims nothing") {
  Fixture f;
  f.plan.settings.double_award = DoubleAward::warn;
  const DossierId id = f.open();
  f.workspaces[id].nominee.office = "an_thinh";
  CHECK(claimed(f.act(unit_head(), sending(), id)) == "nothing");
  CHECK(claimed(f.act(unit_head(), Withdraw{"Đề nghị sai"}, id)) == "nothing");
}

TEST_CASE("a nomination that comes to nothing is given up; until then it stands") {
  Fixture f;
  const DossierId id = f.open();
  f.workspaces[id].nominee.office = "an_thinh";
  f.act(unit_head(), sending(), id);
  CHECK(claimed(f.act(unit_head(), Recall{}, id)) == "nothing");
  f.act(unit_head(), sending(), id);
  CHECK(claimed(f.act(unit_head(), Withdraw{"Đề nghị sai"}, id)) == "given up");
}

}  // namespace vinhdanh::test
