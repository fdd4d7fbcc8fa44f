// What `journeys --open-work` leaves on a demo server: dossiers past their limit, once, and none where the calendar has passed their law.
#include <fstream>
#include <map>
#include <set>

#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh::test;
using nlohmann::json;

namespace {

class Walked {
 public:
  Walked() : server_(folder(), {"--demo"}), tokens_(json::parse(std::ifstream(folder() / "demo-tokens.json"))) {}

  void walk(const Words& more = {}) const {
    Words words{"journeys", "--url", server_.url(), "--tokens", folder() / "demo-tokens.json"};
    words.insert(words.end(), more.begin(), more.end());
    const Ended ended = vinhdanh_says(words);
    INFO(ended.out << ended.err);
    REQUIRE(ended.exit == 0);
  }

  [[nodiscard]] json asked(const std::string& account, const std::string& path) const {
    const std::string token = tokens_.at(account).at(0).at("token");
    const auto reply = server_.client().request("GET", path, {{"Authorization", "Bearer " + token}});
    INFO(reply.body);
    REQUIRE(reply.status == 200);
    return json::parse(reply.body);
  }

  [[nodiscard]] json at_central_board() const {
    return asked("so_noi_vu_bac_kan.board", "/v1/dossiers?stage=central_appraisal").at("items");
  }

 private:
  [[nodiscard]] std::filesystem::path folder() const { return home_.path() / "data"; }

  TemporaryFolder home_;
  Served server_;
  json tokens_;
};

struct Lateness {
  std::set<std::string> units;
  std::set<int> days;
};

std::map<bool, Lateness> by_lateness(const json& dossiers) {
  std::map<bool, Lateness> found;
  for (const json& it : dossiers) {
    auto& [units, days] = found[it.at("overdue")];
    units.insert(it.at("unit"));
    days.insert(it.at("days_left").get<int>());
  }
  return found;
}

}  // namespace

TEST_CASE("the open work has dossiers of several units past the central board's limit, and some within it", "[cli]") {
  const Walked demo;
  demo.walk({"--open-work"});
  const json dossiers = demo.at_central_board();
  auto found = by_lateness(dossiers);
  CHECK(found[true].units.size() >= 2);
  REQUIRE(found[true].days.size() >= 2);
  CHECK(*found[true].days.rbegin() < 0);
  CHECK(found[false].units.size() >= 1);
  for (const json& it : dossiers) {
    const json limit = demo.asked("ban_tdkt_tw.recorder", "/v1/dossiers/" + it.at("id").get<std::string>()).at("limit");
    CHECK(limit.at("working_days") == 20);
    CHECK(limit.at("source").at("clause").get<std::string>().starts_with("Nghị định số 91/2017/NĐ-CP"));
  }
  demo.walk({"--open-work"});
  CHECK(demo.at_central_board() == dossiers);
}

TEST_CASE("where the years were walked without it, the open work starts nothing under a law that has passed", "[cli]") {
  const Walked demo;
  demo.walk();
  demo.walk({"--open-work"});
  CHECK(demo.at_central_board().empty());
  CHECK(demo.asked("so_noi_vu_lang_son.board", "/v1/dossiers?external_ref=viec-001-du-thao").at("items").size() == 1);
}
