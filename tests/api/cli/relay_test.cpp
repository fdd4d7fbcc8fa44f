// The two ends of the socket do not trust each other further than they must.
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstring>

#include "api/admin_socket/admin_socket.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/not_run.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;
using nlohmann::json;

namespace {

/// What a process of another account hears that sends a message; -1 where it is not even connected.
int heard_by_stranger(const std::filesystem::path& socket_file) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  REQUIRE(socket_file.string().size() < sizeof address.sun_path);
  std::strcpy(address.sun_path, socket_file.c_str());
  const pid_t child = fork();
  if (child == 0) {
    if (setgid(65534) != 0 || setuid(65534) != 0) _exit(100);
    const int peer = socket(AF_UNIX, SOCK_STREAM, 0);
    if (connect(peer, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) _exit(101);
    char answer[8];
    send(peer, "words", 5, MSG_NOSIGNAL);
    shutdown(peer, SHUT_WR);
    const ssize_t n = recv(peer, answer, sizeof answer, 0);
    _exit(n > 0 ? static_cast<int>(n) : 0);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("another account's process is not heard, even where the file's mode would let it in", "[cli][socket]") {
  if (geteuid() != 0) {
    NOT_RUN("it takes root to be somebody else");
    return;
  }
  const TemporaryFolder home;
  std::atomic<int> heard{0};
  const AdminSocket socket(home.path(), [&](const std::string&) {
    ++heard;
    return std::string("yes");
  });
  const auto file = home.path() / "admin.sock";
  std::filesystem::permissions(home.path(), std::filesystem::perms::all);
  std::filesystem::permissions(file, std::filesystem::perms::all);
  CHECK(heard_by_stranger(file) == 0);
  CHECK(heard == 0);
  bool reached = false;
  CHECK(ask_admin_socket(home.path(), "words", reached) == "yes");
  CHECK(heard == 1);
}

TEST_CASE("who answers the socket gets no file that the command line does not name", "[cli][socket]") {
  const TemporaryFolder home;
  const SqliteStore holder({home.path() / "data", false, std::nullopt, {}});
  std::atomic<int> messages{0};
  std::string last;
  const AdminSocket socket(home.path() / "data", [&](const std::string& message) {
    ++messages;
    last = message;
    return json{{"need", "file"}, {"name", "/etc/hostname"}}.dump();
  });
  const std::string data = home.path() / "data";
  CHECK(vinhdanh_error({"user", "add", "--login", "an", "--name", "An", "--data", data}, 2) == "input_missing");
  CHECK(messages == 1);
  CHECK(json::parse(last).at("files").empty());
}

TEST_CASE("an answer that never came leaves the outcome open", "[cli][socket]") {
  const TemporaryFolder home;
  const SqliteStore holder({home.path() / "data", false, std::nullopt, {}});
  const AdminSocket socket(home.path() / "data", [](const std::string&) { return std::string(); });
  const std::string data = home.path() / "data";
  const Ended said = vinhdanh_says({"user", "add", "--login", "an", "--name", "An", "--data", data, "--json"});
  CHECK(said.exit == 4);
  CHECK(json::parse(said.err).at("error") == "outcome_unknown");
}
