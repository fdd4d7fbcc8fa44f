// Backups that lie about where files are, and folders with names that SQL would have to quote.
#include <fstream>

#include "adapters/backup.hpp"
#include "adapters/files/file_blobs.hpp"
#include "adapters/files/whole_file.hpp"
#include "adapters/sqlite/snapshot.hpp"
#include "engine/codec/digest.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/adapters/support/old_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/damage.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

namespace fs = std::filesystem;

const std::string only_paper = "01890000-0000-7000-8000-0000000000ee";

/// A folder with one paper, and a whole backup of it.
struct BackedUp {
  TemporaryFolder home;
  fs::path data = home.path() / "it's data";
  fs::path copy = home.path() / "it's a copy";
  BackupManifest manifest;

  BackedUp() {
    SqliteStore store({data, false, std::nullopt, {}});
    FileBlobs(data / "papers").put(only_paper, "the paper");
    PaperAttached body;
    body.paper.id = only_paper;
    body.paper.slot = "report";
    Change change;
    change.events = {event(StreamKind::dossier, "dossier-1", body)};
    REQUIRE(store.commit({&change, 1}).at(0).status == CommitStatus::done);
    fs::create_directory(copy);
    manifest = make_backup(data, copy, "1.0", "2026-01-01T00:00:00.000Z");
    REQUIRE(check_backup(copy).faults.empty());
  }
  void replace_in_manifest(const std::string& old, const std::string& text) const {
    std::ifstream in(copy / "manifest.json");
    std::string all{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const auto at = all.find(old);
    REQUIRE(at != std::string::npos);
    all.replace(at, old.size(), text);
    std::ofstream(copy / "manifest.json") << all;
    std::ofstream(copy / "manifest.json.sha256") << sha256_hex(all) << "  manifest.json\n";
  }
};

}  // namespace

TEST_CASE("whoever may read a backup is its owner alone", "[backup]") {
  const BackedUp it;
  CHECK(it.manifest.files.size() == 2);
  for (const fs::path& file : {it.copy / "manifest.json", it.copy / "manifest.json.sha256", paper_in(it.copy)}) {
    INFO(file);
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  }
  CHECK(fs::status(it.copy / "papers").permissions() == fs::perms::owner_all);
}

TEST_CASE("a manifest that names a place of its own choice is not believed", "[backup]") {
  const BackedUp it;
  const fs::path elsewhere = it.home.path() / "elsewhere";
  std::ofstream(elsewhere) << "x";
  it.replace_in_manifest("\"vinhdanh.db\"", "\"" + elsewhere.string() + "\"");
  const auto check = check_backup(it.copy);
  CHECK_FALSE(check.manifest);
  REQUIRE(check.faults.size() == 1);
  CHECK(check.faults[0] == "manifest.json cannot be read");
}

TEST_CASE("a manifest of another format is not believed", "[backup]") {
  const BackedUp it;
  it.replace_in_manifest("\"format\": 1", "\"format\": 2");
  CHECK_FALSE(check_backup(it.copy).manifest);
}

TEST_CASE("a link among the files of a backup is a stranger, whatever it leads to", "[backup]") {
  const BackedUp it;
  std::string name;
  SECTION("to a folder") {
    name = "papers/link";
    fs::create_directory(it.home.path() / "other folder");
    fs::create_directory_symlink(it.home.path() / "other folder", it.copy / name);
  }
  SECTION("to a file that the manifest lists, in a place where SQLite would read it") {
    name = "vinhdanh.db-wal";
    fs::create_symlink(it.copy / "manifest.json", it.copy / name);
  }
  const auto faults = check_backup(it.copy).faults;
  REQUIRE(faults.size() == 1);
  CHECK(faults[0] == name + " is not in the manifest");
}

TEST_CASE("a folder of a newer program is not backed up, and no manifest says it was", "[backup]") {
  const BackedUp it;
  say_schema(it.data, newest_schema() + 1);
  const fs::path to = it.home.path() / "to";
  fs::create_directory(to);
  CHECK_THROWS_AS(make_backup(it.data, to, "1.0", "2026-01-01T00:00:00.000Z"), CannotOpen);
  CHECK_FALSE(is_backup(to));
  CHECK(is_backup(it.copy));
  CHECK_FALSE(is_backup(it.data));
}
