// X-Forwarded-For counts only when a trusted proxy sent it, and from its end.
#include "api/http/forwarded.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;

TEST_CASE("the client's address behind a proxy, and from nobody else's word") {
  const std::set<std::string> proxies = {"10.0.0.1", "10.0.0.2"};
  CHECK(client_address("203.0.113.9", "198.51.100.7", proxies) == "203.0.113.9");
  CHECK(client_address("10.0.0.1", "198.51.100.7", proxies) == "198.51.100.7");
  CHECK(client_address("10.0.0.1", "1.2.3.4, 198.51.100.7", proxies) == "198.51.100.7");
  CHECK(client_address("10.0.0.1", "1.2.3.4, 198.51.100.7, 10.0.0.2", proxies) == "198.51.100.7");
  CHECK(client_address("10.0.0.1", "2001:db8::7", proxies) == "2001:db8::7");
  for (const char* nothing : {"", "unknown", "1.2.3.4, ", "10.0.0.2", "198.51.100.7:80"})
    CHECK(client_address("10.0.0.1", nothing, proxies) == "10.0.0.1");
  CHECK(client_address("10.0.0.1", std::nullopt, proxies) == "10.0.0.1");
  CHECK(client_address("10.0.0.1", "198.51.100.7", {}) == "10.0.0.1");
}
