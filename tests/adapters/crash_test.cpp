// A server that is killed in the middle of its work loses nothing that it acknowledged.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <latch>
#include <random>
#include <thread>
#include <utility>

#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

constexpr int streams = 3;

/// The child: one event after another on a few streams, each acknowledged by its receipt's number on the pipe.
[[noreturn]] void commit_for_ever(const std::filesystem::path& folder, int pipe) {
  SqliteStore store(SqliteOptions{folder, false, std::nullopt, {}});
  for (int i = 0;; ++i) {
    const std::string key = "key-" + std::to_string(i % streams);
    Change change = moving("places", 1'000'000, QuotaStep::reserve, std::to_string(getpid()) + "-" + std::to_string(i));
    change.events = {event(StreamKind::quota, key, PlaceReserved{key, "d"}),
                     event(StreamKind::quota, "all", PlaceReserved{"all", "d"})};
    const CommitResult result = commit_one(store, change);
    const std::int64_t places[2] = {i % streams, result.receipts.at(0).n};
    if (write(pipe, places, sizeof places) != sizeof places) _exit(1);
  }
}

/// Reads acknowledgements and kills the child `moment` after its start, or after its first commit. Last n per stream.
void run_and_kill(const std::filesystem::path& folder, std::chrono::milliseconds moment, bool after_first,
                  std::int64_t (&last)[streams]) {
  int pipe_ends[2];
  REQUIRE(pipe(pipe_ends) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    close(pipe_ends[0]);
    commit_for_ever(folder, pipe_ends[1]);
  }
  close(pipe_ends[1]);
  std::int64_t places[2];
  std::latch committed(after_first ? 1 : 0);
  std::jthread killer([&] {
    committed.wait();
    std::this_thread::sleep_for(moment);
    kill(child, SIGKILL);
  });
  while (read(pipe_ends[0], places, sizeof places) == sizeof places) {
    last[places[0]] = places[1];
    if (std::exchange(after_first, false)) committed.count_down();
  }
  if (after_first) committed.count_down();  // it ended by itself: the checks below say so
  killer.join();
  close(pipe_ends[0]);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WIFSIGNALED(status));
}

}  // namespace

TEST_CASE("kill -9 at any moment loses nothing acknowledged", "[sqlite][crash]") {
  const TemporaryFolder folder;
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> moment(5, 120);
  std::int64_t last[streams] = {-1, -1, -1};
  { const SqliteStore made(SqliteOptions{folder.path(), false, std::nullopt, {}}); }
  for (int round = 0; round < 12; ++round) {
    run_and_kill(folder.path(), std::chrono::milliseconds(moment(random)), round % 4 != 3, last);
    const SqliteStore store(SqliteOptions{folder.path(), round % 2 == 0, std::nullopt, {}});
    CHECK(store.integrity_check() == "ok");
    std::int64_t events = 0;
    for (int i = 0; i < streams; ++i) {
      const std::string key = "key-" + std::to_string(i);
      const auto stored = static_cast<std::int64_t>(store.raw_events(StreamKind::quota, key).size());
      CHECK(stored > last[i]);
      CHECK(stored <= last[i] + 2);  // at most the one whose acknowledgement was cut off
      last[i] = stored - 1;
      events += stored;
      CHECK(chain_fault(store, StreamKind::quota, key).empty());
    }
    CHECK(chain_fault(store, StreamKind::quota, "all").empty());
    // Whole changes only: the shared stream and the ledger have as many entries as the others together.
    CHECK(static_cast<std::int64_t>(store.raw_events(StreamKind::quota, "all").size()) == events);
    CHECK(store.quota("places").value().reserved == events);
  }
  CHECK(last[0] + last[1] + last[2] > 0);
}
