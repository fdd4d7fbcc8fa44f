// The bytes of a response.
#include "api/http/response_text.hpp"

#include "tests/support/catch.hpp"

namespace vinhdanh {
namespace {

TEST_CASE("dates are written as HTTP writes them") {
  CHECK(http_date({784'111'777'000}) == "Sun, 06 Nov 1994 08:49:37 GMT");
  CHECK(http_date({0}) == "Thu, 01 Jan 1970 00:00:00 GMT");
}

TEST_CASE("a handler's framing headers don't reach the wire") {
  HttpResponse response;
  response.set("Content-Length", "5");
  response.set("Transfer-Encoding", "chunked");
  response.set("Cache-Control", "private");
  response.body = "abc";
  HttpRequest request;
  request.method = "GET";
  request.path = "/v1/x";
  const auto text = compose(response, request, {Instant{0}, true, true});
  CHECK(text.head.find("Transfer-Encoding") == std::string::npos);
  CHECK(text.head.find("Content-Length: 3\r\n") != std::string::npos);
  CHECK(text.head.find("Content-Length: 5") == std::string::npos);
  CHECK(text.head.find("Connection: close\r\n") != std::string::npos);
  CHECK(text.head.find("Cache-Control: private\r\n") != std::string::npos);
  CHECK(text.head.find("no-store") == std::string::npos);
  CHECK(text.head.find("Strict-Transport-Security: ") != std::string::npos);
  CHECK(text.body == "abc");
}

}  // namespace
}  // namespace vinhdanh
