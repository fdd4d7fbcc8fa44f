// Definitions from hostile hands: refused with a code, none of them known afterwards.
#include <fstream>

#include "api/composition_definitions.hpp"
#include "tests/api/desk/rig.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

nlohmann::ordered_json shipped_plan() {
  std::ifstream in(std::string(VINHDANH_SOURCE_DIR) + "/workflows/plans/lang-son-2021-2025/v1.json");
  auto plan = nlohmann::ordered_json::parse(in);
  plan["version"] = 2;
  return plan;
}

struct Shelf {
  Definitions own;
  Rig rig{day(2026, 6, 1), own};
  Shelf() {
    rig.shelf = std::make_unique<RunningDefinitions>(own, rig.store, rig.clock);
    rig.restart();
  }
  std::string manager = rig.token("ubnd_lang_son", Role::definition_manager);
  int keys = 0;
  Answer bring(const std::string& bytes) {
    return rig.call("POST", "/v1/definitions", manager, bytes,
                    {{"content-type", "application/json"}, {"idempotency-key", "b-" + std::to_string(++keys)}});
  }
};

}  // namespace

TEST_CASE("B63 a definition that cannot be carried out is refused with a code", "[battery]") {
  Shelf at;
  auto unknown_role = shipped_plan();
  unknown_role["routes"][1]["stages"][0]["office_role"] = "no_such_office_role";
  auto no_stage = shipped_plan();
  no_stage["routes"][1]["stages"] = Json::array();
  auto no_decision = shipped_plan();
  no_decision["routes"][1]["stages"].erase(3);
  auto twice = shipped_plan();
  twice["routes"][1]["stages"].push_back(twice["routes"][1]["stages"][0]);
  auto many = shipped_plan();
  for (int i = 0; i < 100'000; ++i) many["routes"][1]["stages"].push_back({{"id", "s" + std::to_string(i)}});
  auto deep = shipped_plan();
  auto deep_text = deep.dump();
  deep_text.insert(1, "\"deep\":" + std::string(10'000, '[') + std::string(10'000, ']') + ",");
  for (const auto& [name, bytes] :
       std::map<std::string, std::string>{{"unknown office role", unknown_role.dump()},
                                          {"no stage", no_stage.dump()},
                                          {"no deciding stage", no_decision.dump()},
                                          {"a stage twice", twice.dump()},
                                          {"100,000 stages", many.dump()},
                                          {"depth 10,000", deep_text},
                                          {"not JSON", "{\"kind\":"},
                                          {"another kind", R"({"kind":"spell","id":"x","version":1})"},
                                          {"empty object", "{}"}}) {
    INFO(name);
    const auto answer = at.bring(bytes);
    INFO(answer.text.substr(0, 300));
    if (answer.status == 413) {
      CHECK(answer.code() == "payload_too_large");
      continue;
    }
    CHECK(answer.status == 422);
    CHECK(answer.code() == "definition_invalid");
    REQUIRE_FALSE(answer.body["errors"].empty());
    for (const auto& error : answer.body["errors"]) CHECK_FALSE(error.value("code", "").empty());
  }
  CHECK(at.rig.inner.definitions().empty());
}

TEST_CASE("B64 the same version with other bytes, and one person alone, are refused", "[battery]") {
  Shelf at;
  REQUIRE(at.bring(shipped_plan().dump(2)).status == 201);
  const auto other = at.bring(shipped_plan().dump(3));
  CHECK(other.status == 409);
  CHECK(other.code() == "version_exists");
  const std::string version = "/v1/definitions/plan/lang-son-2021-2025/2/actions/";
  REQUIRE(at.rig.post(version + "request_activation", at.manager, Json::object()).status == 200);
  const auto alone = at.rig.post(version + "activate", at.manager, Json::object());
  CHECK(alone.status == 403);
  CHECK(alone.code() == "dual_control_required");
}
