// The leader of a cluster under Patroni dies again and again while people work. Only in its campaign, which makes the cluster.
#include <cstdlib>
#include <iostream>
#include <random>
#include <stdexcept>

#include "tests/api/nodes/work_through_faults.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/rounds.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// The cluster that `tests/support/patroni.sh start` wrote down where VINHDANH_PATRONI says.
class Members {
 public:
  [[nodiscard]] std::string url() const { return says({"url", "vinhdanh"}); }
  /// Waits for one; empty when `but` still leads after two minutes.
  [[nodiscard]] std::string leader(const std::string& but = "none") const { return says({"leader", but}); }
  /// `what`: its machine, PostgreSQL alone, or Patroni alone.
  void kill(const std::string& member, const std::string& what) const { says({"kill", member, what}); }
  /// Patroni is started again where it does not run, and all three are waited for.
  void resume(const std::string& member) const { says({"resume", member}); }
  void settle() const { says({"settle"}); }

 private:
  std::string says(Words words) const {
    const char* file = std::getenv("VINHDANH_PATRONI");
    if (file == nullptr) throw std::runtime_error("no cluster: run tests/campaigns/patroni.sh");
    words.insert(words.begin(), VINHDANH_SOURCE_DIR "/tests/support/patroni.sh");
    words.insert(words.begin() + 2, file);
    const Ended ended = run_program(words);
    if (ended.exit != 0) throw std::runtime_error("patroni.sh " + words[1] + ": " + ended.out + ended.err);
    return ended.out.substr(0, ended.out.find('\n'));
  }
};

/// Where only Patroni died its PostgreSQL goes on as a primary that nobody follows, until Patroni is back and takes it down.
void befall(const Members& members, const std::string& leader, const std::string& what) {
  members.kill(leader, what);
  if (what != "patroni") return;
  CHECK(members.leader(leader) != leader);
  members.resume(leader);
}

/// Without followers nothing is acknowledged, and what waited is done once when they are back.
void outlast_followers(const Members& members, const Node& node, ClerkAtWork& clerk, const std::string& url) {
  const std::string leader = members.leader();
  for (const std::string member : {"db1", "db2", "db3"}) {
    if (member != leader) members.kill(member, "machine");
  }
  CHECK_THROWS_AS(clerk.one_dossier(), HttpFailure);  // it waits 30 s, in which Patroni would give up what is not strict
  CHECK(clerk.pending().has_value());
  for (const std::string member : {"db1", "db2", "db3"}) members.resume(member);
  members.settle();
  clerk.meet(node.client());
  check_kept(clerk, url);
}

}  // namespace

TEST_CASE("the leader under Patroni dies again and again: nothing acknowledged is lost, nothing done twice, and the node goes on by itself",
          "[.][patroni]") {
  const auto seed = seed_or(std::random_device{}());
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> moment(1, 2'000);
  const Members members;
  const TemporaryFolder home;
  const auto folder = home.path() / "node";
  const std::string url = members.url();
  const Node node({"--database", url}, folder);
  ClerkAtWork clerk = clerk_of(node, folder, seed);
  const int rounds = rounds_or(6);
  for (int round = 0; round < rounds; ++round) {
    const std::string what = std::vector<std::string>{"machine", "postgres", "patroni"}.at(static_cast<std::size_t>(round) % 3);
    const std::string leader = members.leader();
    INFO("round " << round << ": " << what << " of " << leader);
    const auto begun = std::chrono::steady_clock::now();
    work_until(clerk, std::chrono::milliseconds(moment(random)), [&] { befall(members, leader, what); });
    if (what == "machine") CHECK(node.client().request("GET", "/readyz").status == 503);
    REQUIRE(becomes_ready(node, std::chrono::seconds(180)));
    const auto away = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begun);
    check_kept(clerk, url);
    check_intact(url, folder);
    members.resume(leader);
    members.settle();
    std::cout << "round " << round << ": " << what << " of " << leader << " died, " << members.leader() << " leads, "
              << away.count() << " s" << std::endl;
  }
  outlast_followers(members, node, clerk, url);
  check_intact(url, folder);
  CHECK(static_cast<int>(clerk.receipts().size()) > rounds);
  std::cout << "leaders killed: " << rounds << ", streams: " << clerk.receipts().size() << "\n";
}
