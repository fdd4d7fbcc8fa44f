// Metrics of the real server: on a listener of their own, behind a token, or nowhere.
#include <fstream>

#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// Serves with these options; the first line it prints says where its metrics are.
struct Metered {
  Process process;
  nlohmann::json said;
  explicit Metered(const std::filesystem::path& data, const Words& more)
      : process([&] {
          Words words{VINHDANH_BINARY, "serve", "--json", "--data", data, "--listen", "127.0.0.1:0"};
          words.insert(words.end(), more.begin(), more.end());
          return words;
        }()),
        said(nlohmann::json::parse(process.first_line())) {}
};

HttpReply get(const std::string& url, const std::string& path, const HttpHeaders& headers = {}) {
  return HttpClient::to(url).request("GET", path, headers);
}

std::string without_path(const std::string& url) { return url.substr(0, url.rfind('/')); }

}  // namespace

TEST_CASE("without options nobody finds metrics", "[cli][metrics]") {
  const TemporaryFolder home;
  const Served server(home.path() / "data");
  CHECK(get(server.url(), "/metrics").status == 404);
}

TEST_CASE("a listener of its own serves metrics and nothing else", "[cli][metrics]") {
  const TemporaryFolder home;
  const Metered server(home.path() / "data", {"--metrics-listen", "127.0.0.1:0"});
  const std::string url = server.said.at("url");
  const std::string metrics = without_path(server.said.at("metrics"));
  CHECK(get(url, "/metrics").status == 404);
  CHECK(get(metrics, "/v1/me").status == 404);
  CHECK(get(url, "/v1/me").status == 401);
  CHECK(get(url, "/v1/dossiers/Nong-Thi-An").status == 401);
  CHECK(get(url, "/no/such/path/Nong-Thi-An").status == 404);
  vinhdanh_json({"user", "add", "--login", "an", "--name", "An", "--data", home.path() / "data"});
  const auto scraped = get(metrics, "/metrics");
  REQUIRE(scraped.status == 200);
  const std::string& text = scraped.body;
  INFO(text);
  for (const std::string line :
       {"vinhdanh_http_requests_total{class=\"4xx\",method=\"GET\",route=\"/v1/me\"} 1\n",
        "vinhdanh_http_requests_total{class=\"4xx\",method=\"GET\",route=\"/v1/dossiers/{id}\"} 1\n",
        "vinhdanh_http_requests_total{class=\"4xx\",method=\"GET\",route=\"/{*}\"} 2\n",
        "vinhdanh_problems_total{code=\"unauthenticated\"} 2\n", "vinhdanh_changes_total{result=\"done\"} 1\n",
        "vinhdanh_commit_batch_changes_count 1\n", "vinhdanh_commit_failures_total 0\n", "vinhdanh_requests_waiting 0\n",
        "vinhdanh_sessions 0\n", "vinhdanh_notices_unread 0\n", "vinhdanh_mails_waiting 0\n",
        "vinhdanh_webhook_messages_waiting 0\n", "vinhdanh_webhook_messages_dead 0\n"}) {
    CHECK(text.find(line) != std::string::npos);
  }
  for (const std::string name : {"process_resident_memory_bytes ", "vinhdanh_connections_open ", "vinhdanh_build_info{version="})
    CHECK(text.find("\n" + name) != std::string::npos);
  CHECK(text.find("Nong-Thi-An") == std::string::npos);
}

TEST_CASE("metrics on the server's own address are for the holder of the token", "[cli][metrics]") {
  const TemporaryFolder home;
  const std::string file = home.path() / "token";
  std::ofstream(file) << "a-token-of-32-characters-and-more\n";
  {
    const Metered server(home.path() / "data", {"--metrics-token-file", file});
    const std::string url = server.said.at("url");
    CHECK(get(url, "/metrics").status == 401);
    CHECK(get(url, "/metrics", {{"Authorization", "Bearer wrong"}}).status == 401);
    CHECK(get(url, "/metrics", {{"Authorization", "Bearer a-token-of-32-characters-and-more"}}).status == 200);
  }
  std::ofstream(file) << "short\n";
  CHECK(vinhdanh_error({"serve", "--data", home.path() / "data", "--metrics-token-file", file}, 2) == "token_invalid");
  CHECK(vinhdanh_error({"serve", "--data", home.path() / "data", "--metrics-listen", "nowhere"}, 2) == "listen_invalid");
  const auto refused = [&](const std::string& metrics_at, int exit) {
    const Ended ended = vinhdanh_says(
        {"serve", "--json", "--listen", "127.0.0.1:0", "--data", home.path() / "data", "--metrics-listen", metrics_at});
    CHECK(ended.exit == exit);
    const auto said = nlohmann::json::parse(ended.err.substr(ended.err.find("{\"error\"")));
    CHECK(said.at("message").get<std::string>().starts_with("--metrics-listen"));
    return said.at("error").get<std::string>();
  };
  CHECK(refused("192.0.2.1:9", 2) == "listen_refused");
  const Metered busy(home.path() / "other", {});
  CHECK(refused(busy.said.at("url").get<std::string>().substr(7), 3) == "address_unavailable");
}
