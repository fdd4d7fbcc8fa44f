// Signing in at the real server: a password from standard input, the cookie, and requests from foreign pages.

#include "engine/codec/json.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;
using nlohmann::json;

namespace {

/// A command with a line on its standard input.
Ended with_input(const Words& words, const std::string& line) {
  Words all{"/bin/sh", "-c", "printf '%s\\n' \"$0\" | \"$@\"", line, VINHDANH_BINARY};
  all.insert(all.end(), words.begin(), words.end());
  return run_program(all);
}

struct SetUp {
  TemporaryFolder home;
  std::string data = home.path() / "data";
  SetUp() {
    vinhdanh_json({"user", "add", "--login", "an", "--name", "Nông Thị An", "--data", data});
    vinhdanh_json({"role", "assign", "--login", "an", "--office", "so_noi_vu_lang_son", "--role", "specialist",
                   "--from", "2024-01-01", "--data", data});
    const Ended given = with_input({"user", "password", "--login", "an", "--data", data}, "mật khẩu đầu tiên");
    INFO(given.err);
    REQUIRE(given.exit == 0);
    CHECK(given.out.find("mật khẩu đầu tiên") == std::string::npos);
  }
};

std::string code_of(const HttpReply& reply) { return json::parse(reply.body, nullptr, false).value("code", ""); }

/// The cookie that an answer sets.
std::string cookie_of(const HttpReply& reply) {
  const auto set = reply.header("set-cookie").value_or("");
  return set.substr(0, set.find(';'));
}

}  // namespace

TEST_CASE("a password that is too weak is not taken at the command line", "[cli]") {
  const SetUp office;
  const Ended weak = with_input({"user", "password", "--login", "an", "--json", "--data", office.data}, "12345678");
  CHECK(weak.exit == 2);
  CHECK(json::parse(weak.err).at("error") == "password_too_common");
  const Ended none =
      with_input({"user", "password", "--login", "nobody", "--json", "--data", office.data}, "một mật khẩu");
  CHECK(json::parse(none.err).at("error") == "not_found");
}

TEST_CASE("a first password is changed, then the session works; foreign pages do not", "[cli]") {
  const SetUp office;
  Served server(office.data);
  auto client = server.client();
  const std::string origin = server.url();
  const auto sign_in = [&](const std::string& password) {
    return client.request("POST", "/v1/sessions", {}, json{{"login", "an"}, {"password", password}}.dump());
  };
  CHECK(code_of(sign_in("sai mật khẩu")) == "sign_in_failed");
  const auto first = sign_in("mật khẩu đầu tiên");
  REQUIRE(first.status == 201);
  CHECK(json::parse(first.body).at("must_change_password") == true);
  std::string cookie = cookie_of(first);
  CHECK(code_of(client.request("GET", "/v1/plans", {{"Cookie", cookie}})) == "password_change_required");
  const std::string change =
      json{{"current_password", "mật khẩu đầu tiên"}, {"new_password", "mật khẩu của riêng tôi"}}.dump();
  CHECK(code_of(client.request("PUT", "/v1/password", {{"Cookie", cookie}}, change)) == "csrf");
  const auto changed = client.request("PUT", "/v1/password", {{"Cookie", cookie}, {"Origin", origin}}, change);
  INFO(changed.body);
  REQUIRE(changed.status == 200);
  CHECK(client.request("GET", "/v1/me", {{"Cookie", cookie}}).status == 401);
  cookie = cookie_of(changed);
  const auto me = client.request("GET", "/v1/me", {{"Cookie", cookie}});
  REQUIRE(me.status == 200);
  CHECK(json::parse(me.body).at("role") == "specialist");

  const auto search = [&](HttpHeaders headers, const std::string& body = "{\"text\":\"a\"}") {
    headers.emplace_back("Cookie", cookie);
    return client.request("POST", "/v1/dossiers/search", headers, body);
  };
  CHECK(code_of(search({{"Origin", origin}})) != "csrf");
  CHECK(code_of(search({})) == "csrf");
  CHECK(code_of(search({{"Origin", "null"}})) == "csrf");
  CHECK(code_of(search({{"Origin", "https://evil.example"}})) == "csrf");
  CHECK(code_of(search({{"Sec-Fetch-Site", "cross-site"}})) == "csrf");
  CHECK(search({{"Origin", origin}, {"Content-Type", "text/plain"}}).status == 415);

  // Nobody but a trusted proxy says who somebody is.
  const auto sessions = client.request("GET", "/v1/sessions", {{"Cookie", cookie}, {"X-Forwarded-For", "203.0.113.9"}});
  CHECK(json::parse(sessions.body).at("items")[0].at("address") == "127.0.0.1");
  CHECK(client.request("DELETE", "/v1/sessions/current", {{"Cookie", cookie}, {"Origin", origin}}).status == 200);
  CHECK(client.request("GET", "/v1/me", {{"Cookie", cookie}}).status == 401);
}

TEST_CASE("sessions live through a restart of the server", "[cli]") {
  const SetUp office;
  std::string cookie;
  {
    Served server(office.data);
    auto client = server.client();
    const auto answer = client.request("POST", "/v1/sessions", {{"X-Forwarded-For", "203.0.113.9"}},
                                       R"({"login":"an","password":"mật khẩu đầu tiên"})");
    REQUIRE(answer.status == 201);
    cookie = cookie_of(answer);
  }
  Served again(office.data, {"--trusted-proxy", "127.0.0.1"});
  auto client = again.client();
  CHECK(client.request("GET", "/v1/me", {{"Cookie", cookie}}).status == 200);
  const auto through_proxy = client.request("POST", "/v1/sessions", {{"X-Forwarded-For", "1.1.1.1, 203.0.113.9"}},
                                            R"({"login":"an","password":"mật khẩu đầu tiên"})");
  REQUIRE(through_proxy.status == 201);
  const auto sessions = json::parse(client.request("GET", "/v1/sessions", {{"Cookie", cookie}}).body).at("items");
  REQUIRE(sessions.size() == 2);
  CHECK(sessions[1].at("address") == "203.0.113.9");
}
