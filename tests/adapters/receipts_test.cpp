// An older database in the place of a newer one is noticed by its receipts.
#include "adapters/receipts.hpp"

#include <fstream>
#include <future>

#include "adapters/committer.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

Change noting(const std::string& key) {
  Change change;
  change.events = {event(StreamKind::quota, key, PlaceReserved{key, "d"})};
  return change;
}

struct ReceiptsHome {
  TemporaryFolder folder;
  std::filesystem::path data = folder.path() / "data";
  std::filesystem::path file = folder.path() / "elsewhere" / "receipts.log";
  std::unique_ptr<SqliteStore> store = std::make_unique<SqliteStore>(SqliteOptions{data, false, std::nullopt, {}});

  void commit(const std::string& key, int times, ReceiptsLog* log = nullptr) {
    for (int i = 0; i < times; ++i) {
      const Change change = noting(key);
      const auto results = store->commit({&change, 1});
      REQUIRE(results.at(0).status == CommitStatus::done);
      if (log) log->add(results);
    }
  }
  void begin() {
    StoredHistory history(*store);
    write_receipts(file, store->instance(), {"# a note"}, history);
  }
  [[nodiscard]] std::vector<ReceiptFault> faults() const {
    StoredHistory history(*store);
    return compare_receipts(read_receipts(file).value(), history.instance(), history);
  }
  void append(const std::string& text) const { std::ofstream(file, std::ios::app | std::ios::binary) << text; }
};

}  // namespace

TEST_CASE("receipts hold the last number and hash of each stream, also after more commits", "[receipts]") {
  ReceiptsHome home;
  home.commit("a", 3);
  home.begin();
  {
    ReceiptsLog log(home.file);
    home.commit("a", 2, &log);
    home.commit("a key with spaces", 1, &log);
    CHECK(log.sync());
    CHECK(log.unwritten() == 0);
  }
  const auto receipts = read_receipts(home.file).value();
  CHECK(receipts.instance == home.store->instance());
  CHECK(receipts.notes == std::vector<std::string>{"# a note"});
  REQUIRE(receipts.last.size() == 2);
  CHECK(receipts.last.at({"quota", "a"}).first == 4);
  CHECK(receipts.last.at({"quota", "a"}).second == home.store->raw_events(StreamKind::quota, "a").back().hash);
  CHECK(receipts.last.at({"quota", "a key with spaces"}).first == 0);
  CHECK(home.faults().empty());
}

TEST_CASE("a store that is longer than its receipts is no fault; shorter, other and foreign ones are", "[receipts]") {
  ReceiptsHome home;
  home.commit("a", 2);
  home.commit("b", 1);
  home.begin();
  home.commit("a", 1);
  CHECK(home.faults().empty());

  SECTION("receipts of more") {
    home.append("5 " + std::string(64, 'a') + " quota a\n");
    const auto faults = home.faults();
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].kind == "quota");
    CHECK(faults[0].id == "a");
    CHECK(faults[0].n == 5);
    CHECK(faults[0].stored == 3);
    CHECK(faults[0].shorter);
  }
  SECTION("another event in the place") {
    home.append("2 " + std::string(64, 'a') + " quota a\n");
    const auto faults = home.faults();
    REQUIRE(faults.size() == 1);
    CHECK_FALSE(faults[0].shorter);
  }
  SECTION("a stream that is gone") {
    home.append("0 " + std::string(64, 'a') + " quota never\n");
    REQUIRE(home.faults().size() == 1);
    CHECK(home.faults()[0].stored == 0);
  }
  SECTION("another installation") {
    StoredHistory history(*home.store);
    const auto receipts = read_receipts(home.file).value();
    CHECK(compare_receipts(receipts, "another", history).size() == receipts.last.size());
  }
}

TEST_CASE("a line that a crash cut off counts for nothing; a file that is none is not taken for one", "[receipts]") {
  ReceiptsHome home;
  home.commit("a", 2);
  home.begin();
  home.append("7 " + std::string(64, 'a') + " quota a");
  CHECK(home.faults().empty());
  home.append("\n");
  CHECK(home.faults().size() == 1);
  CHECK_FALSE(read_receipts(home.folder.path() / "none"));
  std::ofstream(home.folder.path() / "other") << "something else\n";
  CHECK_THROWS_AS(read_receipts(home.folder.path() / "other"), StorageUnavailable);
}

TEST_CASE("receipts that the disk does not take wait, and hold nobody up", "[receipts]") {
  ReceiptsHome home;
  ReceiptsLog log("/dev/full");
  home.commit("a", 2, &log);
  CHECK(log.unwritten() > 2 * 64);
  CHECK_FALSE(log.sync());
}

TEST_CASE("the committer tells its observer of a batch before anybody hears of his change", "[receipts][committer]") {
  ReceiptsHome home;
  home.begin();
  ReceiptsLog log(home.file);
  Committer committer(*home.store, [&](std::span<const CommitResult> results, bool failed) {
    CHECK_FALSE(failed);
    log.add(results);
  });
  for (int i = 0; i < 20; ++i) {
    std::promise<std::int64_t> known;
    committer.submit(noting("a"), [&](Fate fate) {
      const auto receipts = read_receipts(home.file).value();
      const auto& last = receipts.last.at({"quota", "a"});
      known.set_value(last.second == fate.result.receipts.at(0).hash ? last.first : -1);
    });
    CHECK(known.get_future().get() == i);
  }
}
