// Time in the real program: the demo's clock is moved, the server is killed between and during its passes, and what the
// days bring is there once.
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <memory>
#include <random>
#include <thread>

#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/rounds.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// A demo server that can be killed and started again over the same folder.
class DemoTime {
 public:
  DemoTime() : data_((home_.path() / "data").string()) {
    start();
    const auto all = nlohmann::json::parse(std::ifstream(data_ + "/demo-tokens.json"));
    for (const auto& [login, list] : all.items()) {
      for (const auto& one : list) tokens_.push_back(one["token"]);
    }
  }

  void start() { server_ = std::make_unique<Served>(data_, Words{"--demo"}); }
  void kill_at(std::chrono::milliseconds moment) {
    std::this_thread::sleep_for(moment);
    server_->process().signal(SIGKILL);
    server_->process().wait();
    start();
  }
  void move_to(const std::string& day) {
    const auto reply = server_->client().request(
        "POST", "/v1/demo/clock", {{"Authorization", "Bearer " + tokens_.front()}}, R"({"now": ")" + day + R"(T02:00:00.000Z"})");
    REQUIRE(reply.status == 200);
  }
  nlohmann::json get(const std::string& path, const std::string& token) {
    const auto reply = server_->client().request("GET", path, {{"Authorization", "Bearer " + token}});
    INFO(path << " " << reply.body);
    REQUIRE(reply.status == 200);
    return nlohmann::json::parse(reply.body);
  }
  /// How often each thing was told to anybody, as "person kind thing".
  std::map<std::string, int> told() {
    std::map<std::string, std::map<std::string, int>> by_person;
    for (const auto& token : tokens_) {
      auto& mine = by_person[get("/v1/me", token)["person"]];
      if (!mine.empty()) continue;
      for (std::string next = "/v1/notices?limit=200"; !next.empty();) {
        const auto page = get(next, token);
        for (const auto& item : page["items"])
          ++mine[item["kind"].get<std::string>() + " " + item["about"]["id"].get<std::string>() + " " +
                 item["details"].dump()];
        next = page.value("next", "");
      }
    }
    std::map<std::string, int> all;
    for (const auto& [person, mine] : by_person) {
      for (const auto& [what, count] : mine) all[person + " " + what] += count;
    }
    return all;
  }
  int count(const std::map<std::string, int>& all, const std::string& kind) {
    int found = 0;
    for (const auto& [what, count] : all) found += what.find(" " + kind + " ") != std::string::npos ? count : 0;
    return found;
  }
  [[nodiscard]] const std::string& data() const { return data_; }

 private:
  TemporaryFolder home_;
  std::string data_;
  std::unique_ptr<Served> server_;
  std::vector<std::string> tokens_;
};

template <class F>
bool within_seconds(int seconds, F holds) {
  for (int i = 0; i < seconds * 5; ++i) {
    if (holds()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
  return false;
}

}  // namespace

TEST_CASE("killed between and during its passes the program assigns each duty once and tells of it once", "[cli][crash]") {
  const auto seed = seed_or(std::random_device{}());
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> moment(0, 400);
  DemoTime demo;
  // Ninh Bình's plan: yearly reports of its units, due at the end of 2017, 2018 and 2019.
  for (const char* day : {"2017-10-02", "2017-12-28", "2018-01-02", "2019-03-01", "2020-01-03"}) {
    demo.move_to(day);
    demo.kill_at(std::chrono::milliseconds(moment(random)));
    demo.kill_at(std::chrono::milliseconds(moment(random)));
  }
  // The last start catches up; it is done when nothing more is told for a while.
  std::map<std::string, int> all;
  CHECK(within_seconds(60, [&] {
    const auto before = all;
    all = demo.told();
    std::this_thread::sleep_for(std::chrono::seconds(2));
    return before == all && demo.count(all, "duty_overdue") > 0;
  }));
  for (const auto& [what, count] : all) {
    if (count > 1) UNSCOPED_INFO(what << " " << count);
  }
  CHECK(std::all_of(all.begin(), all.end(), [](const auto& one) { return one.second == 1; }));
  const int assigned = demo.count(all, "duty_assigned");
  CHECK(assigned > 0);
  // Everything that is due by now was assigned, and what is past was called late, to the same people.
  CHECK(demo.count(all, "duty_overdue") <= assigned);
  for (const char* due : {"2017-12-31", "2018-12-31", "2019-12-31"}) {
    int late = 0;
    for (const auto& [what, count] : all)
      late += what.find(" duty_overdue ") != std::string::npos && what.find(due) != std::string::npos ? count : 0;
    INFO(due);
    CHECK(late > 0);
  }
  const auto verdict = vinhdanh_json({"verify", "--data", demo.data()});
  INFO(verdict.dump());
  CHECK(verdict.at("intact") == true);
}

TEST_CASE("mail options that make no sense are refused before anything is opened", "[cli]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  CHECK(vinhdanh_error({"serve", "--demo", "--data", data, "--listen", "127.0.0.1:0", "--smtp-url", "http://mail",
                        "--smtp-from", "a@b.example"},
                       2) == "smtp_invalid");
  CHECK(vinhdanh_error({"serve", "--demo", "--data", data, "--listen", "127.0.0.1:0", "--smtp-url",
                        "smtp://127.0.0.1:2525"},
                       2) == "smtp_invalid");
}
