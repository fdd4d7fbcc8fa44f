// Gauges of what is in the folder: each counts its own thing.
#include "api/cli/serve_metrics.hpp"

#include <chrono>
#include <fstream>
#include <thread>

#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/api/http/raw_socket.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

BrowserSession session(const std::string& id, std::int64_t expires) {
  BrowserSession it;
  it.sha256 = std::string(63, 'a') + id;
  it.id = id;
  it.person = "an";
  it.expires = Instant{expires};
  return it;
}

Notice mailed(int n, const std::string& person) {
  Notice it;
  it.id = "n" + std::to_string(n);
  it.key = it.id;
  it.person = person;
  it.kind = "overdue";
  it.stream_id = "d1";
  it.mail = true;
  return it;
}

unsigned short port_in(const std::string& url) {
  return static_cast<unsigned short>(std::stoi(url.substr(url.find(':', url.find("//")) + 1)));
}

bool says(const std::string& text, const std::string& line) { return text.find("\n" + line + "\n") != std::string::npos; }

}  // namespace

TEST_CASE("sessions in force, unread notices, and e-mails that wait or were given up are counted apart", "[metrics]") {
  const TemporaryFolder home;
  const auto data = home.path() / "data";
  Installation house({data}, std::nullopt);
  const auto now = house.clock().system_now().milliseconds;
  for (int i = 0; i < 7; ++i) house.sign_in().put_session(session(std::to_string(i), i < 5 ? now + 3'600'000 : now - 1));
  house.sign_in().end_session("an", "0");
  Notices& notices = house.deps().notices;
  std::vector<Notice> all;
  for (int i = 0; i < 9; ++i) all.push_back(mailed(i, i < 6 ? "an" : "binh"));
  notices.put(all, std::nullopt);
  notices.mark_read("binh", {}, Instant{now});
  notices.mail_sent("n0", Instant{now});
  notices.mail_failed("n1", std::nullopt, "no");
  notices.mail_failed("n2", std::nullopt, "no");
  notices.mail_failed("n3", Instant{now + 60'000}, "later");

  Metrics metrics("1");
  add_gauges(metrics, house);
  const std::string text = metrics.text();
  INFO(text);
  CHECK(says(text, "vinhdanh_sessions 4"));
  CHECK(says(text, "vinhdanh_notices_unread 6"));
  CHECK(says(text, "vinhdanh_mails_given_up 2"));
  CHECK(says(text, "vinhdanh_mails_waiting 6"));
}

TEST_CASE("open connections are those of the server itself, and are no waiting requests", "[metrics]") {
  const TemporaryFolder home;
  Process process({VINHDANH_BINARY, "serve", "--json", "--data", home.path() / "data", "--listen", "127.0.0.1:0",
                   "--metrics-listen", "127.0.0.1:0"});
  const auto said = nlohmann::json::parse(process.first_line());
  const auto port = port_in(said.at("url"));
  const testing::RawSocket one(port);
  const testing::RawSocket another(port);
  std::string text;
  for (int tries = 0; tries < 200 && !says(text, "vinhdanh_connections_open 2"); ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    text = HttpClient::to(said.at("metrics").get<std::string>().substr(0, std::string(said.at("metrics")).rfind('/')))
               .request("GET", "/metrics", {})
               .body;
  }
  INFO(text);
  CHECK(says(text, "vinhdanh_connections_open 2"));
  CHECK(says(text, "vinhdanh_requests_waiting 0"));
}

TEST_CASE("a token file is its first line, of sixteen characters at least", "[metrics]") {
  const TemporaryFolder home;
  const auto file = home.path() / "token";
  CHECK_FALSE(metrics_token(file));
  std::ofstream(file) << "fifteen-letters\nand a second line\n";
  CHECK_FALSE(metrics_token(file));
  std::ofstream(file) << "sixteen-letters!\nand a second line\n";
  CHECK(metrics_token(file) == "sixteen-letters!");
}
