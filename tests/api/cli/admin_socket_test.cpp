// Administrators' commands while a server holds the folder go to that server.
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "api/admin_socket/admin_socket.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

Words on(const std::string& data, Words words) {
  words.insert(words.end(), {"--data", data});
  return words;
}

Words adding(const std::string& data, const std::string& login) {
  return on(data, {"user", "add", "--login", login, "--name", "Nông Thị " + login});
}

std::string ask(const std::string& data, const std::string& message) {
  bool heard = false;
  return ask_admin_socket(data, message, heard).value_or("");
}

}  // namespace

TEST_CASE("a command on a served folder is done by the server, with the same words and the same exit code", "[cli][socket]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  vinhdanh_json(adding(data, "an"));
  Served server(data);
  struct stat socket{};
  REQUIRE(stat((data + "/admin.sock").c_str(), &socket) == 0);
  CHECK(S_ISSOCK(socket.st_mode));
  CHECK((socket.st_mode & 0777) == 0600);

  const json added = vinhdanh_json(adding(data, "binh"));
  CHECK(added.at("login") == "binh");
  CHECK_FALSE(added.at("person").get<std::string>().empty());
  CHECK(vinhdanh_error(adding(data, "binh"), 2) == "login_taken");
  CHECK(vinhdanh_error(on(data, {"user", "disable", "--login", "nobody"}), 2) == "not_found");
  const Ended plain = vinhdanh_says(adding(data, "chi"));
  CHECK(plain.exit == 0);
  CHECK(plain.out.starts_with("Added chi"));
  const Ended wrong = vinhdanh_says(on(data, {"token", "create", "--appointment", "none"}));
  CHECK(wrong.exit == 2);
  CHECK(wrong.err.starts_with("vinhdanh: "));
  CHECK(vinhdanh_json(on(data, {"access-log", "drop"})).at("deleted") == 0);

  server.process().signal(SIGTERM);
  CHECK(server.process().wait().exit == 0);
  CHECK_FALSE(fs::exists(data + "/admin.sock"));
  CHECK(vinhdanh_error(adding(data, "chi"), 2) == "login_taken");
  CHECK(vinhdanh_json(on(data, {"verify"})).at("events") == 3);
}

TEST_CASE("a file is sent along, whatever folder it lies in", "[cli][socket]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  vinhdanh_json(adding(data, "an"));
  Served server(data);
  CHECK(vinhdanh_error(on(data, {"definition", "add", home.path() / "none.json"}), 2) == "file_unreadable");
  const std::string shipped = std::string(VINHDANH_SOURCE_DIR) + "/workflows/calendars/vn.json";
  CHECK(vinhdanh_json(on(data, {"definition", "add", shipped})).at("added") == false);
}

TEST_CASE("the socket of a killed server is no obstacle, neither to commands nor to the next server", "[cli][socket]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  {
    Served server(data);
    server.process().signal(SIGKILL);
    server.process().wait();
  }
  CHECK(fs::exists(data + "/admin.sock"));
  CHECK(vinhdanh_json(adding(data, "an")).at("login") == "an");
  Served server(data);
  CHECK(vinhdanh_json(adding(data, "binh")).at("login") == "binh");
}

TEST_CASE("a folder that is held without a socket says so", "[cli][socket]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  Served server(data);
  fs::remove(data + "/admin.sock");
  CHECK(vinhdanh_error(adding(data, "an"), 3) == "folder_in_use");
}

TEST_CASE("what is no administrator's command, or no message at all, does nothing and the server lives", "[cli][socket]") {
  const TemporaryFolder home;
  const std::string data = home.path() / "data";
  Served server(data);
  const auto words = [](const Words& all) {
    return json{{"words", all}, {"secrets", json::array()}, {"files", json::object()}}.dump();
  };
  CHECK(json::parse(ask(data, words({"serve", "--data", data}))).at("exit") == 2);
  CHECK(json::parse(ask(data, words({"journeys", "--url", "http://127.0.0.1:1", "--tokens", "x"}))).at("exit") == 2);
  CHECK(json::parse(ask(data, words({}))).at("exit") == 2);
  CHECK(json::parse(ask(data, words({"user", "add", "--data", data}))).at("exit") == 2);
  CHECK(json::parse(ask(data, "not json")).at("exit") == 3);
  CHECK(json::parse(ask(data, "{\"words\": 7}")).at("exit") == 3);
  // A definition whose bytes were not sent: the server reads no file of its own for it.
  const json needed = json::parse(ask(data, words({"definition", "add", "/etc/hostname", "--data", data})));
  CHECK(needed.at("need") == "file");
  CHECK(needed.at("name") == "/etc/hostname");
  CHECK(ask(data, std::string(longest_admin_message + 1, 'x')).empty());
  CHECK(vinhdanh_json(adding(data, "an")).at("login") == "an");
}

TEST_CASE("a folder whose path is longer than a socket's address has a socket all the same", "[cli][socket]") {
  const TemporaryFolder home;
  const std::string data = home.path() / std::string(120, 'd') / "data";
  Served server(data);
  CHECK(vinhdanh_json(adding(data, "an")).at("login") == "an");
}
