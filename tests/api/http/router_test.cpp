// Patterns, precedence and refused tables.
#include "api/http/router.hpp"

#include "tests/support/catch.hpp"

namespace vinhdanh {
namespace {

HttpRoute route(const std::string& method, const std::string& pattern) {
  return {method, pattern, Access::open(), BodyKind::none, 0, nullptr};
}

std::string found(const Router& router, const std::string& method, const std::vector<std::string>& segments) {
  const auto match = router.find(method, segments);
  return match.route ? match.route->method + " " + match.route->pattern : "";
}

TEST_CASE("a literal wins over a parameter, whatever the order of the table") {
  const Router router({route("GET", "/v1/{kind}/latest"), route("GET", "/v1/dossiers/{id}"),
                       route("POST", "/v1/dossiers/search"), route("GET", "/v1/dossiers")});
  CHECK(found(router, "GET", {"v1", "dossiers"}) == "GET /v1/dossiers");
  CHECK(found(router, "GET", {"v1", "dossiers", "latest"}) == "GET /v1/dossiers/{id}");
  CHECK(found(router, "GET", {"v1", "papers", "latest"}) == "GET /v1/{kind}/latest");
  CHECK(found(router, "POST", {"v1", "dossiers", "search"}) == "POST /v1/dossiers/search");
  CHECK(found(router, "GET", {"v1", "dossiers", "search"}) == "GET /v1/dossiers/{id}");
  CHECK(found(router, "HEAD", {"v1", "dossiers"}) == "GET /v1/dossiers");
  CHECK(found(router, "GET", {"v1", "dossiers", ""}) == "");
  CHECK(found(router, "GET", {"v1"}) == "");
  CHECK(router.find("GET", {"v1", "dossiers", "a/b"}).parameters.at("id") == "a/b");
}

TEST_CASE("the methods of a path are those of every pattern that matches it") {
  const Router router({route("GET", "/v1/dossiers/{id}"), route("POST", "/v1/dossiers/search")});
  CHECK(router.find("DELETE", {"v1", "dossiers", "search"}).allowed == std::vector<std::string>{"POST", "GET", "HEAD"});
  CHECK(router.find("DELETE", {"v1", "dossiers", "x"}).allowed == std::vector<std::string>{"GET", "HEAD"});
  CHECK(router.find("DELETE", {"nowhere"}).allowed.empty());
}

TEST_CASE("one pattern takes every path that is not of the others' first segments") {
  const Router router({route("GET", "/{*}"), route("GET", "/v1/dossiers/{id}"), route("GET", "/healthz")});
  for (const std::vector<std::string>& segments : {std::vector<std::string>{}, {""}, {"inbox"}, {"dossiers", "v1"}, {"v2", "dossiers", "", "x"}}) {
    CHECK(found(router, "GET", segments) == "GET /{*}");
    CHECK(found(router, "HEAD", segments) == "GET /{*}");
    CHECK(router.find("POST", segments).allowed == std::vector<std::string>{"GET", "HEAD"});
    CHECK(router.find("GET", segments).parameters.empty());
  }
  for (const std::vector<std::string>& segments : {std::vector<std::string>{"v1"}, {"v1", ""}, {"v1", "dossier", "x"}, {"healthz", "x"}}) {
    CHECK(router.find("GET", segments).allowed.empty());
  }
  CHECK(router.find("DELETE", {"v1", "dossiers", "x"}).allowed == std::vector<std::string>{"GET", "HEAD"});
}

TEST_CASE("a table that can't be read is refused") {
  for (const std::string pattern : {"", "v1", "/v1//a", "/v1/", "/v1/{}", "/v1/{id", "/"}) {
    INFO(pattern);
    CHECK_THROWS_AS(Router({route("GET", pattern)}), std::invalid_argument);
  }
  CHECK_THROWS_AS(Router({route("GET", "/a/{x}"), route("PUT", "/a/{x}"), route("GET", "/a/{y}")}),
                  std::invalid_argument);
  CHECK_NOTHROW(Router({route("GET", "/a/{x}"), route("GET", "/a/b"), route("GET", "/{a}/b")}));
}

}  // namespace
}  // namespace vinhdanh
