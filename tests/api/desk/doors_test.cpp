// Every door asks who is there: no route but the open ones answers without a token.
#include <algorithm>

#include "tests/api/desk/rig.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

std::string path_of_route(const HttpRoute& route) {
  std::string path;
  bool inside = false;
  for (const char c : route.pattern) {
    if (c == '}') path += 'x';
    if (c == '{' || c == '}')
      inside = c == '{';
    else if (!inside)
      path += c;
  }
  return path;
}

bool is_closed_to(const HttpRoute& route, Role role) {
  const auto& roles = route.access.roles();
  return route.access.kind() == Access::Kind::roles && std::ranges::find(roles, role) == roles.end();
}

}  // namespace

static_assert(!std::is_default_constructible_v<Access> && !std::is_default_constructible_v<HttpRoute>,
              "a route without a rule must not compile");

TEST_CASE("every route that is not open is 401 without a token, 403 for another role, 404 for what is not there", "[desk]") {
  Rig rig(day(2025, 2, 12));
  const auto unit = rig.token("so_gddt_lang_son", Role::unit_clerk);
  for (const auto& route : rig.routes()) {
    if (route.access.kind() == Access::Kind::open) continue;
    INFO(route.method << ' ' << route.pattern);
    const auto path = path_of_route(route);
    CHECK(rig.call(route.method, path, "", "{}").status == 401);
    if (route.pattern.find('{') == std::string::npos) continue;
    if (route.method == "PUT" && route.pattern == "/v1/views/{id}") continue;  // makes what is not there
    const auto answer = rig.call(route.method, path, unit, "{}", {{"idempotency-key", "k"}});
    if (route.method == "PUT" && route.pattern == "/v1/views/{id}") continue;  // makes what is not there
    if (is_closed_to(route, Role::unit_clerk)) {
      CHECK(answer.status == 403);
      continue;
    }
    CHECK(answer.status == 404);
    CHECK(answer.code() == "not_found");
  }
}

TEST_CASE("open routes are those for machines, the sign-in and the portal", "[desk]") {
  Rig rig(day(2025, 2, 12));
  std::vector<std::string> open;
  for (const auto& route : rig.routes()) {
    if (route.access.kind() == Access::Kind::open) open.push_back(route.pattern);
  }
  CHECK(open == std::vector<std::string>{"/healthz", "/readyz", "/openapi.yaml", "/problems/{slug}", "/v1/sessions", "/{*}"});
}
