// What every command has in common: help, the version, --json, exit codes, and a folder that another process holds.
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/not_run.hpp"

using namespace vinhdanh::test;

namespace {

bool has_ipv6() {
  sockaddr_in6 loopback{};
  loopback.sin6_family = AF_INET6;
  loopback.sin6_addr = in6addr_loopback;
  const int fd = socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const bool bound = fd >= 0 && bind(fd, reinterpret_cast<const sockaddr*>(&loopback), sizeof loopback) == 0;
  if (fd >= 0) close(fd);
  return bound;
}

}  // namespace

TEST_CASE("the program says its version", "[cli]") {
  const Ended text = vinhdanh_says({"--version"});
  CHECK(text.exit == 0);
  CHECK(text.out.starts_with("vinhdanh "));
  CHECK(vinhdanh_json({"--version"}).at("version") == text.out.substr(9, text.out.size() - 10));
}

TEST_CASE("help is no fault; a command line that makes no sense exits with 2", "[cli]") {
  const Ended help = vinhdanh_says({"--help"});
  CHECK(help.exit == 0);
  for (const std::string command :
       {"serve", "check", "definition", "migrate", "verify", "user", "token", "role", "journeys"}) {
    CHECK(help.out.find(command) != std::string::npos);
  }
  CHECK(vinhdanh_says({}).exit == 2);
  CHECK(vinhdanh_says({"awards"}).exit == 2);
  CHECK(vinhdanh_says({"user"}).exit == 2);
  CHECK(vinhdanh_error({"user", "add"}, 2) == "usage");
  CHECK(vinhdanh_error({"token", "create", "--data", "x", "--appointment", "y", "--days", "0"}, 2) == "usage");
  CHECK(vinhdanh_error({"definition", "activate", "plan", "two", "--data", "x"}, 2) == "usage");
}

TEST_CASE("reading commands want a folder that is there; writing ones make it", "[cli]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  CHECK(vinhdanh_error({"verify", "--data", data}, 3) == "folder_not_found");
  CHECK(vinhdanh_error({"definition", "list", "--data", data}, 3) == "folder_not_found");
  CHECK_FALSE(std::filesystem::exists(data));
  CHECK(vinhdanh_json({"migrate", "--data", data}).at("schema") >= 1);
  const Ended again = vinhdanh_says({"migrate", "--data", data});
  CHECK(again.exit == 0);
  CHECK(again.out.starts_with("Schema "));
  CHECK(std::filesystem::status(data).permissions() == std::filesystem::perms::owner_all);
}

TEST_CASE("a folder that a server holds: what must own it exits with 3 and says what to do, reading works", "[cli]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  Served server(data);
  for (const Words& words :
       {Words{"migrate"}, Words{"serve", "--listen", "127.0.0.1:0"},
        Words{"accept-shorter-history", "--administrator", "one", "two"}}) {
    Words with_data = words;
    with_data.insert(with_data.end(), {"--data", data});
    const Ended ended = vinhdanh_says(with_data);
    INFO(words.front());
    CHECK(ended.exit == 3);
    CHECK(ended.err.find("another process has " + data + ": stop it first") != std::string::npos);
    CHECK(vinhdanh_error(with_data, 3) == "folder_in_use");
  }
  CHECK(vinhdanh_json({"verify", "--data", data}).at("intact") == true);
  CHECK_FALSE(vinhdanh_json({"definition", "list", "--data", data}).at("definitions").empty());
}

TEST_CASE("a server ends by SIGTERM and by SIGINT with 0, and leaves one whole file", "[cli]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  for (const int number : {SIGTERM, SIGINT, SIGTERM}) {
    Served server(data);
    CHECK(server.client().request("GET", "/readyz").status == 200);
    server.process().signal(number);
    const Ended ended = server.process().wait();
    INFO(ended.err);
    CHECK(ended.exit == 0);
    CHECK_FALSE(std::filesystem::exists(data + "/vinhdanh.db-wal"));
  }
}

TEST_CASE("addresses that cannot be served", "[cli]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  CHECK(vinhdanh_error({"serve", "--data", data, "--listen", "8080"}, 2) == "listen_invalid");
  CHECK(vinhdanh_error({"serve", "--data", data, "--listen", "127.0.0.1:x"}, 2) == "listen_invalid");
  CHECK(vinhdanh_error({"serve", "--data", data, "--listen", "0.0.0.0:0"}, 2) == "listen_refused");
  Served server(data);
  const std::string taken = server.url().substr(7);
  CHECK(vinhdanh_error({"serve", "--data", data + "2", "--listen", taken}, 3) == "address_unavailable");
}

TEST_CASE("the address printed for IPv6 can be opened", "[cli]") {
  if (!has_ipv6()) {
    NOT_RUN("this machine has no IPv6");
    return;
  }
  const TemporaryFolder home;
  Process server({VINHDANH_BINARY, "serve", "--data", home.path() / "data", "--listen", "[::1]:0"});
  const std::string line = server.first_line();
  REQUIRE(line.starts_with("Serving at http://[::1]:"));
  CHECK(vinhdanh::HttpClient::to(line.substr(11)).request("GET", "/healthz").status == 200);
}

TEST_CASE("a demo folder stays one, and a real one too", "[cli]") {
  const TemporaryFolder home;
  const std::string real = home.path() / "real";
  const std::string demo = home.path() / "demo";
  vinhdanh_json({"migrate", "--data", real});
  CHECK(vinhdanh_error({"serve", "--data", real, "--listen", "127.0.0.1:0", "--demo"}, 3) == "demo_mismatch");
  {
    Served server(demo, {"--demo"});
    const auto tokens = std::filesystem::status(demo + "/demo-tokens.json");
    CHECK(tokens.permissions() == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  }
  CHECK(vinhdanh_error({"serve", "--data", demo, "--listen", "127.0.0.1:0"}, 3) == "demo_mismatch");
}
