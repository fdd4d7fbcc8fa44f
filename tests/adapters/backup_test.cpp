// Backups taken while somebody writes, and what is found in a backup that was touched.
#include "adapters/backup.hpp"

#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

#include "adapters/files/file_blobs.hpp"
#include "adapters/files/whole_file.hpp"
#include "engine/codec/digest.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/damage.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

namespace fs = std::filesystem;

const std::string named_paper = "01890000-0000-7000-8000-0000000000aa";
const std::string stray_paper = "01890000-0000-7000-8000-0000000000bb";

/// Two streams that every commit moves together.
void commit_pair(SqliteStore& store) {
  Change change;
  change.events = {event(StreamKind::quota, "left", PlaceReserved{"left", "d"}),
                   event(StreamKind::quota, "right", PlaceReserved{"right", "d"})};
  REQUIRE(store.commit({&change, 1}).at(0).status == CommitStatus::done);
}

void name_paper(SqliteStore& store, const std::string& id) {
  PaperAttached body;
  body.paper.id = id;
  body.paper.slot = "report";
  Change change;
  change.events = {event(StreamKind::dossier, "dossier-1", body)};
  REQUIRE(store.commit({&change, 1}).at(0).status == CommitStatus::done);
}

fs::path fresh(const fs::path& path) {
  fs::create_directory(path);
  return path;
}

struct Home {
  TemporaryFolder folder;
  fs::path data = folder.path() / "data";
  std::unique_ptr<SqliteStore> store = std::make_unique<SqliteStore>(SqliteOptions{data, false, std::nullopt, {}});

  Home() {
    FileBlobs papers(data / "papers");
    papers.put(named_paper, "the paper");
    papers.put(stray_paper, "nobody's");
    name_paper(*store, named_paper);
    commit_pair(*store);
  }
  BackupManifest back_up(const std::string& name) const {
    return make_backup(data, fresh(folder.path() / name), "1.0", "2026-01-01T00:00:00.000Z");
  }
};

}  // namespace

TEST_CASE("a backup has the database as one private file and the papers that events name", "[backup]") {
  Home home;
  const bool served = GENERATE(true, false);
  if (!served) home.store.reset();
  const auto manifest = home.back_up("copy");
  const fs::path copy = home.folder.path() / "copy";
  CHECK(manifest.streams == 3);
  CHECK(manifest.events == 3);
  CHECK(manifest.files.size() == 2);
  CHECK(fs::exists(copy / "vinhdanh.db"));
  CHECK_FALSE(fs::exists(copy / "vinhdanh.db-wal"));
  CHECK(paper_in(copy).filename() == named_paper);
  CHECK(fs::status(copy / "vinhdanh.db").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(check_backup(copy).faults.empty());
  const SqliteStore read(SqliteOptions{copy, true, {}, {}});
  CHECK(read.integrity_check() == "ok");
  CHECK(read.raw_events(StreamKind::dossier, "dossier-1").size() == 1);
  CHECK(check_backup(copy).faults.empty());
}

TEST_CASE("every backup that is taken while somebody writes is one moment, and the writer goes on", "[backup]") {
  Home home;
  std::atomic<bool> ending{false};
  std::atomic<int> committed{1};
  std::thread writer([&] {
    while (!ending) {
      commit_pair(*home.store);
      ++committed;
    }
  });
  for (int round = 0; round < 12; ++round) {
    const int before = committed;
    const std::string name = "copy-" + std::to_string(round);
    home.back_up(name);
    const int after = committed + 1;
    const fs::path copy = home.folder.path() / name;
    CHECK(check_backup(copy).faults.empty());
    const SqliteStore read(SqliteOptions{copy, true, {}, {}});
    CHECK(read.integrity_check() == "ok");
    const auto left = static_cast<int>(read.raw_events(StreamKind::quota, "left").size());
    CHECK(left == static_cast<int>(read.raw_events(StreamKind::quota, "right").size()));
    CHECK(left >= before);
    CHECK(left <= after);
    CHECK(chain_fault(read, StreamKind::quota, "left").empty());
  }
  ending = true;
  writer.join();
  CHECK(home.store->integrity_check() == "ok");
  CHECK(chain_fault(*home.store, StreamKind::quota, "right").empty());
  CHECK(static_cast<int>(home.store->raw_events(StreamKind::quota, "left").size()) == committed);
}

TEST_CASE("whatever is changed, missing or added in a backup is found", "[backup]") {
  Home home;
  home.back_up("copy");
  const fs::path copy = home.folder.path() / "copy";
  REQUIRE(check_backup(copy).faults.empty());
  const auto one_fault = [&](const std::string& about) {
    const auto faults = check_backup(copy).faults;
    REQUIRE(faults.size() == 1);
    INFO(faults[0]);
    CHECK(faults[0].find(about) != std::string::npos);
  };
  SECTION("a byte of the database") {
    flip(copy / "vinhdanh.db", fs::file_size(copy / "vinhdanh.db") / 2);
    one_fault("vinhdanh.db is not what");
  }
  SECTION("a byte of a paper") {
    flip(paper_in(copy), 3);
    one_fault(named_paper + " is not what");
  }
  SECTION("a byte of the manifest") {
    flip(copy / "manifest.json", fs::file_size(copy / "manifest.json") / 3);
    one_fault("manifest.json is not what");
  }
  SECTION("a byte of the manifest's hash") {
    flip(copy / "manifest.json.sha256", 5);
    one_fault("manifest.json is not what");
  }
  SECTION("a missing paper") {
    fs::remove(paper_in(copy));
    one_fault("is missing");
  }
  SECTION("a missing manifest") {
    fs::remove(copy / "manifest.json");
    one_fault("no manifest");
  }
  SECTION("a log that lies beside the database") {
    std::ofstream(copy / "vinhdanh.db-wal") << "x";
    one_fault("vinhdanh.db-wal is not in the manifest");
  }
  SECTION("a manifest that leads out of the folder") {
    std::ifstream in(copy / "manifest.json");
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const auto at = text.find("\"vinhdanh.db\"");
    text.replace(at, 13, "\"../data/lock\"");
    std::ofstream(copy / "manifest.json") << text;
    std::ofstream(copy / "manifest.json.sha256") << sha256_hex(text) << "  manifest.json\n";
    one_fault("cannot be read");
  }
}

TEST_CASE("a copy of a backup is the same, and is given up when a file changes on the way", "[backup]") {
  Home home;
  const auto manifest = home.back_up("copy");
  const fs::path copy = home.folder.path() / "copy";
  copy_backup(copy, manifest, home.folder.path() / "placed");
  const auto facts = facts_of_file(home.folder.path() / "placed" / "vinhdanh.db");
  REQUIRE(facts);
  CHECK(facts->sha256 == manifest.files.front().sha256);
  SqliteStore again(SqliteOptions{home.folder.path() / "placed", false, std::nullopt, {}});
  CHECK(again.instance() == home.store->instance());
  commit_pair(again);
  flip(copy / "vinhdanh.db", 100);
  CHECK_THROWS_AS(copy_backup(copy, manifest, home.folder.path() / "other"), StorageUnavailable);
}
