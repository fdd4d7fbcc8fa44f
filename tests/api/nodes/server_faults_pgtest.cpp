// The database dies under the nodes, or a standby takes its place: 503 meanwhile, nothing acknowledged is lost, nothing done twice.
#include <chrono>
#include <iostream>
#include <random>

#include "tests/api/nodes/cluster.hpp"
#include "tests/api/nodes/work_through_faults.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/rounds.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

TEST_CASE("PostgreSQL killed while people work: 503, and after it is back all goes on without a restart of the node",
          "[cluster][cli][nodes]") {
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
    check_kept(clerk, demo_url(cluster.host()));
  }
  check_intact(demo_url(cluster.host()), home.path() / "node");
  CHECK(static_cast<int>(clerk.receipts().size()) > rounds);
  std::cout << "kills of PostgreSQL: " << rounds << ", streams: " << clerk.receipts().size() << "\n";
}

TEST_CASE("a synchronous standby takes the place of a primary that died, and the nodes find it", "[cluster][cli][nodes]") {
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
  check_kept(clerk, demo_url(hosts));
  check_intact(demo_url(standby.host()), home.path() / "node");
}
