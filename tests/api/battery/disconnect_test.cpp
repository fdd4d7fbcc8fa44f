// B71: a client that goes at any byte of its command, or of the answer: done once or not at all, and its key tells
// which.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <set>

#include "tests/api/battery/house_server.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

std::string opening_of_submission(const HouseServer& server, const std::string& token, const std::string& occasion) {
  return server.request("POST", "/v1/submissions", {bearer(token), as_json, new_key(), "Connection: close"},
                        Json{{"occasion", occasion}}.dump());
}

std::set<std::string> kept_submissions(const HouseServer& server) {
  SubmissionQuery query;
  query.page.limit = 200;
  std::set<std::string> ids;
  while (true) {
    const auto found = server.house.inner.find_submissions(query);
    for (const auto& submission : found) ids.insert(submission.id);
    if (found.size() < 200) return ids;
    query.page.after = found.back().id;
  }
}

RawAnswer send_again(const HouseServer& server, const std::string& bytes) {
  RawSocket socket(server.port());
  socket.send(bytes);
  return socket.answer(std::chrono::seconds(10)).value_or(RawAnswer{});
}

/// Sends the whole request, reads that many bytes of the answer and is gone.
void read_a_part(unsigned short port, const std::string& bytes, std::size_t part) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  REQUIRE(socket >= 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  CHECK(::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size()));
  std::string got(part, '\0');
  for (std::size_t at = 0; at < part;) {
    const auto size = ::recv(socket, got.data() + at, part - at, 0);
    if (size <= 0) break;
    at += static_cast<std::size_t>(size);
  }
  ::close(socket);
}

}  // namespace

TEST_CASE("B71 a client that leaves at any byte of its request", "[battery]") {
  HouseServer server;
  const auto token = server.house.clerk();
  const auto occasion = server.house.open_occasion();
  const auto before = server.standing();
  const auto length = opening_of_submission(server, token, occasion).size();
  for (std::size_t cut = 0; cut < length; ++cut) {
    const auto bytes = opening_of_submission(server, token, occasion);
    RawSocket(server.port()).send(bytes.substr(0, std::min(cut, bytes.size() - 1)));
  }
  CHECK(server.alive());
  CHECK(server.standing() == before);
  const auto bytes = opening_of_submission(server, token, occasion);
  RawSocket(server.port()).send(bytes.substr(0, bytes.size() - 1));
  CHECK(send_again(server, bytes).status == 201);
  CHECK(kept_submissions(server).size() == 1);
}

TEST_CASE("B71 a client that leaves at any byte of the answer finds it under its key", "[battery]") {
  HouseServer server;
  const auto token = server.house.clerk();
  const auto occasion = server.house.open_occasion();
  std::set<std::string> ids;
  std::size_t replayed = 0;
  for (std::size_t part = 0; part < 900; part += 6) {
    INFO(part);
    const auto bytes = opening_of_submission(server, token, occasion);
    read_a_part(server.port(), bytes, part);
    const auto answer = send_again(server, bytes);
    REQUIRE(answer.status == 201);
    if (answer.header("idempotency-replayed") == "true") ++replayed;
    // Once a byte of the answer was seen, the command was done.
    if (part > 0) CHECK(answer.header("idempotency-replayed") == "true");
    ids.insert(Json::parse(answer.body)["id"]);
  }
  CHECK(replayed >= ids.size() - 1);
  CHECK(kept_submissions(server) == ids);
  CHECK(server.alive());
}
