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

/// Stream → n → hash, of everything stored but accounts and offices.
Receipts stored_in(const std::string& data) {
  const SqliteStore store(SqliteOptions{data, true, {}, {}});
  Receipts stored;
  std::optional<StreamRef> after;
  for (auto page = store.streams(after, 200); !page.empty(); page = store.streams(after, 200)) {
    for (const StreamRef& stream : page) {
      // The demo's people, and what the program does by itself.
      if (stream.kind == StreamKind::account || stream.kind == StreamKind::organisation) continue;
      if (stream.kind == StreamKind::duty) continue;
      for (const auto& event : store.raw_events(stream.kind, stream.id))
        stored[std::string(name_of(stream.kind)) + " " + stream.id][event.n] = event.hash;
    }
    after = page.back();
  }
  return stored;
}

/// Each receipt is there with its hash.
void check_nothing_lost(const Receipts& receipts, const Receipts& stored) {
  int lost = 0;
  for (const auto& [stream, events] : receipts) {
    for (const auto& [n, hash] : events) {
      const auto found = stored.find(stream);
      if (found != stored.end() && found->second.contains(n) && found->second.at(n) == hash) continue;
      ++lost;
      UNSCOPED_INFO(stream << " n=" << n << " " << hash);
    }
  }
  CHECK(lost == 0);
}

/// Nothing is there without a receipt, except what the clerk found done without having heard.
void check_nothing_twice(ClerkAtWork& clerk, const Receipts& stored) {
  int unknown = 0;
  for (const auto& [stream, events] : stored) {
    for (const auto& [n, hash] : events) {
      const auto known = clerk.receipts().find(stream);
      if (known != clerk.receipts().end() && known->second.contains(n)) continue;
      if (!clerk.unheard().empty() && stream.ends_with(" " + clerk.unheard()) && n == events.rbegin()->first) {
        clerk.adopt(stream, n, hash);
        continue;
      }
      ++unknown;
      UNSCOPED_INFO(stream << " n=" << n << " " << hash);
    }
  }
  CHECK(unknown == 0);
}

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
    check_nothing_lost(clerk.receipts(), stored_in(data));
    clerk.finish();
    const Receipts stored = stored_in(data);
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
