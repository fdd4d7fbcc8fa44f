// kill -9 at the server while people work: what was acknowledged is there, and what was not can be sent again.
#include <signal.h>

#include <chrono>
#include <fstream>
#include <future>
#include <iostream>
#include <latch>
#include <memory>
#include <random>
#include <thread>

#include "adapters/sqlite/sqlite_store.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/clerk_at_work.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/rounds.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

const int rounds = rounds_or(8);

Receipts stored_in_folder(const std::string& data) { return stored_in(SqliteStore(SqliteOptions{data, true, {}, {}})); }

/// Works until the server is killed, `moment` after the first answer.
void work_and_kill(ClerkAtWork& clerk, Served& server, std::chrono::milliseconds moment) {
  std::latch begun(1);
  auto work = std::async(std::launch::async, [&] { clerk.work_until_gone([&] { begun.count_down(); }); });
  begun.wait();
  std::this_thread::sleep_for(moment);
  server.process().signal(SIGKILL);
  CHECK(server.process().wait().exit == 128 + SIGKILL);
  work.get();
}

}  // namespace

TEST_CASE("a server killed at any moment keeps what it acknowledged, and does once what is sent again", "[cli][crash]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  const auto seed = seed_or(std::random_device{}());
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> moment(1, 250);
  auto server = std::make_unique<Served>(data, Words{"--demo"});
  ClerkAtWork clerk(nlohmann::json::parse(std::ifstream(data + "/demo-tokens.json")),
                    "kill-" + std::to_string(seed) + "-");
  clerk.meet(server->client());
  clerk.open_review();
  int repeated = 0;
  for (int round = 0; round < rounds; ++round) {
    work_and_kill(clerk, *server, std::chrono::milliseconds(moment(random)));
    repeated += clerk.pending() ? 1 : 0;
    INFO("not answered: " << (clerk.pending() ? clerk.pending()->method + " " + clerk.pending()->path : "nothing"));
    server = std::make_unique<Served>(data, Words{"--demo"});
    clerk.meet(server->client());
    check_nothing_lost(clerk.receipts(), stored_in_folder(data));
    clerk.finish();
    const Receipts stored = stored_in_folder(data);
    check_nothing_lost(clerk.receipts(), stored);
    check_nothing_twice(clerk, stored);
    const auto verdict = vinhdanh_json({"verify", "--data", data});
    INFO(verdict.dump());
    CHECK(verdict.at("intact") == true);
  }
  CHECK(repeated > 0);
  CHECK(static_cast<int>(clerk.receipts().size()) > rounds);
  std::cout << "kills: " << rounds << ", requests sent again: " << repeated << ", streams: " << clerk.receipts().size()
            << "\n";
}

TEST_CASE("a write to somebody who hung up does not end the server", "[cli]") {
  const TemporaryFolder home;
  Served server((home.path() / "data").string(), {"--demo"});
  server.process().signal(SIGPIPE);
  CHECK(server.client().request("GET", "/healthz").status == 200);
}
