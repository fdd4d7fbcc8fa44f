// An older copy of the database put in the place of a newer one is not served until two administrators answer for it.
#include <signal.h>

#include <fstream>

#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/administrators.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh::test;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

struct CopiedHouse {
  TemporaryFolder home;
  std::string data = home.path() / "data";
  std::string receipts = home.path() / "other disk" / "receipts.log";

  [[nodiscard]] Words on(Words words) const {
    words.insert(words.end(), {"--data", data});
    return words;
  }
  [[nodiscard]] Words kept(Words words) const {
    words = on(std::move(words));
    words.insert(words.end(), {"--receipts", receipts});
    return words;
  }
  void user(const std::string& login) const {
    vinhdanh_json(on({"user", "add", "--login", login, "--name", "Người " + login}));
  }
  /// Served until it has been told to do this.
  template <class Work>
  void serve(const Words& more, Work work) const {
    Served server(data, more);
    work();
    server.process().signal(SIGTERM);
    CHECK(server.process().wait().exit == 0);
  }
  /// The database as it was when `copy` was made, with everything else as it is.
  void put_back(const fs::path& copy) const {
    for (const auto* name : {"vinhdanh.db", "vinhdanh.db-wal", "vinhdanh.db-shm"}) fs::remove(fs::path(data) / name);
    fs::copy_file(copy / "vinhdanh.db", fs::path(data) / "vinhdanh.db");
  }
};

}  // namespace

TEST_CASE("a history that is shorter than its receipts is not served, verified or restored as whole", "[cli][receipts]") {
  const CopiedHouse house;
  house.user("an");
  two_administrators(house.data);
  const fs::path copy = house.home.path() / "copy";
  house.serve({"--receipts", house.receipts}, [&] {
    vinhdanh_json({"backup", copy, "--data", house.data});
    house.user("binh");  // through the server: acknowledged after the backup
  });
  CHECK(vinhdanh_says(house.kept({"verify"})).exit == 0);
  CHECK(vinhdanh_json({"restore", copy, "--check"}).at("intact") == true);
  CHECK(vinhdanh_error({"restore", copy, "--check", "--receipts", house.receipts}, 5) == "shorter_history");

  house.put_back(copy);
  CHECK(vinhdanh_says(house.on({"verify"})).exit == 0);  // whole in itself
  const Ended found = vinhdanh_says(house.kept({"verify", "--json"}));
  CHECK(found.exit == 5);
  REQUIRE(json::parse(found.out).at("receipt_faults").size() == 1);
  CHECK(json::parse(found.out).at("receipt_faults")[0].at("fault") == "shorter");
  const Ended refused = vinhdanh_says(house.kept({"serve", "--listen", "127.0.0.1:0"}));
  CHECK(refused.exit == 5);
  CHECK(refused.err.find("account/") != std::string::npos);

  const auto accept = [&](const std::string& one, const std::string& other) {
    return house.kept({"accept-shorter-history", "--administrator", one, other});
  };
  CHECK(vinhdanh_error(accept("chief", "chief"), 2) == "administrators");
  CHECK(vinhdanh_error(accept("chief", "an"), 2) == "administrators");
  CHECK(vinhdanh_error(accept("chief", "nobody"), 2) == "administrators");
  CHECK(vinhdanh_says(house.kept({"serve", "--listen", "127.0.0.1:0"})).exit == 5);
  const json accepted = vinhdanh_json(accept("chief", "deputy"));
  CHECK(accepted.at("accepted") == 1);
  CHECK(fs::exists(accepted.at("old_receipts").get<std::string>()));
  house.serve({"--receipts", house.receipts}, [] {});
  CHECK(vinhdanh_says(house.kept({"verify"})).exit == 0);
  std::ifstream in(house.receipts);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  CHECK(text.find("accepted by") != std::string::npos);
  CHECK(vinhdanh_json(accept("chief", "deputy")).at("accepted") == 0);
}

TEST_CASE("receipts lie in the folder unless another place is named, and hold every commit of a killed server", "[cli][receipts]") {
  const CopiedHouse house;
  house.user("an");
  {
    Served server(house.data);
    house.user("binh");
    house.user("chi");
    server.process().signal(SIGKILL);
    server.process().wait();
  }
  std::ifstream in(fs::path(house.data) / "receipts.log");
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  CHECK(text.starts_with("vinhdanh receipts 1 "));
  CHECK(std::count(text.begin(), text.end(), '\n') == 4);
  CHECK(vinhdanh_json(house.on({"verify"})).at("receipts") == 3);
  house.serve({}, [] {});
}
