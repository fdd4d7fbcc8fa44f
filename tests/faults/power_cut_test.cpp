// The power goes at any moment: what was acknowledged is there, whole and once, because it was synced first.
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <latch>
#include <thread>

#include "tests/adapters/support/homes.hpp"
#include "tests/disk/disk.hpp"
#include "tests/faults/office.hpp"
#include "tests/faults/power.hpp"
#include "tests/support/rounds.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct Tally {
  int cuts = 0;
  long acknowledged = 0;
  long lost = 0, twice = 0, torn = 0;
  std::string first_fault;
};

/// Starts a worker at `first` and kills it `moment` after its first acknowledgement. What it acknowledged.
std::set<int> work_and_kill(const Office& office, int first, std::chrono::microseconds moment) {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t worker = fork();
  REQUIRE(worker >= 0);
  if (worker == 0) {
    close(ends[0]);
    office.work(first, ends[1]);
  }
  close(ends[1]);
  std::set<int> acknowledged;
  std::latch begun(1);
  std::jthread killer([&] {
    begun.wait();
    std::this_thread::sleep_for(moment);
    kill(worker, SIGKILL);
  });
  for (int number = 0; read(ends[0], &number, sizeof number) == sizeof number;) {
    if (acknowledged.empty()) begun.count_down();
    acknowledged.insert(number);
  }
  if (acknowledged.empty()) begun.count_down();
  killer.join();
  close(ends[0]);
  int status = 0;
  REQUIRE(waitpid(worker, &status, 0) == worker);
  CHECK(WIFSIGNALED(status));
  return acknowledged;
}

/// A new office every few cuts, so that looking at all of it stays quick.
Tally cut_power(int cuts, int unsynced, Loss loss, std::mt19937& random) {
  constexpr int cuts_per_office = 6;
  std::uniform_int_distribution<int> soon(0, 40'000), late(0, 250'000);
  Tally tally;
  while (tally.cuts < cuts) {
    const TemporaryFolder home;
    const Office office(home.path() / "data");
    office.found();
    std::set<int> acknowledged;
    int first = 0;
    for (int i = 0; i < cuts_per_office && tally.cuts < cuts; ++i, ++tally.cuts) {
      Recorded folder(home.path(), unsynced);
      for (auto kills = 1 + random() % 2; kills > 0; --kills) {  // a process that died is no power cut
        const auto now = work_and_kill(office, first, std::chrono::microseconds(i % 3 == 2 ? late(random) : soon(random)));
        acknowledged.insert(now.begin(), now.end());
        tally.acknowledged += static_cast<long>(now.size());
        if (!now.empty()) first = *now.rbegin() + 50;  // beyond what may be there without having been acknowledged
      }
      folder.cut(loss, random);
      const auto found = office.look(acknowledged, first);
      tally.lost += found.lost;
      tally.twice += found.twice;
      tally.torn += found.torn;
      if (tally.first_fault.empty()) tally.first_fault = found.first_fault;
      if (found.lost + found.twice + found.torn > 0) {
        ++tally.cuts;
        break;
      }
    }
  }
  std::cout << "power cuts: " << tally.cuts << ", acknowledged: " << tally.acknowledged << ", lost: " << tally.lost
            << ", twice: " << tally.twice << ", torn: " << tally.torn << "\n";
  return tally;
}

}  // namespace

TEST_CASE("a power cut at any moment loses nothing acknowledged, and leaves nothing half done", "[power]") {
  const auto seed = seed_or(std::random_device{}());
  CAPTURE(seed);
  std::mt19937 random(seed);
  const Loss loss = GENERATE(Loss::all, Loss::some);
  const Tally tally = cut_power(rounds_or(24) / 2, 0, loss, random);
  INFO(tally.first_fault);
  CHECK(tally.lost == 0);
  CHECK(tally.twice == 0);
  CHECK(tally.torn == 0);
  CHECK(tally.acknowledged > 2 * tally.cuts);
}

TEST_CASE("a paper is safe in a folder that another process made and did not live to sync", "[power]") {
  const TemporaryFolder home;
  std::mt19937 random(1);
  const PaperId id = "00000000-0000-7000-8000-00000000a1b2";
  Recorded folder(home.path());
  for (const char* made : {"papers", "papers/a1", "papers/a1/b2"}) REQUIRE(mkdir((home.path() / made).c_str(), 0700) == 0);
  FileBlobs(home.path() / "papers").put(id, "bytes");
  folder.cut(Loss::all, random);
  CHECK(FileBlobs(home.path() / "papers").get(id) == "bytes");
}

TEST_CASE("the power cuts find every sync that is left out", "[power]") {
  std::mt19937 random(1);
  const auto [what, unsynced] = GENERATE(table<std::string, int>({
      {"the log at COMMIT, as with synchronous=NORMAL", sync_of::log},
      {"the log and the database, as with synchronous=OFF", sync_of::log | sync_of::database},
      {"the folder of a paper", sync_of::folders},
      {"a paper", sync_of::others},
  }));
  CAPTURE(what);
  const Tally tally = cut_power(3, unsynced, Loss::all, random);
  CHECK(tally.lost > 0);
}
