// What one node activates or moves, another goes by.

#include "api/composition.hpp"
#include "api/desk/people/admin.hpp"
#include "engine/codec/json.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

const std::string plan = "lang-son-2021-2025";

/// The shipped plan's next version, stored and active.
void activate_next(Installation& at) {
  auto text = nlohmann::ordered_json::parse(at.definitions().text_of(*at.definitions().latest_plan(plan)).bytes);
  text["version"] = 2;
  const std::string bytes = text.dump();
  const auto examined = at.shelf().examine(bytes, false);
  REQUIRE(examined.errors.empty());
  const DefinitionRecord record{examined.kind, examined.ref, bytes, false};
  REQUIRE(commit_alone(at.store(), add_definition(at.clock(), at.fresh(), console_actor(), record)).status == CommitStatus::done);
  REQUIRE(commit_alone(at.store(), activate_definition(at.clock(), at.fresh(), console_actor(), record)).status ==
          CommitStatus::done);
  at.shelf().use(bytes);
}

}  // namespace

TEST_CASE("a definition that one node activated is known at another when it is named, and offered within a second",
          "[postgres][nodes]") {
  const TemporarySchema schema;
  const Home home{{}, schema.url(), schema.name()};
  Installation one(home, std::nullopt);
  Installation two(home, std::nullopt);
  REQUIRE(two.definitions().plan(plan, 2) == nullptr);
  activate_next(one);
  SECTION("named by a dossier") {
    REQUIRE(two.definitions().plan(plan, 2) != nullptr);
    CHECK(two.definitions().latest_plan(plan)->version == 2);
  }
  SECTION("by the upkeep of each second") {
    CHECK(two.definitions().latest_plan(plan)->version == 1);
    two.follow_others();
    CHECK(two.definitions().latest_plan(plan)->version == 2);
  }
}

TEST_CASE("the demo's clock is one for all nodes, and none of them moves it back", "[postgres][nodes]") {
  const TemporarySchema schema(true);
  const Home home{{}, schema.url(), schema.name()};
  Installation one(home, true);
  Installation two(home, true);
  const Instant there = *Instant::parse("2024-05-02T02:00:00.000Z");
  REQUIRE(one.deps().move_clock(there));
  CHECK(two.clock().business_now().milliseconds >= there.milliseconds);
  CHECK_FALSE(two.deps().move_clock(*Instant::parse("2024-05-01T02:00:00.000Z")));
  REQUIRE(two.deps().move_clock(*Instant::parse("2024-05-03T02:00:00.000Z")));
  CHECK(one.clock().business_now().milliseconds >= Instant::parse("2024-05-03T02:00:00.000Z")->milliseconds);
  Installation three(home, true);
  CHECK(three.clock().business_now().milliseconds >= Instant::parse("2024-05-03T02:00:00.000Z")->milliseconds);
}
