// Several nodes on one database: any of them answers, also while another dies again and again.
#include "tests/api/nodes/nodes.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <iostream>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "adapters/postgres/postgres_connection.hpp"
#include "adapters/postgres/postgres_schema.hpp"
#include "adapters/postgres/pqxx_listener.hpp"
#include "tests/api/http/raw_socket.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/rounds.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

constexpr int walked_dossiers = 26;

/// Hears what the nodes tell each other.
detail::PqxxListener third_node(const TemporarySchema& schema) {
  detail::PostgresConnection session({schema.url(), schema.name()});
  return {schema.url(), "vinhdanh " + session.value<std::string>("SELECT value FROM meta WHERE name = 'instance'").value()};
}

int dossiers_in(const TemporarySchema& schema) {
  detail::PostgresConnection session({schema.url(), schema.name()});
  return session.value<int>("SELECT count(*) FROM dossier").value();
}

/// Kills a node and starts it again, at moments that nobody foresees, until this goes.
class Reaper {
 public:
  Reaper(Node& node, unsigned seed) : thread_([this, &node, seed](const std::stop_token& stop) { live(node, seed, stop); }) {}
  int kills() {
    thread_.request_stop();
    thread_.join();
    return kills_;
  }

 private:
  void live(Node& node, unsigned seed, const std::stop_token& stop) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> moment(50, 700);
    while (!stop.stop_requested()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(moment(random)));
      node.kill();
      ++kills_;
      node.start();
    }
  }
  std::atomic<int> kills_{0};
  std::jthread thread_;
};

Words and_at(Words words, const TemporarySchema& schema) {
  const auto at = at_database(schema);
  words.insert(words.end(), at.begin(), at.end());
  return words;
}

constexpr int blocks_at_one_node = 12;

/// Listens at one node for a while or until it dies, then at the other, from the last id it got; keeps "place dossier" of each event of one.
class Listening {
 public:
  Listening(std::vector<const Node*> nodes, std::string token)
      : nodes_(std::move(nodes)), token_(std::move(token)), thread_([this](const std::stop_token& stop) { live(stop); }) {}
  /// Whether this is heard within a while.
  bool hears(const std::string& line) {
    for (int i = 0; i < 1500; ++i) {
      if (const auto all = heard(); std::ranges::find(all, line) != all.end()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  }
  std::vector<std::string> heard() {
    const std::lock_guard lock(mutex_);
    return heard_;
  }
  [[nodiscard]] int connections() const { return connections_; }

 private:
  void live(const std::stop_token& stop) {
    for (std::size_t at = 0; !stop.stop_requested(); ++at) {
      try {
        const std::string& url = nodes_[at % nodes_.size()]->url();
        testing::RawSocket socket(static_cast<unsigned short>(std::stoi(url.substr(url.rfind(':') + 1))));
        socket.send("GET /v1/events HTTP/1.1\r\nHost: " + url.substr(url.rfind('/') + 1) + "\r\nAuthorization: Bearer " + token_ +
                    "\r\nLast-Event-ID: " + last_ + "\r\n\r\n");
        const auto head = socket.answer();
        if (!head || head->status != 200) continue;
        ++connections_;
        for (int blocks = 0; blocks < blocks_at_one_node && !stop.stop_requested(); ++blocks) {
          const auto block = socket.text_until("\n\n", std::chrono::milliseconds(100));
          if (block) take(*block);
          else if (socket.closes(std::chrono::milliseconds(0))) break;
        }
      } catch (const std::runtime_error&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
      }
    }
  }
  void take(const std::string& block) {
    const auto at = block.find("id: ");
    if (at == std::string::npos) return;
    last_ = block.substr(at + 4, block.find('\n', at) - at - 4);
    const auto data = block.find("data: ");
    if (data == std::string::npos) return;
    const auto said = nlohmann::json::parse(block.substr(data + 6));
    if (said.at("stream") != "dossier") return;
    const std::lock_guard lock(mutex_);
    heard_.push_back(last_ + " " + said.at("id").get<std::string>());
  }

  std::vector<const Node*> nodes_;
  std::string token_;
  std::string last_ = "0-0";
  std::atomic<int> connections_{0};
  std::mutex mutex_;
  std::vector<std::string> heard_;
  std::jthread thread_;
};

/// "place dossier" of each event of the province's own dossiers, in their order.
std::vector<std::string> told_of_province(const TemporarySchema& schema) {
  detail::PostgresConnection session({schema.url(), schema.name()});
  std::vector<std::string> told;
  for (const auto& [line] : session.rows<std::tuple<std::string>>(
           "SELECT CAST(xid AS text) || '-' || CAST(seq AS text) || ' ' || events.id FROM events "
           "JOIN dossier ON events.kind = 'dossier' AND dossier.id = events.id WHERE territory = 'lang_son' ORDER BY xid, seq"))
    told.push_back(line);
  return told;
}

void check_heard(Listening& listening, const std::vector<std::string>& told) {
  REQUIRE(told.size() > 20);
  REQUIRE(listening.hears(told.back()));
  std::vector<std::string> heard = listening.heard();
  std::erase_if(heard, [&](const std::string& line) { return std::ranges::find(told, line) == told.end(); });
  CHECK(heard == told);
  CHECK(std::set<std::string>(heard.begin(), heard.end()).size() == told.size());
  CHECK(listening.connections() > 6);
}

}  // namespace

TEST_CASE("the journeys pass on two nodes while one is killed again and again, and a listener misses nothing and hears nothing twice",
          "[postgres][cli][nodes]") {
  const auto seed = seed_or(std::random_device{}());
  CAPTURE(seed);
  int kills = 0;
  for (int round = 0; round < rounds_or(1); ++round) {
    const TemporarySchema schema(true);
    const TemporaryFolder home;
    Node steady(schema, home.path() / "steady");
    Node dying(schema, home.path() / "dying");
    const auto tokens = nlohmann::json::parse(std::ifstream(home.path() / "steady" / "demo-tokens.json"));
    auto third = third_node(schema);
    Listening listening({&dying, &steady}, tokens.at("so_noi_vu_lang_son.board").at(0).at("token"));
    Reaper reaper(dying, seed + static_cast<unsigned>(round));
    const Ended walked = vinhdanh_says({"--json", "journeys", "--url", steady.url(), "--url", dying.url(), "--tokens",
                                        home.path() / "steady" / "demo-tokens.json"});
    kills += reaper.kills();
    INFO(walked.out << walked.err);
    REQUIRE(walked.exit == 0);
    CHECK(dossiers_in(schema) == walked_dossiers);
    CHECK(third.take());
    check_heard(listening, told_of_province(schema));
    const auto verdict = vinhdanh_json(and_at({"verify", "--data", home.path() / "steady"}, schema));
    INFO(verdict.dump());
    CHECK(verdict.at("intact") == true);
  }
  CHECK(kills > 3 * rounds_or(1));
  std::cout << "kills of a node under the journeys: " << kills << "\n";
}

TEST_CASE("what is administered at the command line holds at every node at once", "[postgres][cli][nodes]") {
  const TemporarySchema schema(true);
  const TemporaryFolder home;
  Node one(schema, home.path() / "one");
  Node two(schema, home.path() / "two");
  const auto tokens = nlohmann::json::parse(std::ifstream(home.path() / "one" / "demo-tokens.json"));
  const std::string token = tokens.at("so_noi_vu_lang_son.board").at(0).at("token");
  const auto asked = [&](const Node& node) {
    return node.client().request("GET", "/v1/me", {{"Authorization", "Bearer " + token}}).status;
  };
  CHECK(asked(one) == 200);
  CHECK(asked(two) == 200);
  vinhdanh_json(and_at({"user", "disable", "--login", "so_noi_vu_lang_son.board"}, schema));
  CHECK(asked(one) == 401);
  CHECK(asked(two) == 401);
  vinhdanh_json(and_at({"user", "enable", "--login", "so_noi_vu_lang_son.board"}, schema));
  CHECK(asked(one) == 200);
  CHECK(asked(two) == 200);
}

TEST_CASE("migrate makes the schema as the owner and says which it is", "[postgres][cli]") {
  const TemporarySchema schema(false, -1);
  const Words owner{"--database", schema.owner_url(), "--schema", schema.name()};
  const auto with = [&](Words words) {
    words.insert(words.end(), owner.begin(), owner.end());
    return words;
  };
  CHECK(vinhdanh_error(with({"migrate"}), 2) == "usage");
  CHECK(vinhdanh_error(with({"migrate", "--app-role", "nobody"}), 3) == "database_settings");
  CHECK(vinhdanh_error(and_at({"verify"}, schema), 3) == "schema_older");
  CHECK(vinhdanh_json(with({"migrate", "--app-role", "vinhdanh_app"})).at("schema") == newest_postgres_schema());
  CHECK(vinhdanh_json(with({"migrate", "--app-role", "vinhdanh_app"})).at("schema") == newest_postgres_schema());
  CHECK(vinhdanh_json(and_at({"verify"}, schema)).at("intact") == true);
  // The owner may change events: no node works as him.
  CHECK(vinhdanh_error(with({"verify"}), 3) == "database_settings");
}

TEST_CASE("an address comes from the environment too, and none at all is a usage error", "[postgres][cli]") {
  const TemporarySchema schema;
  CHECK(vinhdanh_error({"verify"}, 2) == "usage");
  CHECK(vinhdanh_error({"verify", "--database", "host=/nowhere dbname=none"}, 3) == "storage_unavailable");
  const Ended verified = run_program({"/usr/bin/env", "VINHDANH_DATABASE=" + schema.url(), "VINHDANH_SCHEMA=" + schema.name(),
                                      VINHDANH_BINARY, "verify", "--json"});
  CHECK(verified.exit == 0);
  CHECK(vinhdanh_error(and_at({"serve", "--demo"}, schema), 2) == "usage");  // no folder for its tokens
  CHECK(vinhdanh_error({"migrate", "--data", "/nowhere", "--demo"}, 2) == "usage");
}

TEST_CASE("a node does not serve a database that is shorter than its receipts", "[postgres][cli]") {
  const TemporaryFolder home;
  const auto folder = home.path() / "node";
  {
    const TemporarySchema schema(true);
    Node node(schema, folder);
    node.kill();
  }
  const TemporarySchema schema(true);  // the same one, emptied
  Words words = and_at({"serve", "--demo", "--data", folder.string(), "--listen", "127.0.0.1:0"}, schema);
  CHECK(vinhdanh_error(words, 5) == "shorter_history");
  CHECK(vinhdanh_says(and_at({"verify", "--data", folder.string()}, schema)).exit == 5);
}
