// Webhooks of several nodes on one database: whichever node sends, each stream arrives in its order, and all of it.
#include <fstream>
#include <map>
#include <set>

#include "adapters/postgres/postgres_connection.hpp"
#include "tests/api/nodes/nodes.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_receiver.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// "dossier/ID n" of all events of the province's own dossiers.
std::set<std::string> owed_of_province(const TemporarySchema& schema) {
  detail::PostgresConnection session({schema.url(), schema.name()});
  std::set<std::string> told;
  for (const auto& [line] : session.rows<std::tuple<std::string>>(
           "SELECT 'dossier/' || events.id || ' ' || CAST(n AS text) FROM events "
           "JOIN dossier ON events.kind = 'dossier' AND dossier.id = events.id WHERE territory = 'lang_son'"))
    told.insert(line);
  return told;
}

std::string line_of(const nlohmann::json& message) {
  return message.at("subject").get<std::string>() + " " + std::to_string(message.at("data").at("n").get<int>());
}

bool arrive(const HttpReceiver& receiver, const std::set<std::string>& wanted) {
  for (int i = 0; i < 600; ++i) {
    auto left = wanted;
    for (const Received& it : receiver.received()) left.erase(line_of(nlohmann::json::parse(it.body)));
    if (left.empty()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return false;
}

}  // namespace

TEST_CASE("two nodes send each event of the journeys once and in order, and one goes on when the other is stopped",
          "[postgres][cli][nodes][webhooks]") {
  const TemporarySchema schema(true);
  const TemporaryFolder home;
  HttpReceiver receiver;
  const Words webhooks{"--webhook-private-target", receiver.at("127.0.0.1")};
  Node one(schema, home.path() / "one", webhooks);
  Node two(schema, home.path() / "two", webhooks);
  const auto tokens = nlohmann::json::parse(std::ifstream(home.path() / "one" / "demo-tokens.json"));
  const std::string token = tokens.at("so_noi_vu_lang_son.board").at(0).at("token");
  const auto made = one.client().request("POST", "/v1/webhooks",
                                         {{"Authorization", "Bearer " + token},
                                          {"Idempotency-Key", "hook"},
                                          {"Content-Type", "application/json"}},
                                         nlohmann::json{{"url", receiver.url("/in")}}.dump());
  REQUIRE(made.status == 201);
  const Ended walked = vinhdanh_says({"--json", "journeys", "--url", one.url(), "--url", two.url(), "--tokens",
                                      home.path() / "one" / "demo-tokens.json"});
  INFO(walked.out << walked.err);
  REQUIRE(walked.exit == 0);
  one.stop();
  const auto told = owed_of_province(schema);
  REQUIRE(told.size() > 20);
  REQUIRE(arrive(receiver, told));
  std::map<std::string, int> last;
  std::set<std::string> ids;
  std::size_t messages = 0;
  for (const Received& it : receiver.received()) {
    const auto said = nlohmann::json::parse(it.body);
    INFO(line_of(said));
    const int n = said.at("data").at("n");
    const auto [known, is_first] = last.try_emplace(said.at("subject"), n);
    CHECK((is_first || n > known->second));
    known->second = n;
    ids.insert(it.headers.at("webhook-id"));
    ++messages;
  }
  CHECK(ids.size() == messages);
}
