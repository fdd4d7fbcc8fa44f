// Bad definitions, each refused for its own reason: one small sound plan and patches of it, paths written by hand.
#include <algorithm>
#include <set>

#include "tests/support/catch.hpp"
#include "tests/workflows/proof/sound_plan.hpp"
#include "workflows/proof/proof.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

std::string all_of(const std::vector<ProofFault>& faults) {
  std::string text;
  for (const ProofFault& fault : faults) {
    text += fault.code + " at " + fault.pointer + ": " + fault.message_en + "\n";
    for (const PathStep& step : fault.path) text += "    " + text_of(step) + "\n";
  }
  return text;
}

std::set<std::string> error_codes(const std::vector<ProofFault>& faults) {
  std::set<std::string> codes;
  for (const ProofFault& fault : faults) {
    if (fault.severity == Severity::error) codes.insert(fault.code);
  }
  return codes;
}

void check_refused_by_loader(const nlohmann::json& item, const std::vector<LoadError>& errors) {
  CHECK(errors.front().code == item.at("code"));
  CHECK(errors.front().pointer == item.at("pointer"));
}

void check_refused_by_proof(const nlohmann::json& item, const std::vector<ProofFault>& faults) {
  INFO(all_of(faults));
  std::set<std::string> codes{item.at("code")};
  for (const auto& other : item.value("also", nlohmann::json::array())) codes.insert(other);
  CHECK(error_codes(faults) == codes);
  const auto found = std::ranges::find_if(faults, [&](const ProofFault& fault) {
    return fault.code == item.at("code") && fault.pointer == item.at("pointer");
  });
  REQUIRE(found != faults.end());
  CHECK(found->severity == Severity::error);
  CHECK_FALSE(found->message_vi.empty());
  CHECK_FALSE(found->message_en.empty());
  std::vector<std::string> path;
  for (const PathStep& step : found->path) path.push_back(text_of(step));
  CHECK(path == item.value("path", std::vector<std::string>{}));
}

}  // namespace

TEST_CASE("the plan from which the corpus is made is sound") {
  const auto faults = prove(sound_plan(), sound_basis());
  INFO(all_of(faults));
  CHECK(faults.empty());
}

TEST_CASE("a place taken early is still there after a lower form was given and taken back") {
  const auto plan = sound_plan({{{"op", "replace"}, {"path", "/routes/2/reserves_at"}, {"value", "appraisal"}},
                                {{"op", "replace"}, {"path", "/quotas/1/organisation_role"}, {"value", "own_unit"}}});
  const auto faults = prove(plan, sound_basis());
  INFO(all_of(faults));
  CHECK(faults.empty());
}

TEST_CASE("every bad definition is refused for its own reason, with a shortest path that shows it") {
  const auto cases = corpus_file("cases.json");
  std::set<std::string> codes;
  for (const auto& item : cases) {
    INFO(item.at("name").get<std::string>());
    codes.insert(item.at("code"));
    const auto loaded = load_plan(sound_json().patch(item.at("patch")).dump());
    if (loaded.value) {
      check_refused_by_proof(item, prove(*loaded.value, sound_basis()));
    } else {
      check_refused_by_loader(item, loaded.errors);
    }
  }
  CHECK(cases.size() >= 30);
  CHECK(codes.size() >= 30);
}

TEST_CASE("a route of more than 16 stages is refused without a search, one of 16 is searched") {
  auto json = sound_json();
  auto& stages = json["routes"][1]["stages"];
  const auto add = [&](const std::string& id) {
    auto stage = stages[2];
    stage["id"] = id;
    stage["may_return"] = false;
    stages.insert(stages.begin() + 3, stage);
  };
  for (int i = 0; i < 12; ++i) add("more_" + std::to_string(i));
  CHECK_FALSE(error_codes(prove(*load_plan(json.dump()).value, sound_basis())).contains("too_many_stages"));
  add("one_too_many");
  const auto faults = prove(*load_plan(json.dump()).value, sound_basis());
  const auto found = std::ranges::find(faults, std::string("too_many_stages"), &ProofFault::code);
  REQUIRE(found != faults.end());
  CHECK(found->pointer == "/routes/1/stages");
}

TEST_CASE("a route with more ways than can be searched is refused, not taken for sound") {
  auto json = sound_json();
  auto& stages = json["routes"][1]["stages"];
  for (int i = 0; i < 12; ++i) {
    auto stage = stages[1];
    stage["id"] = "more_" + std::to_string(i);
    stages.insert(stages.begin() + 1, stage);
  }
  CHECK(error_codes(prove(*load_plan(json.dump()).value, sound_basis())).contains("too_many_states"));
}
