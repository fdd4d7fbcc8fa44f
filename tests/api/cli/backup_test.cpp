// Backups of a folder that a server holds, restored elsewhere and served; what was touched is found before it is served.
#include <signal.h>

#include <fstream>
#include <future>
#include <iterator>
#include <latch>

#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/clerk_at_work.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/damage.hpp"

using namespace vinhdanh::test;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

json read_json(const fs::path& file) { return json::parse(std::ifstream(file)); }

/// A demo server with a clerk at work on it, from the first answer until the server is killed.
struct Busy {
  TemporaryFolder home;
  std::string data = home.path() / "data";
  Served server{data, {"--demo"}};
  ClerkAtWork clerk{read_json(fs::path(data) / "demo-tokens.json"), "backup"};
  std::future<void> work;

  Busy() {
    clerk.meet(server.client());
    clerk.open_review();
    std::latch begun(1);
    work = std::async(std::launch::async, [&] { clerk.work_until_gone([&] { begun.count_down(); }); });
    begun.wait();
  }
  /// Until so many papers were uploaded: all but the last are named by an event.
  void work_until_papers(int count) const {
    for (int i = 0; i < 3'000; ++i) {
      int found = 0;
      std::error_code none;
      for (auto at = fs::recursive_directory_iterator(fs::path(data) / "papers", none); at != fs::recursive_directory_iterator();
           at.increment(none))
        found += !none && at->is_regular_file(none) ? 1 : 0;
      if (found >= count) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    FAIL("nobody uploads a paper");
  }
  void kill() {
    server.process().signal(SIGKILL);
    server.process().wait();
    work.wait();
  }
  ~Busy() { kill(); }
};

}  // namespace

TEST_CASE("a backup of a busy server is whole each time, and a restored one is served elsewhere", "[cli][backup]") {
  Busy busy;
  const fs::path copies = busy.home.path() / "copies";
  std::int64_t events = 0;
  for (int round = 0; round < 4; ++round) {
    const std::string to = copies / std::to_string(round);
    const json made = vinhdanh_json({"backup", to, "--data", busy.data});
    CHECK(made.at("verified") == true);
    CHECK(made.at("events").get<std::int64_t>() >= events);
    events = made.at("events");
    const json checked = vinhdanh_json({"restore", to, "--check"});
    CHECK(checked.at("intact") == true);
    CHECK(checked.at("restored") == false);
    CHECK(checked.at("events") == events);
  }
  busy.kill();
  const std::string last = copies / "3";
  const std::string elsewhere = busy.home.path() / "another place" / "data";
  CHECK(vinhdanh_json({"restore", last, "--to", elsewhere}).at("restored") == true);
  CHECK(fs::status(elsewhere).permissions() == fs::perms::owner_all);
  CHECK(vinhdanh_json({"verify", "--data", elsewhere}).at("events") == events);
  CHECK(vinhdanh_error({"restore", last, "--to", elsewhere}, 2) == "not_empty");
  CHECK(vinhdanh_error({"backup", last, "--data", elsewhere}, 2) == "not_empty");
  const json tokens = read_json(fs::path(busy.data) / "demo-tokens.json");
  Served restored(elsewhere, {"--demo"});
  CHECK(restored.me(tokens.begin()->at(0).at("token")).status == 200);
}

TEST_CASE("a backup without a server is whole too; what does not exist is said", "[cli][backup]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  vinhdanh_json({"user", "add", "--login", "an", "--name", "Nông Thị An", "--data", data});
  const json made = vinhdanh_json({"backup", home.path() / "copy", "--data", data});
  CHECK(made.at("events") == 1);
  CHECK(vinhdanh_json({"restore", home.path() / "copy", "--check"}).at("intact") == true);
  CHECK(vinhdanh_error({"backup", home.path() / "other", "--data", home.path() / "none"}, 3) == "folder_not_found");
  CHECK(vinhdanh_error({"restore", home.path() / "none", "--check"}, 1) == "backup_damaged");
  CHECK(vinhdanh_error({"restore", home.path() / "copy"}, 2) == "usage");
}

TEST_CASE("a touched backup is not restored, and nothing is left of the attempt", "[cli][backup]") {
  Busy busy;
  busy.work_until_papers(3);
  busy.kill();
  const fs::path copy = busy.home.path() / "copy";
  vinhdanh_json({"backup", copy, "--data", busy.data});
  const std::string to = busy.home.path() / "place" / "data";
  const auto refused = [&] {
    CHECK(vinhdanh_error({"restore", copy, "--check"}, 1) == "backup_damaged");
    CHECK(vinhdanh_error({"restore", copy, "--to", to}, 1) == "backup_damaged");
    CHECK_FALSE(fs::exists(busy.home.path() / "place"));
  };
  SECTION("the database") {
    flip(copy / "vinhdanh.db", fs::file_size(copy / "vinhdanh.db") / 2);
    refused();
  }
  SECTION("a paper") {
    flip(paper_in(copy), 1);
    refused();
  }
  SECTION("the manifest") {
    flip(copy / "manifest.json", 30);
    refused();
  }
  SECTION("a paper that is gone") {
    fs::remove(paper_in(copy));
    refused();
  }
}

TEST_CASE("a paper that was missing already when the backup was made is found by it", "[cli][backup]") {
  Busy busy;
  busy.work_until_papers(3);
  busy.kill();
  // One that a backup takes along: an upload that the kill cut off may have left a file that nothing names.
  const fs::path whole = busy.home.path() / "whole";
  vinhdanh_json({"backup", whole, "--data", busy.data});
  REQUIRE(fs::remove(fs::path(busy.data) / fs::relative(paper_in(whole), whole)));
  const fs::path copy = busy.home.path() / "copy";
  const Ended made = vinhdanh_says({"backup", copy, "--data", busy.data, "--json"});
  CHECK(made.exit == 1);
  CHECK_FALSE(json::parse(made.out).at("violations").empty());
  CHECK(vinhdanh_error({"restore", copy, "--to", busy.home.path() / "place"}, 1) == "history_altered");
}
