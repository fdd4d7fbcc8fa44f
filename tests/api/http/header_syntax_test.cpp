// Names, values, weights and the negotiation built on them.
#include "api/http/header_syntax.hpp"

#include "api/http/message.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh {
namespace {

TEST_CASE("a header that would split the response is refused") {
  HttpResponse response;
  CHECK_THROWS_AS(response.set("X-Name", "a\r\nSet-Cookie: evil=1"), std::invalid_argument);
  CHECK_THROWS_AS(response.set("X-Name", std::string("a\0b", 3)), std::invalid_argument);
  CHECK_THROWS_AS(response.set("X-Name", "a\nb"), std::invalid_argument);
  CHECK_THROWS_AS(response.set("X Name", "a"), std::invalid_argument);
  CHECK_THROWS_AS(response.set("", "a"), std::invalid_argument);
  CHECK(response.headers.empty());
  response.set("X-Name", "Tâm\tb");
  response.set("x-name", "c");
  CHECK(response.headers.size() == 1);
  CHECK(response.headers.front().second == "c");
}

TEST_CASE("Accept: the most specific member decides") {
  CHECK(accepts("", "application/json"));
  CHECK(accepts("*/*", "application/json"));
  CHECK(accepts("text/html, application/*;q=0.001", "application/json"));
  CHECK(accepts("APPLICATION/JSON", "application/json"));
  CHECK(accepts("*/*;q=0, application/json", "application/json"));
  CHECK_FALSE(accepts("application/xml", "application/json"));
  CHECK_FALSE(accepts("*/*, application/json;q=0", "application/json"));
  CHECK_FALSE(accepts("application/json;q=nan", "application/json"));
  CHECK_FALSE(accepts("application/jsonp", "application/json"));
}

TEST_CASE("Vietnamese unless English weighs more") {
  CHECK(preferred_language("") == "vi");
  CHECK(preferred_language("fr") == "vi");
  CHECK(preferred_language("en") == "en");
  CHECK(preferred_language("en-US,en;q=0.9") == "en");
  CHECK(preferred_language("vi, en") == "vi");
  CHECK(preferred_language("en;q=0.8, vi-VN;q=0.9") == "vi");
  CHECK(preferred_language("en;q=0") == "vi");
}

}  // namespace
}  // namespace vinhdanh
