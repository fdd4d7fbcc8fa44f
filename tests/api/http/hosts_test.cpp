// Which names the server answers to.
#include "api/http/hosts.hpp"

#include "tests/support/catch.hpp"

namespace vinhdanh {
namespace {

TEST_CASE("public_url decides the names in Host") {
  CHECK(parse_public_url("https://Vinhdanh.example/").authority == "vinhdanh.example");
  CHECK(parse_public_url("https://vinhdanh.example").https);
  CHECK_FALSE(parse_public_url("http://127.0.0.1:8080").https);
  for (const std::string url :
       {"vinhdanh.example", "ftp://vinhdanh.example", "https://", "https://a/b", "https://u@a", "https://a?x"}) {
    INFO(url);
    CHECK_THROWS_AS(parse_public_url(url), std::invalid_argument);
  }
  CHECK(allowed_hosts("https://vinhdanh.example", false, 8080) == std::set<std::string>{"vinhdanh.example"});
  CHECK(allowed_hosts("", true, 8080) == std::set<std::string>{"127.0.0.1:8080", "localhost:8080", "[::1]:8080"});
  CHECK(allowed_hosts("", true, 80).contains("localhost"));
}

}  // namespace
}  // namespace vinhdanh
