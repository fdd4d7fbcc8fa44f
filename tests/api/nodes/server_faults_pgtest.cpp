// The database dies under the nodes, or a standby takes its place: 503 meanwhile, nothing acknowledged is lost, nothing done twice.
#include <chrono>
#include <fstream>
#include <future>
#include <iostream>
#include <latch>
#include <memory>
#include <random>
#include <thread>

#include "adapters/postgres/postgres_store.hpp"
#include "tests/api/cli/clerk_at_work.hpp"
#include "tests/api/nodes/cluster.hpp"
#include "tests/api/nodes/nodes.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/rounds.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// Works until an answer says that the database is away; whatever else goes wrong is the test's failure.
void work_until_503(ClerkAtWork& clerk, const std::function<void()>& after_first) {
  try {
    clerk.work_until_gone(after_first);
    throw std::logic_error("the node went away");
  } catch (const std::runtime_error& fault) {
    if (std::string(fault.what()).find(": 503 ") == std::string::npos) throw;
  }
}

/// `befall` happens at a moment that nobody foresees while the clerk works.
void work_until(ClerkAtWork& clerk, std::chrono::milliseconds moment, const std::function<void()>& befall) {
  std::latch begun(1);
  auto work = std::async(std::launch::async, [&] { work_until_503(clerk, [&] { begun.count_down(); }); });
  begun.wait();
  std::this_thread::sleep_for(moment);
  befall();
  work.get();
}

bool becomes_ready(const Node& node) {
  for (int i = 0; i < 1500; ++i) {
    if (node.client().request("GET", "/readyz").status == 200) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return false;
}

Receipts stored_at(const std::string& hosts) { return stored_in(PostgresStore({demo_url(hosts)})); }

ClerkAtWork clerk_of(const Node& node, const std::filesystem::path& folder, unsigned seed) {
  ClerkAtWork clerk(nlohmann::json::parse(std::ifstream(folder / "demo-tokens.json")), "fault-" + std::to_string(seed) + "-");
  clerk.meet(node.client());
  clerk.open_review();
  return clerk;
}

void check_kept(ClerkAtWork& clerk, const std::string& hosts) {
  check_nothing_lost(clerk.receipts(), stored_at(hosts));
  clerk.finish();
  const Receipts stored = stored_at(hosts);
  check_nothing_lost(clerk.receipts(), stored);
  check_nothing_twice(clerk, stored);
}

void check_intact(const std::string& hosts) {
  Words words = demo_at(hosts);
  words.insert(words.begin(), "verify");
  const auto verdict = vinhdanh_json(words);
  INFO(verdict.dump());
  CHECK(verdict.at("intact") == true);
}

}  // namespace

TEST_CASE("PostgreSQL killed while people work: 503, and after it is back all goes on without a restart of the node",
          "[postgres][cli][nodes][crash]") {
  const auto seed = seed_or(std::random_device{}());
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> moment(1, 400);
  const TemporaryFolder home;
  const Cluster cluster(home.path() / "cluster");
  cluster.start();
  make_demo_schema(cluster.host());
  const Node node(demo_at(cluster.host()), home.path() / "node");
  ClerkAtWork clerk = clerk_of(node, home.path() / "node", seed);
  const int rounds = rounds_or(3);
  for (int round = 0; round < rounds; ++round) {
    work_until(clerk, std::chrono::milliseconds(moment(random)), [&] { cluster.crash(); });
    cluster.resume();
    REQUIRE(becomes_ready(node));
    check_kept(clerk, cluster.host());
  }
  check_intact(cluster.host());
  CHECK(static_cast<int>(clerk.receipts().size()) > rounds);
  std::cout << "kills of PostgreSQL: " << rounds << ", streams: " << clerk.receipts().size() << "\n";
}

TEST_CASE("a synchronous standby takes the place of a primary that died, and the nodes find it", "[postgres][cli][nodes][crash]") {
  const auto seed = seed_or(std::random_device{}());
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> moment(1, 400);
  const TemporaryFolder home;
  const Cluster primary(home.path() / "primary");
  const Cluster standby(home.path() / "standby");
  primary.start();
  make_demo_schema(primary.host());
  standby.follow(primary);
  const std::string hosts = primary.host() + "," + standby.host();
  const Node node(demo_at(hosts), home.path() / "node");
  ClerkAtWork clerk = clerk_of(node, home.path() / "node", seed);
  work_until(clerk, std::chrono::milliseconds(moment(random)), [&] { primary.crash(); });
  CHECK(node.client().request("GET", "/readyz").status == 503);
  standby.promote();
  REQUIRE(becomes_ready(node));
  check_kept(clerk, hosts);
  check_intact(standby.host());
}
