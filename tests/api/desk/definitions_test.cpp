// Definitions on their way into use: brought, asked for by one manager, activated by another, used without a restart.
#include <fstream>
#include <iterator>

#include "api/composition_definitions.hpp"
#include "api/desk/people/admin.hpp"
#include "tests/api/desk/rig.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

const std::string plan = "lang-son-2021-2025";

std::string plan_with(const Json& changes) {
  std::ifstream in(std::string(VINHDANH_SOURCE_DIR) + "/workflows/plans/" + plan + "/v1.json");
  auto text = nlohmann::ordered_json::parse(in);
  text.merge_patch(nlohmann::ordered_json::parse(changes.dump()));
  return text.dump(2);
}

struct Shelf {
  Definitions own;
  Rig rig{day(2026, 6, 1), own};  // behind the plan's years, so that an empty house only warns
  Shelf() {
    rig.shelf = std::make_unique<RunningDefinitions>(own, rig.store, rig.clock);
    rig.restart();
  }
  std::string first = rig.token("ubnd_lang_son", Role::definition_manager, "first");
  std::string second = rig.token("ubnd_lang_son", Role::definition_manager, "second");
  int keys = 0;

  Answer bring(const std::string& bytes, const std::string& who, const std::string& type = "application/json") {
    return rig.call("POST", "/v1/definitions", who, bytes,
                    {{"content-type", type}, {"idempotency-key", "bring-" + std::to_string(++keys)}});
  }
  Answer step(const std::string& command, const std::string& who, int version = 2) {
    return rig.post("/v1/definitions/plan/" + plan + "/" + std::to_string(version) + "/actions/" + command, who,
                    Json::object());
  }
  int version_served() {
    return rig.get("/v1/plans/" + plan, rig.token("ubnd_lang_son", Role::auditor)).body["version"];
  }
  std::string state() {
    const auto listed = rig.get("/v1/definitions", first);
    for (const auto& line : listed.body["items"]) {
      if (line["id"] == plan && line["version"] == 2) return line["state"];
    }
    return {};
  }
};

}  // namespace

TEST_CASE("a version is brought, asked into use by one, put into use by another, and served at once", "[definitions]") {
  Shelf at;
  const auto bytes = plan_with({{"version", 2}});
  const Plan* before = at.own.latest_plan(plan);
  const auto brought = at.bring(bytes, at.first);
  INFO(brought.text);
  REQUIRE(brought.status == 201);
  CHECK(brought.body["id"] == plan);
  CHECK(brought.body["version"] == 2);
  CHECK(at.state() == "added");
  CHECK(at.step("activate", at.second).code() == "activation_not_requested");
  const auto asked = at.step("request_activation", at.first);
  INFO(asked.text);
  REQUIRE(asked.status == 200);
  CHECK(at.state() == "requested");
  CHECK(at.version_served() == 1);
  const auto alone = at.step("activate", at.first);
  CHECK(alone.status == 403);
  CHECK(alone.code() == "dual_control_required");
  REQUIRE(at.step("activate", at.second).status == 200);
  CHECK(at.state() == "active");
  CHECK(at.version_served() == 2);
  CHECK(before == at.own.plan(plan, 1));  // what was handed out stays
  CHECK(before->version == 1);
  CHECK(at.step("activate", at.second).code() == "definition_active");
  CHECK(at.step("request_activation", at.first).code() == "definition_active");
  const auto events = at.rig.inner.raw_events(StreamKind::definition, plan);
  REQUIRE(events.size() == 3);
  CHECK(events[1].bytes.find("definition_activation_requested") != std::string::npos);
}

TEST_CASE("a version is never brought again with other bytes", "[definitions]") {
  Shelf at;
  CHECK(at.bring(plan_with({{"title", "Tên khác"}}), at.first).code() == "version_exists");  // the shipped one
  REQUIRE(at.bring(plan_with({{"version", 2}}), at.first).status == 201);
  const auto other = at.bring(plan_with({{"version", 2}, {"title", "Tên khác"}}), at.first);
  CHECK(other.status == 409);
  CHECK(other.code() == "version_exists");
  const auto same = at.bring(plan_with({{"version", 2}}), at.second);
  CHECK(same.status == 200);
  CHECK(same.body["state"] == "added");
  REQUIRE(at.step("request_activation", at.first).status == 200);
  CHECK(at.bring(plan_with({{"version", 2}}), at.second).body["state"] == "requested");
  CHECK(at.rig.inner.definitions().size() == 1);
}

TEST_CASE("a definition with faults is not taken, and says where they are", "[definitions]") {
  Shelf at;
  const auto refused = at.bring(plan_with({{"version", 2}, {"surprise", 1}}), at.first);
  CHECK(refused.status == 422);
  CHECK(refused.code() == "definition_invalid");
  CHECK(refused.body["errors"][0]["pointer"] == "/surprise");
  CHECK(at.bring("{", at.first).code() == "definition_invalid");
  CHECK(at.bring("", at.first).code() == "definition_invalid");
  CHECK(at.bring(plan_with({{"version", 2}}), at.first, "text/plain").status == 415);
  CHECK(at.rig.inner.definitions().empty());
}

TEST_CASE("a plan that nobody could carry is not put into use in its years", "[definitions]") {
  Shelf at;
  REQUIRE(at.bring(plan_with({{"version", 2}}), at.first).status == 201);
  const auto empty = at.step("request_activation", at.first);
  CHECK(empty.status == 200);
  CHECK_FALSE(empty.body["warnings"].empty());
  Definitions own;
  Rig rig(day(2025, 2, 12), own);
  rig.shelf = std::make_unique<RunningDefinitions>(own, rig.store, rig.clock);
  CHECK(rig.shelf->examine(plan_with({{"version", 2}}), true).errors.empty());
  rig.token("so_gddt_lang_son", Role::unit_head);  // somebody sends, and nobody is there to receive
  const auto examined = rig.shelf->examine(plan_with({{"version", 2}}), true);
  CHECK_FALSE(examined.errors.empty());
  CHECK(rig.shelf->examine(plan_with({{"version", 2}}), false).errors.empty());
  rig.restart();
  const auto manager = rig.token("ubnd_lang_son", Role::definition_manager);
  const auto brought = rig.call("POST", "/v1/definitions", manager, plan_with({{"version", 2}}),
                                {{"content-type", "application/json"}, {"idempotency-key", "bring"}});
  CHECK(brought.status == 201);
  const auto refused =
      rig.post("/v1/definitions/plan/" + plan + "/2/actions/request_activation", manager, Json::object());
  CHECK(refused.status == 422);
  CHECK(refused.code() == "definition_invalid");
}

TEST_CASE("only definition managers change definitions", "[definitions]") {
  Shelf at;
  const auto admin = at.rig.token("ubnd_lang_son", Role::administrator);
  CHECK(at.rig.get("/v1/definitions", admin).status == 200);
  CHECK(at.bring(plan_with({{"version", 2}}), admin).status == 403);
  CHECK(at.step("activate", admin).status == 403);
  CHECK(at.rig.get("/v1/definitions", at.rig.token("ubnd_lang_son", Role::specialist)).status == 403);
  CHECK(at.step("activate", at.first, 7).status == 404);
  CHECK(at.rig.get("/v1/definitions?x=1", at.first).status == 400);
}

TEST_CASE("a version that nobody named asked into use at the command line is put into use by nobody", "[definitions]") {
  Shelf at;
  REQUIRE(at.bring(plan_with({{"version", 2}}), at.first).status == 201);
  const auto record = at.rig.inner.definitions().at(0);
  const auto ask = [&](const Actor& actor) {
    const auto change = request_activation(at.rig.clock, at.rig.fresh, actor, record);
    REQUIRE(commit_alone(at.rig.inner, change).status == CommitStatus::done);
  };
  ask(console_actor());
  CHECK(at.step("activate", at.second).code() == "dual_control_required");
  CHECK(at.state() == "requested");
  ask(console_actor(at.rig.person_of(at.first), Role::definition_manager));
  CHECK(at.step("activate", at.first).code() == "dual_control_required");
  CHECK(at.step("activate", at.second).status == 200);
}
