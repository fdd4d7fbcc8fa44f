// Requests that are not HTTP, or that two readers could read differently: refused, closed, and nobody else notices.

#include "engine/codec/json.hpp"
#include "tests/api/http/toy_server.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::testing {
namespace {

struct RawRow {
  std::string name;
  std::string bytes;  // $HOST stands for a good Host line
  int status;
  std::string code;
};

std::string with_host(std::string bytes, unsigned short port) {
  const std::string host = "Host: 127.0.0.1:" + std::to_string(port) + "\r\n";
  for (auto at = bytes.find("$HOST"); at != std::string::npos; at = bytes.find("$HOST")) bytes.replace(at, 5, host);
  return bytes;
}

const std::string kPost = "POST /v1/open HTTP/1.1\r\n$HOSTContent-Type: application/json\r\n";
const std::string kChunked = kPost + "Transfer-Encoding: chunked\r\n\r\n";

std::vector<RawRow> closing_rows() {
  return {
      {"B01 length and coding", kPost + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
       "malformed_request"},
      {"B01 coding and length", kPost + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n", 400,
       "malformed_request"},
      {"B02 two lengths", kPost + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ", 400, "malformed_request"},
      {"B02 same length twice", kPost + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", 400, "malformed_request"},
      {"B02 list of lengths", kPost + "Content-Length: 5, 6\r\n\r\n{}   ", 400, "malformed_request"},
      {"B03 plus", kPost + "Content-Length: +5\r\n\r\n{}   ", 400, "malformed_request"},
      {"B03 minus", kPost + "Content-Length: -1\r\n\r\n", 400, "malformed_request"},
      {"B03 hexadecimal", kPost + "Content-Length: 0x5\r\n\r\n{}   ", 400, "malformed_request"},
      {"B03 inner space", kPost + "Content-Length: 5 5\r\n\r\n{}   ", 400, "malformed_request"},
      {"B03 beyond 2^64", kPost + "Content-Length: 18446744073709551621\r\n\r\n{}   ", 400, "malformed_request"},
      {"B04 not last", kPost + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 501, "not_implemented"},
      {"B04 unknown", kPost + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501, "not_implemented"},
      {"B04 two codings", kPost + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501, "not_implemented"},
      {"B04 HTTP/1.0", "POST /v1/open HTTP/1.0\r\n$HOSTTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
       "malformed_request"},
      {"B05 too many digits", kChunked + "FFFFFFFFFFFFFFFF1\r\n{}\r\n0\r\n\r\n", 400, "malformed_request"},
      {"B05 minus", kChunked + "-1\r\n{}\r\n0\r\n\r\n", 400, "malformed_request"},
      {"B05 prefix", kChunked + "0x5\r\n{}   \r\n0\r\n\r\n", 400, "malformed_request"},
      {"B05 underscore", kChunked + "5_0\r\n{}   \r\n0\r\n\r\n", 400, "malformed_request"},
      {"B05 bare line feed", kChunked + "2\n{}\n0\n\n", 400, "malformed_request"},
      {"B05 data too long", kChunked + "2\r\n{}{}\r\n0\r\n\r\n", 400, "malformed_request"},
      {"B06 chunk extension of 1 MiB", kChunked + "2;x=" + std::string(1 << 20, 'y') + "\r\n{}\r\n0\r\n\r\n", 400,
       "malformed_request"},
      {"B07 space before the colon", "GET /healthz HTTP/1.1\r\n$HOSTAccept : */*\r\n\r\n", 400, "malformed_request"},
      {"B07 NUL in a value", std::string("GET /healthz HTTP/1.1\r\n$HOSTX-A: a\0b\r\n\r\n", 40), 400,
       "malformed_request"},
      {"B07 bare carriage return", "GET /healthz HTTP/1.1\r\n$HOSTX-A: a\rb\r\n\r\n", 400, "malformed_request"},
      {"B08 no Host", "GET /healthz HTTP/1.1\r\n\r\n", 400, "malformed_request"},
      {"B08 two Hosts", "GET /healthz HTTP/1.1\r\n$HOST$HOST\r\n", 400, "malformed_request"},
      {"B08 Host with a path", "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1/x\r\n\r\n", 400, "malformed_request"},
      {"B08 empty Host", "GET /healthz HTTP/1.1\r\nHost:\r\n\r\n", 400, "malformed_request"},
      {"foreign Host", "GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421, "misdirected_request"},
      {"loopback name, other port", "GET /healthz HTTP/1.1\r\nHost: localhost:1\r\n\r\n", 421, "misdirected_request"},
      {"B09 header of 1 MiB", "GET /healthz HTTP/1.1\r\n$HOSTX-A: " + std::string(1 << 20, 'a') + "\r\n\r\n", 431,
       "headers_too_large"},
      {"B10 target of 64 KiB", "GET /" + std::string(64 << 10, 'a') + " HTTP/1.1\r\n$HOST\r\n", 414, "uri_too_long"},
      {"B13 HTTP/0.9", "GET /healthz\r\n\r\n", 400, "malformed_request"},
      {"B13 HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "malformed_request"},
      {"B13 HTTP/9.9", "GET /healthz HTTP/9.9\r\n$HOST\r\n", 400, "malformed_request"},
      {"B13 TLS hello", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), 400, "malformed_request"},
      {"B13 garbage", "\xff\xfe\xfd\xfc\r\n\r\n", 400, "malformed_request"},
      {"bare line feeds", "GET /healthz HTTP/1.1\nHost: localhost\n\n", 400, "malformed_request"},
      {"B14 CONNECT", "CONNECT evil.example:443 HTTP/1.1\r\n$HOST\r\n", 501, "not_implemented"},
      {"B14 FOO", "FOO /healthz HTTP/1.1\r\n$HOST\r\n", 501, "not_implemented"},
      {"two Content-Types", kPost + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}", 400,
       "malformed_request"},
  };
}

void check_problem(const RawAnswer& answer, const std::string& code) {
  CHECK(answer.header("content-type") == "application/problem+json; charset=utf-8");
  CHECK(answer.header("x-content-type-options") == "nosniff");
  CHECK(answer.header("x-request-id").size() == 32);
  const auto body = nlohmann::json::parse(answer.body);
  CHECK(body.value("code", "") == code);
  CHECK(body.value("status", 0) == answer.status);
  CHECK(body.value("trace_id", "") == answer.header("x-request-id"));
}

TEST_CASE("requests with broken framing are refused and the connection is closed") {
  ToyServer server;
  for (const auto& row : closing_rows()) {
    INFO(row.name);
    RawSocket socket(server.port());
    socket.send(with_host(row.bytes, server.port()));
    const auto answer = socket.answer();
    REQUIRE(answer);
    CHECK(answer->status == row.status);
    check_problem(*answer, row.code);
    CHECK(answer->header("connection") == "close");
    CHECK(socket.closes());
    CHECK(server.alive());
  }
}

TEST_CASE("a folded Transfer-Encoding is refused, also when it arrives byte by byte") {
  ToyServer server;
  for (const std::string coding : {"Transfer-Encoding:\r\n chunked\r\n", "Transfer-Encoding: chunked\r\n \r\n",
                                   "Transfer-Encoding: chunked,\r\n identity\r\n"}) {
    INFO(coding);
    RawSocket socket(server.port());
    for (const char byte : with_host(kPost + coding + "\r\n0\r\n\r\n", server.port())) {
      socket.send(std::string(1, byte));
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    const auto answer = socket.answer();
    REQUIRE(answer);
    CHECK(answer->status == 400);
    CHECK(answer->header("connection") == "close");
    CHECK(socket.closes());
  }
}

TEST_CASE("a million one-byte chunks are cut off") {
  ToyServer server;
  RawSocket socket(server.port());
  std::string bytes = with_host(kChunked, server.port());
  for (int i = 0; i < 1'000'000; ++i) bytes += "1\r\n \r\n";
  socket.send(bytes);
  const auto answer = socket.answer();
  REQUIRE(answer);
  CHECK(answer->status == 400);
  CHECK(server.alive());
}

TEST_CASE("a request that arrives byte by byte is read like any other") {
  ToyServer server;
  RawSocket socket(server.port());
  const auto chunked = with_host(kChunked + "1;a=b\r\n{\r\n1\r\n}\r\n0\r\nTrailer: x\r\n\r\n", server.port());
  const auto plain = server.request("POST", "/v1/open", {"Content-Type: application/json"}, "{}");
  for (const char byte : chunked + plain + chunked) {
    socket.send(std::string(1, byte));
    std::this_thread::sleep_for(std::chrono::microseconds(100));
  }
  for (int i = 0; i < 3; ++i) {
    const auto answer = socket.answer();
    REQUIRE(answer);
    CHECK(answer->status == 201);
    CHECK(nlohmann::json::parse(answer->body)["bytes"] == 2);
  }
}

TEST_CASE("ten thousand headers are too many") {
  ToyServer server;
  RawSocket socket(server.port());
  socket.send(with_host("GET /healthz HTTP/1.1\r\n$HOST", server.port()));
  // In small writes, so that no single read is over the limit.
  for (int i = 0; i < 10'000; ++i) socket.send("X-" + std::to_string(i) + ": a\r\n");
  socket.send("\r\n");
  const auto answer = socket.answer();
  REQUIRE(answer);
  CHECK(answer->status == 431);
  CHECK(socket.closes());
}

TEST_CASE("pipelined requests are answered in order, until one is malformed") {
  ToyServer server;
  RawSocket socket(server.port());
  std::string bytes;
  for (int i = 1; i <= 20; ++i) {
    bytes += i == 11 ? "GET /v1/things/11 HTTP/1.1\r\nHost : x\r\n\r\n"
                     : server.request("GET", "/v1/things/" + std::to_string(i));
  }
  socket.send(bytes);
  for (int i = 1; i <= 10; ++i) {
    const auto answer = socket.answer();
    REQUIRE(answer);
    REQUIRE(answer->status == 200);
    CHECK(nlohmann::json::parse(answer->body)["parameters"]["id"] == std::to_string(i));
  }
  const auto last = socket.answer();
  REQUIRE(last);
  CHECK(last->status == 400);
  CHECK(socket.closes());
}

TEST_CASE("slow senders are told so, others are unaffected") {
  ServerOptions options;
  options.header_timeout = std::chrono::milliseconds(150);
  options.body_timeout = std::chrono::milliseconds(150);
  options.idle_timeout = std::chrono::milliseconds(150);
  ToyServer server(options);
  RawSocket slow(server.port());
  SECTION("B12 headers that never end") {
    slow.send("GET /healthz HTTP/1.1\r\nHost: 127");
    CHECK(server.alive());
    const auto answer = slow.answer();
    REQUIRE(answer);
    CHECK(answer->status == 408);
    CHECK(slow.closes());
  }
  SECTION("B12 a body that stalls") {
    slow.send(server.request("POST", "/v1/open", {"Content-Type: application/json", "Content-Length: 10"}) + "{");
    const auto answer = slow.answer();
    REQUIRE(answer);
    CHECK(answer->status == 408);
    CHECK(slow.closes());
  }
  SECTION("B15 a body that was asked for and never comes") {
    slow.send(server.request("POST", "/v1/open",
                             {"Content-Type: application/json", "Content-Length: 10", "Expect: 100-continue"}));
    const auto go_on = slow.answer();
    REQUIRE(go_on);
    CHECK(go_on->status == 100);
    const auto answer = slow.answer();
    REQUIRE(answer);
    CHECK(answer->status == 408);
  }
  SECTION("an idle connection is closed without a word") {
    slow.send(server.request("GET", "/healthz"));
    CHECK(slow.answer()->status == 200);
    CHECK(slow.closes());
  }
}

}  // namespace
}  // namespace vinhdanh::testing
