// Broken framing around a request that would record something: nothing is recorded, whoever sends it.
#include "tests/api/battery/house_server.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct Framed {
  std::string row;
  std::string lines;  ///< behind the request line; $HOST, $KEY and $TOKEN stand for good ones
  std::string body;
  int status;
  std::string code;
};

std::string filled(std::string text, const std::string& word, const std::string& value) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) text.replace(at, word.size(), value);
  return text;
}

/// Opens a submission when it is read as the sender of a smuggled request would like.
std::vector<Framed> framed_rows(const std::string& wanted) {
  const auto size = std::to_string(wanted.size());
  const std::string good = "$HOST$TOKEN$KEYContent-Type: application/json\r\n";
  const std::string chunk = [&] {
    char text[32];
    std::snprintf(text, sizeof text, "%zx\r\n", wanted.size());
    return text + wanted + "\r\n0\r\n\r\n";
  }();
  return {
      {"B01", good + "Content-Length: " + size + "\r\nTransfer-Encoding: chunked\r\n\r\n", chunk, 400,
       "malformed_request"},
      {"B01", good + "Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n", chunk, 400, "malformed_request"},
      {"B02", good + "Content-Length: " + size + "\r\nContent-Length: 1\r\n\r\n", wanted, 400, "malformed_request"},
      {"B02", good + "Content-Length: " + size + ", " + size + "\r\n\r\n", wanted, 400, "malformed_request"},
      {"B03", good + "Content-Length: +" + size + "\r\n\r\n", wanted, 400, "malformed_request"},
      {"B03", good + "Content-Length: 0x" + size + "\r\n\r\n", wanted, 400, "malformed_request"},
      {"B03", good + "Content-Length: 18446744073709551621\r\n\r\n", wanted, 400, "malformed_request"},
      {"B04", good + "Transfer-Encoding: chunked, identity\r\n\r\n", chunk, 501, "not_implemented"},
      {"B04", good + "Transfer-Encoding: xchunked\r\n\r\n", chunk, 501, "not_implemented"},
      {"B05", good + "Transfer-Encoding: chunked\r\n\r\n", "0x" + chunk, 400, "malformed_request"},
      {"B05", good + "Transfer-Encoding: chunked\r\n\r\n", "FFFFFFFFFFFFFFFF1\r\n" + wanted, 400, "malformed_request"},
      {"B06", good + "Transfer-Encoding: chunked\r\n\r\n", "2;x=" + std::string(1 << 20, 'y') + "\r\n{}\r\n0\r\n\r\n",
       400, "malformed_request"},
      {"B07", filled(good, "$KEY", "Idempotency-Key : a\r\n") + "Content-Length: " + size + "\r\n\r\n", wanted, 400,
       "malformed_request"},
      {"B07", good + "X-A: a\rb\r\nContent-Length: " + size + "\r\n\r\n", wanted, 400, "malformed_request"},
      {"B08", filled(good, "$HOST", "") + "Content-Length: " + size + "\r\n\r\n", wanted, 400, "malformed_request"},
      {"B08", good + "Host: evil.example\r\nContent-Length: " + size + "\r\n\r\n", wanted, 400, "malformed_request"},
      {"B09", good + "X-A: " + std::string(1 << 20, 'a') + "\r\nContent-Length: " + size + "\r\n\r\n", wanted, 431,
       "headers_too_large"},
      {"two keys", good + "$KEYContent-Length: " + size + "\r\n\r\n", wanted, 400, "malformed_request"},
      {"two tokens", good + "$TOKENContent-Length: " + size + "\r\n\r\n", wanted, 400, "malformed_request"},
  };
}

}  // namespace

TEST_CASE("a request with broken framing records nothing, on the routes that record", "[battery]") {
  HouseServer server;
  const auto occasion = server.house.open_occasion();
  const auto token = server.house.clerk();
  const auto before = server.standing();
  const auto memory = resident();
  const auto host = "Host: 127.0.0.1:" + std::to_string(server.port()) + "\r\n";
  for (const auto& row : framed_rows(Json{{"occasion", occasion}}.dump())) {
    auto lines = filled(filled(row.lines, "$HOST", host), "$TOKEN", bearer(token) + "\r\n");
    lines = filled(lines, "$KEY", new_key() + "\r\n");
    INFO(row.row << ' ' << row.lines.substr(0, 200));
    RawSocket socket(server.port());
    socket.send("POST /v1/submissions HTTP/1.1\r\n" + lines + row.body);
    const auto answer = socket.answer(std::chrono::seconds(10));
    REQUIRE(answer);
    check_problem(*answer, row.status, row.code);
    CHECK(answer->header("connection") == "close");
    CHECK(socket.closes());
    CHECK(server.alive());
  }
  CHECK(server.standing() == before);
  CHECK(resident() < memory + (64u << 20));
}

TEST_CASE("what is smuggled behind a request is answered as a request of its own, without its credentials",
          "[battery]") {
  HouseServer server;
  const auto occasion = server.house.open_occasion();
  const auto token = server.house.clerk();
  const auto before = server.standing();
  const auto body = Json{{"occasion", occasion}}.dump();
  RawSocket socket(server.port());
  // The first is complete; the second has no token, whoever sent the first on the same connection.
  socket.send(server.request("GET", "/v1/me", {bearer(token)}) +
              server.request("POST", "/v1/submissions", {as_json, new_key()}, body));
  const auto first = socket.answer();
  const auto second = socket.answer();
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->status == 200);
  check_problem(*second, 401, "unauthenticated");
  CHECK(server.standing() == before);
}

TEST_CASE("B16 commands in a pipeline are done in order up to the malformed one", "[battery]") {
  HouseServer server;
  const auto occasion = server.house.open_occasion();
  const auto token = server.house.clerk();
  const auto before = server.standing();
  std::string bytes;
  for (int i = 1; i <= 20; ++i) {
    const Lines lines{bearer(token), as_json, new_key(), i == 11 ? "Bad : x" : "X-Good: x"};
    bytes += server.request("POST", "/v1/submissions", lines, Json{{"occasion", occasion}}.dump());
  }
  RawSocket socket(server.port());
  socket.send(bytes);
  for (int i = 1; i <= 10; ++i) {
    const auto answer = socket.answer();
    REQUIRE(answer);
    CHECK(answer->status == 201);
  }
  const auto last = socket.answer();
  REQUIRE(last);
  check_problem(*last, 400, "malformed_request");
  CHECK(socket.closes());
  CHECK(server.standing().events == before.events + 10);
}
