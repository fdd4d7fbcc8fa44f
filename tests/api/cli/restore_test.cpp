// Backups of other programs and with manifests that lie: what is restored, what is refused, and what is left behind.
#include <fstream>
#include <iterator>

#include "adapters/sqlite/snapshot.hpp"
#include "engine/codec/digest.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/adapters/support/old_folder.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

/// A backup that can be spoilt with a manifest that says so.
struct Copied {
  TemporaryFolder home;
  std::string data = home.path() / "data";
  std::string copy = home.path() / "copy";
  std::string place = home.path() / "places" / "data";

  void back_up() const {
    vinhdanh_json({"user", "add", "--login", "an", "--name", "Nông Thị An", "--data", data});
    vinhdanh_json({"backup", copy, "--data", data});
    fs::create_directory(home.path() / "places");
  }
  void say(const std::string& member, int value) const {
    const fs::path file = fs::path(copy) / "manifest.json";
    auto manifest = nlohmann::ordered_json::parse(std::ifstream(file));
    manifest[member] = value;
    const std::string text = manifest.dump(2) + "\n";
    std::ofstream(file) << text;
    std::ofstream(file.string() + ".sha256") << sha256_hex(text) << "  manifest.json\n";
  }
  [[nodiscard]] bool left_nothing() const { return fs::is_empty(home.path() / "places"); }
};

}  // namespace

TEST_CASE("an older program's backup is brought up to date where it is placed, and stays as it is", "[cli][backup]") {
  const Copied it;
  make_first_schema(it.data);
  const Ended made = vinhdanh_says({"backup", it.copy, "--data", it.data});
  CHECK(made.exit == 0);
  CHECK(made.out.find("not verified") != std::string::npos);
  CHECK(vinhdanh_json({"restore", it.copy, "--check"}).at("schema") == 1);
  CHECK(vinhdanh_json({"restore", it.copy, "--to", it.place}).at("restored") == true);
  CHECK(SqliteStore({it.place, true, std::nullopt, {}}).schema_version() == newest_schema());
  CHECK(vinhdanh_json({"verify", "--data", it.place}).at("intact") == true);
  CHECK(vinhdanh_json({"restore", it.copy, "--check"}).at("schema") == 1);
}

TEST_CASE("a newer program's folder is not backed up, and its backup not restored", "[cli][backup]") {
  const Copied it;
  it.back_up();
  it.say("schema", newest_schema() + 1);
  CHECK(vinhdanh_error({"restore", it.copy, "--check"}, 3) == "schema_newer");
  CHECK(vinhdanh_error({"restore", it.copy, "--to", it.place}, 3) == "schema_newer");
  CHECK(it.left_nothing());
  say_schema(it.data, newest_schema() + 1);
  CHECK(vinhdanh_error({"backup", it.home.path() / "again", "--data", it.data}, 3) == "schema_newer");
}

TEST_CASE("a database that is not the one its manifest describes is not placed, and no attempt is left behind", "[cli][backup]") {
  const Copied it;
  it.back_up();
  it.say(GENERATE("events", "streams"), 2);
  CHECK(vinhdanh_error({"restore", it.copy, "--check"}, 1) == "history_altered");
  CHECK(vinhdanh_error({"restore", it.copy, "--to", it.place}, 1) == "history_altered");
  CHECK(it.left_nothing());
}

TEST_CASE("receipts that are not there are no receipts that agree", "[cli][backup]") {
  const Copied it;
  it.back_up();
  const std::string none = it.home.path() / "none";
  CHECK(vinhdanh_error({"restore", it.copy, "--to", it.place, "--receipts", none}, 2) == "not_found");
  CHECK(it.left_nothing());
}
