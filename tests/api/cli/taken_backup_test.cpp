// Who took the whole folder with him is on record: in the folder itself or by its server, never in the copy.
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <fstream>

#include "adapters/sql/sql_access_log.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/adapters/support/old_folder.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/not_run.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

struct Kept {
  TemporaryFolder home;
  std::string data = home.path() / "data";
  std::string copy = home.path() / "copy";

  void add_user() const { vinhdanh_json({"user", "add", "--login", "an", "--name", "Nông Thị An", "--data", data}); }
  [[nodiscard]] json back_up() const { return vinhdanh_json({"backup", copy, "--data", data}); }
  [[nodiscard]] std::string copied_database() const {
    return json::parse(std::ifstream(fs::path(copy) / "manifest.json")).at("files")[0].at("sha256");
  }
};

std::vector<AccessEntry> exports_in(const fs::path& folder) {
  SqliteStore store({folder, true, std::nullopt, {}});
  AccessQuery query;
  query.kind = AccessKind::exported;
  return SqlAccessLog(store).find(query);
}

/// What an auditor reads of exports.
json exports_for(const Served& server, const json& tokens, const std::string& auditor) {
  const std::string token = tokens.at(auditor)[0].at("token");
  const auto reply = server.client().request("GET", "/v1/access-log?kind=exported", {{"Authorization", "Bearer " + token}});
  INFO(reply.body);
  REQUIRE(reply.status == 200);
  return json::parse(reply.body).at("items");
}

}  // namespace

TEST_CASE("a backup of a folder at rest leaves a row with the account and the copy's hash", "[cli][backup][access_log]") {
  const Kept kept;
  kept.add_user();
  CHECK(kept.back_up().at("noted") == true);
  const auto rows = exports_in(kept.data);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].target == kept.copied_database());
  CHECK(rows[0].route == "backup");
  CHECK(rows[0].address.starts_with("local:"));
  CHECK(rows[0].address.size() > std::string("local:").size());
  CHECK_FALSE(rows[0].person);
  CHECK(rows[0].count == 1);
  CHECK(exports_in(kept.copy).empty());
  CHECK(vinhdanh_json({"restore", kept.copy, "--check"}).at("intact") == true);
}

TEST_CASE("behind sudo the row names who called it, in letters that a reader can trust", "[cli][backup][access_log]") {
  const Kept kept;
  kept.add_user();
  const Ended made =
      run_program({"/usr/bin/env", "SUDO_USER=an\n\x1b[1m", VINHDANH_BINARY, "backup", kept.copy, "--data", kept.data});
  INFO(made.err);
  REQUIRE(made.exit == 0);
  const auto rows = exports_in(kept.data);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].address == "local:an??[1m");
}

TEST_CASE("a backup of a served folder is put on record by the server, for auditors of every office", "[cli][backup][access_log]") {
  const Kept kept;
  Served server(kept.data, {"--demo"});
  const json tokens = json::parse(std::ifstream(fs::path(kept.data) / "demo-tokens.json"));
  CHECK(exports_for(server, tokens, "so_noi_vu_lang_son.auditor").empty());
  CHECK(kept.back_up().at("noted") == true);
  for (const std::string auditor : {"so_noi_vu_lang_son.auditor", "so_noi_vu_ninh_binh.auditor"}) {
    const json found = exports_for(server, tokens, auditor);
    REQUIRE(found.size() == 1);
    CHECK(found[0].at("target") == kept.copied_database());
    CHECK(found[0].at("address").get<std::string>().starts_with("local:"));
    CHECK(found[0].at("route") == "backup");
    CHECK_FALSE(found[0].contains("person"));
    CHECK_FALSE(found[0].contains("office"));
  }
  CHECK(exports_in(kept.copy).empty());
}

TEST_CASE("a copy that cannot be put on record is made all the same, and says so", "[cli][backup][access_log]") {
  const Kept kept;
  const auto made_unnoted = [&] {
    const Ended made = vinhdanh_says({"backup", kept.copy, "--data", kept.data});
    CHECK(made.exit == 0);
    CHECK(made.out.find("not noted in the access log") != std::string::npos);
  };
  SECTION("a server without a socket holds the folder") {
    Served server(kept.data);
    fs::remove(kept.data + "/admin.sock");
    made_unnoted();
  }
  SECTION("the folder is a backup, which stays as it is") {
    const Kept first;
    first.add_user();
    CHECK(first.back_up().at("noted") == true);
    fs::rename(first.copy, kept.data);
    made_unnoted();
    CHECK(vinhdanh_json({"restore", kept.data, "--check"}).at("intact") == true);
  }
  SECTION("the folder is an older program's, which stays as it is") {
    make_first_schema(kept.data);
    made_unnoted();
    CHECK(vinhdanh_error({"verify", "--data", kept.data}, 3) == "schema_older");
  }
  SECTION("the folder is another account's, whose lock must not become ours") {
    if (geteuid() != 0) {
      NOT_RUN("it takes root to own a folder as somebody else");
      return;
    }
    kept.add_user();
    fs::remove(kept.data + "/lock");
    REQUIRE(chown(kept.data.c_str(), 65534, 65534) == 0);
    made_unnoted();
    CHECK_FALSE(fs::exists(kept.data + "/lock"));
  }
}

TEST_CASE("what is older than the days that an operator says goes, and nothing younger", "[cli][access_log]") {
  const Kept kept;
  kept.add_user();
  {
    SqliteStore store({kept.data, false, std::nullopt, {}});
    SqlAccessLog log(store);
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
    for (const int days : {91, 89, 0}) {
      AccessEntry it;
      it.at = Instant{now.count() - days * 24LL * 3'600'000};
      it.kind = AccessKind::exported;
      it.target = std::to_string(days);
      log.add({&it, 1});
    }
  }
  CHECK(vinhdanh_json({"access-log", "drop", "--older-than", "90", "--data", kept.data}).at("deleted") == 1);
  const auto left = exports_in(kept.data);
  REQUIRE(left.size() == 2);
  CHECK(left[0].target == "0");
  CHECK(left[1].target == "89");
}
