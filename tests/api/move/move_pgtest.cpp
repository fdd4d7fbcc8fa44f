// The command: a demo folder is served, moves to a database, is served there by a node, and moves back.
#include <signal.h>

#include <fstream>

#include "adapters/postgres/postgres_connection.hpp"
#include "tests/api/nodes/nodes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

namespace fs = std::filesystem;

std::string folder_at(const fs::path& folder) { return "sqlite:" + folder.string(); }

Words into(const fs::path& from, const TemporarySchema& to) {
  return {"move", "--from", folder_at(from), "--to", to.owner_url(), "--to-schema", to.name(), "--app-role", "vinhdanh_app"};
}
Words out_of(const TemporarySchema& from, const fs::path& to) {
  return {"move", "--from", from.owner_url(), "--from-schema", from.name(), "--to", folder_at(to)};
}

std::string token_in(const fs::path& folder) {
  const auto tokens = nlohmann::json::parse(std::ifstream(folder / "demo-tokens.json"));
  return tokens.at("so_noi_vu_lang_son.board").at(0).at("token");
}

int asked(HttpClient client, const std::string& token) {
  return client.request("GET", "/v1/me", {{"Authorization", "Bearer " + token}}).status;
}

/// A demo folder that was served, as its server left it.
struct Demo {
  Demo() {
    Served server(folder, {"--demo"});
    token = token_in(folder);
    REQUIRE(server.me(token).status == 200);
    server.process().signal(SIGTERM);
    REQUIRE(server.process().wait().exit == 0);
  }
  TemporaryFolder home;
  fs::path folder = home.path() / "data";
  std::string token;
};

}  // namespace

TEST_CASE("a demo moves from its folder to a database and back, and its people work at each", "[postgres][cli][move]") {
  const Demo demo;
  const TemporarySchema schema(true, -1);
  const auto moved = vinhdanh_json(into(demo.folder, schema));
  CHECK(moved.at("events") > 0);
  CHECK(moved.at("finished_earlier") == false);
  CHECK(vinhdanh_error({"serve", "--demo", "--data", demo.folder, "--listen", "127.0.0.1:0"}, 3) == "installation_moved");
  CHECK(vinhdanh_json({"verify", "--data", demo.folder}).at("intact") == true);
  // The folder's receipts are of the same installation.
  const auto verified = vinhdanh_json({"verify", "--database", schema.url(), "--schema", schema.name(), "--receipts",
                                       demo.folder / "receipts.log"});
  CHECK(verified.at("intact") == true);
  CHECK(verified.at("events") == moved.at("events"));
  {
    Node node(schema, demo.home.path() / "node");
    CHECK(asked(node.client(), demo.token) == 200);
    node.kill();
  }
  const fs::path again = demo.home.path() / "again";
  const auto back = vinhdanh_json(out_of(schema, again));
  CHECK(back.at("instance") == moved.at("instance"));
  CHECK(vinhdanh_json({"verify", "--data", again}).at("intact") == true);
  const Words owner{"--database", schema.owner_url(), "--schema", schema.name()};
  CHECK(vinhdanh_error({"migrate", "--app-role", "vinhdanh_app", owner[0], owner[1], owner[2], owner[3]}, 3) ==
        "installation_moved");
  CHECK(vinhdanh_json({"verify", "--database", schema.url(), "--schema", schema.name()}).at("intact") == true);
  Served server(again, {"--demo"});
  CHECK(server.me(demo.token).status == 200);
}

TEST_CASE("a move says why it is not done", "[postgres][cli][move]") {
  const Demo demo;
  const TemporarySchema schema(true, -1);
  CHECK(vinhdanh_error({"move", "--from", folder_at(demo.folder), "--to", "elsewhere"}, 2) == "usage");
  CHECK(vinhdanh_error({"move", "--from", folder_at(demo.folder), "--to", schema.owner_url()}, 2) == "usage");
  CHECK(vinhdanh_error({"move", "--from", folder_at(demo.folder), "--to", "sqlite:/nowhere", "--app-role", "x"}, 2) == "usage");
  CHECK(vinhdanh_error({"move", "--from", "sqlite:/nowhere", "--to", folder_at(demo.home.path() / "x")}, 3) ==
        "folder_not_found");
  CHECK(vinhdanh_error({"move", "--from", folder_at(demo.folder), "--to", folder_at(demo.folder)}, 2) == "not_empty");
  {
    const Served server(demo.folder, {"--demo"});
    CHECK(vinhdanh_error(into(demo.folder, schema), 3) == "folder_in_use");
  }
  vinhdanh_json(into(demo.folder, schema));
  CHECK(vinhdanh_error(into(demo.folder, schema), 2) == "already_moved");
  CHECK(vinhdanh_error({"move", "--from", folder_at(demo.folder), "--to", folder_at(demo.home.path() / "x")}, 3) ==
        "installation_moved");
}

TEST_CASE("a history that is not whole is not moved", "[postgres][cli][move]") {
  const Demo demo;
  const fs::path database = demo.home.path() / "other";
  const TemporarySchema schema(true, -1);
  vinhdanh_json(into(demo.folder, schema));
  detail::PostgresConnection superuser({schema.superuser_url(), schema.name()});
  superuser.script("SET session_replication_role = replica; UPDATE events SET bytes = bytes || ' ' WHERE seq = 1");
  CHECK(vinhdanh_error(out_of(schema, database), 1) == "move_differs");
  CHECK(vinhdanh_error({"verify", "--data", database}, 3) == "installation_moved");
  CHECK(vinhdanh_error(out_of(schema, database), 2) == "move_unfinished");
}

TEST_CASE("nothing that a move says has a password in it, and each table has its line", "[postgres][cli][move]") {
  const Demo demo;
  const TemporarySchema schema(true, -1);
  const auto said = [](const Words& words) {
    const Ended ended = vinhdanh_says(words);
    return ended.out + ended.err;
  };
  const std::string from = folder_at(demo.folder);
  for (const char* address : {"postgresql://owner:geheim@[nowhere/x", "postgresql://owner:p@geheim@nowhere.invalid/x",
                              "postgresql://owner:geheim@nowhere.invalid:1/x"}) {
    const std::string words = said({"move", "--from", from, "--to", address, "--app-role", "x"});
    INFO(words);
    CHECK_FALSE(words.empty());
    CHECK(words.find("geheim") == std::string::npos);
  }
  Words words = into(demo.folder, schema);
  words.at(4) += " password=geheim";
  const std::string moved = said(words);
  INFO(moved);
  CHECK(moved.find("copied events: ") != std::string::npos);
  CHECK(moved.find("compared papers: ") != std::string::npos);
  CHECK(moved.find("geheim") == std::string::npos);
  CHECK(moved.find('\r') == std::string::npos);
  const std::string again = said(words);
  CHECK(again.find("already") != std::string::npos);
  CHECK(again.find("geheim") == std::string::npos);
}
