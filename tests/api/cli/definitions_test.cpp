// `check` and `definition add|activate|list`.
#include <fstream>
#include <iterator>

#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh::test;
using nlohmann::ordered_json;

namespace {

const std::string plan = "lang-son-2021-2025";
const std::string shipped_file = std::string(VINHDANH_SOURCE_DIR) + "/workflows/plans/" + plan + "/v1.json";

ordered_json shipped_plan() { return ordered_json::parse(std::ifstream(shipped_file)); }

/// A plan file in the folder with these members set.
std::string written(const TemporaryFolder& home, const std::string& name, const ordered_json& changes) {
  auto text = shipped_plan();
  text.merge_patch(changes);
  const auto file = home.path() / name;
  std::ofstream(file) << text.dump(2);
  return file;
}

/// What `definition list` says of this version of the plan; empty when it is not listed.
std::string state_of(const std::string& data, int version) {
  const auto listed = vinhdanh_json({"definition", "list", "--data", data});
  for (const auto& line : listed.at("definitions")) {
    if (line.at("id") == plan && line.at("version") == version) return line.at("state");
  }
  return {};
}

/// The version of the plan that the server offers.
int version_served(const std::string& data, const std::string& token) {
  Served server(data);
  const auto reply = server.client().request("GET", "/v1/plans/" + plan, {{"Authorization", "Bearer " + token}});
  REQUIRE(reply.status == 200);
  return nlohmann::json::parse(reply.body).at("version");
}

}  // namespace

TEST_CASE("check says ok, or every fault with its pointer", "[cli]") {
  const TemporaryFolder home;
  const Ended good = vinhdanh_says({"check", shipped_file});
  CHECK(good.exit == 0);
  CHECK(good.out.starts_with(shipped_file + ": ok\n"));
  CHECK(vinhdanh_json({"check", shipped_file}).at("ok") == true);

  const std::string bad = written(home, "bad.json", {{"title", nullptr}, {"surprise", 1}});
  const Ended text = vinhdanh_says({"check", shipped_file, bad});
  CHECK(text.exit == 1);
  CHECK(text.out.find(shipped_file + ": ok") != std::string::npos);
  CHECK(text.out.find(bad + ":/surprise: ") != std::string::npos);
  const Ended listed = vinhdanh_says({"check", bad, "--json"});
  CHECK(listed.exit == 1);
  const auto verdict = nlohmann::json::parse(listed.out);
  CHECK(verdict.at("ok") == false);
  CHECK(verdict.at("errors").size() >= 2);

  CHECK(vinhdanh_error({"check", home.path() / "none.json"}, 2) == "file_unreadable");
  CHECK(vinhdanh_error({"check", home.path()}, 2) == "file_unreadable");
}

TEST_CASE("check warns of what a plan leaves open and lets it pass", "[cli]") {
  const std::string silent = shipped_file + ":/routes/1/stages/0: warning: stage_without_limit: ";
  CHECK(vinhdanh_says({"check", shipped_file}).out.find(silent) != std::string::npos);
  const auto verdict = vinhdanh_json({"check", shipped_file});
  CHECK(verdict.at("errors").empty());
  REQUIRE_FALSE(verdict.at("warnings").empty());
  for (const auto& warning : verdict.at("warnings")) CHECK_FALSE(warning.at("vi").get<std::string>().empty());
}

TEST_CASE("check proves a plan and prints a shortest path to the fault", "[cli]") {
  const TemporaryFolder home;
  auto routes = shipped_plan().at("routes");
  routes[1]["stages"][1]["hands"]["receive"] = ordered_json::array();
  const std::string bad = written(home, "unsound.json", {{"routes", routes}});
  const std::string stage = "/routes/1/stages/1";

  const Ended text = vinhdanh_says({"check", bad});
  CHECK(text.exit == 1);
  CHECK(text.out.starts_with(bad + ":" + stage + "/hands/receive: nobody_receives: "));
  CHECK(text.out.find("\n    submit → awaiting_receipt/home_affairs_appraisal\n") != std::string::npos);

  const Ended listed = vinhdanh_says({"check", bad, "--json"});
  CHECK(listed.exit == 1);
  const auto verdict = nlohmann::json::parse(listed.out);
  CHECK(verdict.at("ok") == false);
  REQUIRE(verdict.at("errors").size() == 1);
  const auto& error = verdict.at("errors")[0];
  CHECK(error.at("pointer") == stage + "/hands/receive");
  REQUIRE(error.at("path").size() == 5);
  CHECK(error.at("path")[4] ==
        nlohmann::json{{"command", "forward"}, {"phase", "awaiting_receipt"}, {"stage", "council_advice"}});
}

TEST_CASE("a new version of a plan is stored, then activated, then served", "[cli]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  vinhdanh_json({"user", "add", "--login", "an", "--name", "Nông Thị An", "--data", data});
  const std::string appointment =
      vinhdanh_json({"role", "assign", "--login", "an", "--office", "so_noi_vu_lang_son", "--role", "office_head", "--from",
                     "2024-01-01", "--data", data})
          .at("appointment");
  const std::string token =
      vinhdanh_json({"token", "create", "--appointment", appointment, "--data", data}).at("token");
  const std::string second = written(home, "v2.json", {{"version", 2}});

  CHECK(state_of(data, 1) == "shipped");
  const auto added = vinhdanh_json({"definition", "add", second, "--data", data});
  CHECK(added.at("id") == plan);
  CHECK(added.at("version") == 2);
  CHECK(state_of(data, 2) == "added");
  CHECK(version_served(data, token) == 1);
  const auto activated = vinhdanh_json({"definition", "activate", plan, "2", "--data", data});
  CHECK(activated.at("sha256") == added.at("sha256"));
  CHECK(state_of(data, 2) == "active");
  CHECK(version_served(data, token) == 2);
  const Ended listed = vinhdanh_says({"definition", "list", "--data", data});
  CHECK(listed.out.find("plan " + plan + " v2 active " + added.at("sha256").get<std::string>()) != std::string::npos);
}

TEST_CASE("with two definition managers the console only asks, in the name of one of them", "[cli]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  for (const std::string login : {"an", "binh"}) {
    vinhdanh_json({"user", "add", "--login", login, "--name", "Người " + login, "--data", data});
    vinhdanh_json({"role", "assign", "--login", login, "--office", "so_noi_vu_lang_son", "--role", "definition_manager",
                   "--data", data});
  }
  vinhdanh_json({"definition", "add", written(home, "v2.json", {{"version", 2}}), "--data", data});
  const auto activate = [&](Words more) {
    Words words{"definition", "activate", plan, "2", "--data", data};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  };
  CHECK(vinhdanh_error(activate({}), 2) == "requester_missing");
  CHECK(vinhdanh_error(activate({"--by", "chi"}), 2) == "requester_not_in_role");
  CHECK(state_of(data, 2) == "added");
  CHECK(vinhdanh_json(activate({"--by", "an"})).at("state") == "requested");
  CHECK(state_of(data, 2) == "requested");
  vinhdanh_json({"user", "disable", "--login", "binh", "--data", data});
  CHECK(vinhdanh_json(activate({"--by", "an"})).at("state") == "requested");
}

TEST_CASE("adding and activating again changes nothing", "[cli]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  const std::string second = written(home, "v2.json", {{"version", 2}});
  const auto again = [&] { return vinhdanh_json({"definition", "add", second, "--data", data}); };
  const auto events = [&] { return vinhdanh_json({"verify", "--data", data}).at("events"); };
  CHECK(vinhdanh_json({"definition", "add", shipped_file, "--data", data}).at("added") == false);
  CHECK(again().at("version") == 2);
  CHECK(events() == 1);
  CHECK(again().at("added") == false);
  vinhdanh_json({"definition", "activate", plan, "2", "--data", data});
  CHECK(events() == 2);
  CHECK(again().at("added") == false);
  CHECK(vinhdanh_json({"definition", "activate", plan, "2", "--data", data}).at("state") == "active");
  CHECK(events() == 2);
}

TEST_CASE("definitions that are refused", "[cli]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  vinhdanh_json({"migrate", "--data", data});
  const auto refused = [&](const std::string& file, int exit) {
    return vinhdanh_error({"definition", "add", file, "--data", data}, exit);
  };
  CHECK(refused(home.path() / "none.json", 2) == "file_unreadable");
  CHECK(refused(written(home, "same.json", {{"title", "Tên khác"}}), 1) == "version_exists");
  CHECK(refused(written(home, "bad.json", {{"version", 2}, {"surprise", 1}}), 1) == "unknown_member");
  CHECK(vinhdanh_error({"definition", "activate", plan, "2", "--data", data}, 2) == "not_found");
  CHECK(vinhdanh_json({"verify", "--data", data}).at("events") == 0);
}
