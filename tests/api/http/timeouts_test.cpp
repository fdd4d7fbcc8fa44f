// The whole problem that a slow sender and a caller of an unready server get.

#include "engine/codec/json.hpp"
#include "tests/api/http/toy_server.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::testing {
namespace {

void check_whole(const RawAnswer& answer, const nlohmann::json& expected) {
  CHECK(answer.status == expected["status"]);
  CHECK(answer.header("content-type") == "application/problem+json; charset=utf-8");
  auto body = nlohmann::json::parse(answer.body);
  CHECK(body["trace_id"] == answer.header("x-request-id"));
  body.erase("trace_id");
  CHECK(body == expected);
}

const nlohmann::json too_slow{{"type", "/problems/request-timeout"},
                              {"title", "Yêu cầu đến quá chậm"},
                              {"status", 408},
                              {"code", "request_timeout"},
                              {"detail", "Yêu cầu không đến đủ trong thời hạn."},
                              {"detail_en", "The request did not arrive in full in time."}};

TEST_CASE("a request that does not arrive in time is answered with request_timeout") {
  ServerOptions options;
  options.header_timeout = std::chrono::milliseconds(150);
  options.body_timeout = std::chrono::milliseconds(150);
  ToyServer server(options);
  RawSocket slow(server.port());
  SECTION("its head") { slow.send("GET /healthz HTTP/1.1\r\nHost: 127"); }
  SECTION("its body") {
    slow.send(server.request("POST", "/v1/open", {"Content-Type: application/json", "Content-Length: 10"}) + "{");
  }
  const auto answer = slow.answer();
  REQUIRE(answer);
  check_whole(*answer, too_slow);
  CHECK(answer->header("connection") == "close");
  CHECK(slow.closes());
}

TEST_CASE("a server that is not ready says not_ready, in the caller's language") {
  ToyServer server;
  server.ready = false;
  RawSocket socket(server.port());
  socket.send(server.request("GET", "/readyz", {"Accept-Language: en"}));
  const auto answer = socket.answer();
  REQUIRE(answer);
  check_whole(*answer, {{"type", "/problems/not-ready"},
                          {"title", "Not ready"},
                          {"status", 503},
                          {"code", "not_ready"},
                          {"detail", "The server is not ready to serve."}});
  CHECK(answer->header("retry-after") == "1");
}

}  // namespace
}  // namespace vinhdanh::testing
