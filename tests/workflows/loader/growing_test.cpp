// Definitions grow while others read them, and what was handed out stays.
#include <atomic>
#include <thread>

#include "engine/codec/json.hpp"
#include "tests/support/catch.hpp"
#include "workflows/loader/definitions.hpp"

using namespace vinhdanh;

namespace {

const std::string plan_id = "lang-son-2021-2025";

std::string version_of_plan(int version) {
  const Definitions shipped;
  auto text = nlohmann::ordered_json::parse(shipped.record(DefinitionKind::plan, plan_id, 1)->bytes);
  text["version"] = version;
  return text.dump();
}

std::string next_organisation(const Definitions& definitions) {
  for (const KnownDefinition& it : definitions.records()) {
    if (it.kind != DefinitionKind::organisation) continue;
    auto text = nlohmann::ordered_json::parse(it.bytes);
    text["version"] = it.version + 1;
    return text.dump();
  }
  return {};
}

}  // namespace

TEST_CASE("what was handed out before an addition is the same after it") {
  Definitions definitions;
  const Plan* first = definitions.latest_plan(plan_id);
  const Organisation& offices = definitions.organisation();
  const auto count = offices.offices.size();
  const Calendar& calendar = definitions.calendar();
  const auto* record = definitions.record(DefinitionKind::plan, plan_id, 1);
  REQUIRE(definitions.add(version_of_plan(2)).empty());
  REQUIRE(definitions.add(next_organisation(definitions)).empty());
  CHECK(definitions.plan(plan_id, 1) == first);
  CHECK(definitions.latest_plan(plan_id)->version == 2);
  CHECK(&definitions.organisation() != &offices);
  CHECK(offices.offices.size() == count);
  CHECK(&definitions.calendar() == &calendar);
  CHECK(definitions.record(DefinitionKind::plan, plan_id, 1) == record);
  const Definitions copy(definitions);
  CHECK(copy.latest_plan(plan_id) != definitions.latest_plan(plan_id));
  CHECK(copy.latest_plan(plan_id)->version == 2);
}

TEST_CASE("readers go on while versions are added") {
  Definitions definitions;
  std::vector<std::string> versions;
  for (int version = 2; version < 8; ++version) versions.push_back(version_of_plan(version));
  std::atomic<bool> done{false};
  std::atomic<int> read{0};
  std::thread reader([&] {
    while (!done) {
      const Plan* latest = definitions.latest_plan(plan_id);
      if (latest->id == plan_id && !definitions.text_of(*latest).bytes.empty() && !definitions.organisation().offices.empty())
        ++read;
    }
  });
  for (const auto& bytes : versions) CHECK(definitions.add(bytes).empty());
  while (read < 10) std::this_thread::yield();
  done = true;
  reader.join();
  CHECK(definitions.plans().size() == 5 + versions.size());
}
