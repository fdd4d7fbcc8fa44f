// What every route of the table answers to bad input, before its handler: a new route is covered by being there.
#include <algorithm>
#include <set>

#include "api/portal/portal_files.hpp"
#include "tests/api/battery/house_server.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// POST routes that record nothing under a key: openapi.yaml says of each that it takes none.
const std::set<std::string> keyless = {"/v1/sessions",
                                       "/v1/second-factor",
                                       "/v1/second-factor/confirmation",
                                       "/v1/plans/{id}/eligibility",
                                       "/v1/dossiers/actions",
                                       "/v1/dossiers/check",
                                       "/v1/dossiers/search",
                                       "/v1/accounts/search",
                                       "/v1/dossiers/facets",
                                       "/v1/dossiers/durations",
                                       "/v1/events/search",
                                       "/v1/notices/read",
                                       "/v1/webhooks/{id}/actions/pause",
                                       "/v1/webhooks/{id}/actions/resume",
                                       "/v1/webhooks/{id}/actions/rotate-secret",
                                       "/v1/webhooks/{id}/actions/replay",
                                       "/v1/webhooks/{id}/actions/ping",
                                       "/v1/webhooks/{id}/dead/retry",
                                       "/v1/imports/{id}/actions/commit",
                                       "/v1/imports/{id}/actions/cancel",
                                       "/v1/jobs/{id}/actions/cancel",
                                       "/v1/demo/clock"};

std::string target_of(std::string pattern) {
  for (auto at = pattern.find('{'); at != std::string::npos; at = pattern.find('{')) {
    const auto name = pattern.substr(at, pattern.find('}') - at + 1);
    pattern.replace(at, name.size(),
                    name != "{command}"                    ? "x"
                    : pattern.starts_with("/v1/decisions") ? "sign"
                                                           : "submit");
  }
  return pattern;
}

struct AllRoutes : HouseServer {
  /// Somebody whom the door of the route lets in.
  std::string caller(const HttpRoute& route) {
    const auto& roles = route.access.roles();
    const auto role = route.access.kind() == Access::Kind::roles ? roles.front() : Role::unit_clerk;
    return house.token("so_gddt_lang_son", role);
  }
  Lines lines(const HttpRoute& route, const Lines& more) {
    Lines all = more;
    if (route.access.kind() != Access::Kind::open) all.push_back(bearer(caller(route)));
    return all;
  }
  RawAnswer send(const HttpRoute& route, const Lines& more, const std::string& body = {}) {
    return ask(route.method, target_of(route.pattern), lines(route, more), body);
  }
};

template <class Each>
void for_each_route(AllRoutes& server, Each each) {
  const auto routes = server.house.routes();
  REQUIRE(routes.size() > 60);
  for (const auto& route : routes) server.lines(route, {});  // people are made before anything is counted
  const auto before = server.standing();
  for (const auto& route : routes) {
    INFO(route.method << ' ' << route.pattern);
    each(route);
  }
  CHECK(server.alive());
  CHECK(server.standing() == before);
}

/// A token of a shape that some libraries take: algorithm "none", no signature.
const std::string unsigned_token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsInJvbGUiOiJkZWNpZGVyIn0.";

}  // namespace

TEST_CASE("B36 no route but the open ones answers a stranger", "[battery]") {
  AllRoutes server;
  std::set<std::string> open;
  for_each_route(server, [&](const HttpRoute& route) {
    if (route.access.kind() == Access::Kind::open) {
      open.insert(route.method + ' ' + route.pattern);
      return;
    }
    const auto target = target_of(route.pattern);
    const std::string body = route.body == BodyKind::none ? "" : route.body == BodyKind::json ? "{}" : pdf();
    const Lines type = route.body == BodyKind::none
                           ? Lines{}
                           : Lines{route.body == BodyKind::json ? as_json : "Content-Type: application/pdf"};
    for (const std::string credentials :
         {"", "Authorization: Bearer vd_garbage", "Authorization: Basic YWRtaW46YWRtaW4=", "Authorization: Bearer",
          "Cookie: vinhdanh=vs_garbage"}) {
      INFO(credentials);
      auto all = type;
      all.push_back(new_key());
      if (!credentials.empty()) all.push_back(credentials);
      const bool foreign_page = credentials.starts_with("Cookie") && route.method != "GET";
      const auto answer = server.ask(route.method, target, all, body);
      check_problem(answer, foreign_page ? 403 : 401, foreign_page ? "csrf" : "unauthenticated");
      if (!foreign_page) CHECK_FALSE(answer.header("www-authenticate").empty());
    }
    auto forged = type;
    forged.push_back(new_key());
    forged.push_back("Authorization: Bearer " + unsigned_token);
    check_problem(server.ask(route.method, target, forged, body), 401, "unauthenticated");
  });
  CHECK(open == std::set<std::string>{"GET /healthz", "GET /readyz", "GET /openapi.yaml", "GET /problems/{slug}",
                                      "POST /v1/sessions", "GET /{*}"});
}

TEST_CASE("B14 a path takes its own methods and no other", "[battery]") {
  AllRoutes server;
  std::map<std::string, std::set<std::string>> known;
  for (const auto& route : server.house.routes()) known[target_of(route.pattern)].insert(route.method);
  for_each_route(server, [&](const HttpRoute& route) {
    for (const std::string method : {"POST", "PUT", "DELETE", "PATCH", "TRACE"}) {
      const auto target = target_of(route.pattern);
      if (known.at(target).contains(method)) continue;
      INFO(method);
      const auto answer = server.ask(method, target, {bearer(server.caller(route))});
      check_problem(answer, 405, "method_not_allowed");
      CHECK(answer.header("allow").find(route.method) != std::string::npos);
    }
    for (const std::string method : {"CONNECT", "FOO"}) {
      check_problem(server.ask(method, target_of(route.pattern), {}), 501, "not_implemented");
    }
  });
}

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t kQuarantine = 256u << 20;  // what ASan keeps of what was freed
#else
constexpr std::size_t kQuarantine = 0;
#endif
constexpr std::size_t kRoom = (64u << 20) + kQuarantine;

TEST_CASE("B17 B18 B19 B20 B22 B24 B54 the body and the query are judged on every route", "[battery]") {
  AllRoutes server;
  const auto memory = resident();
  for_each_route(server, [&](const HttpRoute& route) {
    const auto target = target_of(route.pattern);
    check_problem(server.ask(route.method, target + "?limit=1&limit=1000", server.lines(route, {})), 400,
                  "parameter_repeated");
    check_problem(server.ask(route.method, target + "?state[]=a", server.lines(route, {})), 400, "malformed_request");
    check_problem(server.ask(route.method, target + "?state%5B%5D=a", server.lines(route, {})), 400,
                  "parameter_repeated");
    if (route.produces != "*/*") {
      check_problem(server.send(route, {"Accept: application/xml"}), 406, "not_acceptable");
    }
    if (route.body == BodyKind::none) {
      check_problem(server.send(route, {as_json}, "{}"), 400, "unexpected_body");
      return;
    }
    check_problem(server.send(route, {new_key(), "Content-Type: multipart/form-data; boundary=x"}, "--x--"), 415,
                  "unsupported_media_type");
    check_problem(server.send(route, {new_key(), as_json, "Content-Encoding: gzip"}, "\x1f\x8b"), 415,
                  "unsupported_media_type");
    const auto over = std::to_string(route.body_limit + 1);
    check_problem(server.send(route, {new_key(), as_json, "Content-Length: " + over}), 413, "payload_too_large");
    if (route.body != BodyKind::json) return;
    check_problem(server.send(route, {new_key(), "Content-Type: text/plain"}, "{}"), 415, "unsupported_media_type");
    check_problem(server.send(route, {new_key()}, "{}"), 415, "unsupported_media_type");
    check_problem(server.send(route, {new_key(), as_json}), 400, "invalid_json");
    check_problem(server.send(route, {new_key(), as_json}, "{\"a\":"), 400, "invalid_json");
    check_problem(server.send(route, {new_key(), as_json}, "{\"a\":1,\"a\":2}"), 400, "invalid_json");
    check_problem(server.send(route, {new_key(), as_json}, std::string(100'000, '[')),
                  route.body_limit < 100'000 ? 413 : 400,
                  route.body_limit < 100'000 ? "payload_too_large" : "invalid_json");
    check_problem(server.send(route, {new_key(), as_json}, std::string(1000, '[')), 400, "invalid_json");
    check_problem(server.send(route, {new_key(), as_json}, "{\"a\":\"\\u202e\"}"), 422, "validation");
  });
  CHECK(resident() < memory + kRoom);
}

TEST_CASE("B20 a body in chunks that passes the limit is cut off there", "[battery]") {
  AllRoutes server;
  const auto memory = resident();
  for_each_route(server, [&](const HttpRoute& route) {
    if (route.body != BodyKind::json) return;
    RawSocket socket(server.port());
    socket.send(server.request(route.method, target_of(route.pattern),
                               server.lines(route, {new_key(), as_json, "Transfer-Encoding: chunked"})));
    const std::string chunk = "10000\r\n" + std::string(0x10000, ' ') + "\r\n";
    for (std::size_t sent = 0; sent <= route.body_limit; sent += 0x10000) socket.send(chunk);
    socket.send("2\r\n{}\r\n0\r\n\r\n");
    const auto answer = socket.answer(std::chrono::seconds(10));
    REQUIRE(answer);
    check_problem(*answer, 413, "payload_too_large");
    CHECK(socket.closes());
  });
  CHECK(resident() < memory + kRoom);
}

TEST_CASE("B47 B48 what records something wants a usable Idempotency-Key", "[battery]") {
  AllRoutes server;
  std::set<std::string> without;
  for_each_route(server, [&](const HttpRoute& route) {
    if (route.method != "POST") return;
    if (keyless.contains(route.pattern)) {
      without.insert(route.pattern);
      return;
    }
    const bool raw = route.body == BodyKind::raw;
    const std::string body = raw ? pdf() : "{}";
    const std::string type = as_json;
    check_problem(server.send(route, {type}, body), 400, "idempotency_key_missing");
    for (const std::string& key : {std::string(), std::string(129, 'k'), std::string(10'240, 'k'), std::string("a b"),
                                   std::string("kh\xc3\xb3\x61")}) {
      INFO("key of " << key.size());
      check_problem(server.send(route, {type, "Idempotency-Key: " + key}, body), 400, "idempotency_key_invalid");
    }
    check_problem(server.send(route, {type, "Idempotency-Key: a\x01z"}, body), 400, "malformed_request");
  });
  auto expected = keyless;
  CHECK(without == expected);
}

TEST_CASE("B55 a parameter that a route does not know is not passed over in silence", "[battery]") {
  AllRoutes server;
  for_each_route(server, [&](const HttpRoute& route) {
    if (route.access.kind() == Access::Kind::open) return;
    const bool has_body = route.body != BodyKind::none;
    const bool raw = route.body == BodyKind::raw;
    Lines more{new_key()};
    if (has_body) more.push_back(raw && route.method == "PUT" ? "Content-Type: application/pdf" : as_json);
    const auto answer = server.ask(route.method, target_of(route.pattern) + "?dry_run=true", server.lines(route, more),
                                   has_body ? (raw ? pdf() : "{}") : "");
    // A thing that is not there may be said first.
    if (route.pattern.find("{id}") != std::string::npos && answer.status == 404) return;
    check_problem(answer, 400, "unknown_parameter");
  });
}

TEST_CASE("B11 a path never becomes another path", "[battery]") {
  HouseServer server;
  const auto token = server.house.clerk();
  for (const std::string target : {"/v1/../v1/me", "/v1/./me", "/v1/%2e%2e/v1/me", "/v1/x/%2e%2e%2fme",
                                   "/v1/%252e%252e/me", "/v1/me%00", "/v1/me%c0%af", "/v1/me/", "//v1/me", "/v1//me",
                                   "/V1/me", "/v1/ME", "/v1/me;a=b", "/v1%2fme", "/v1/me%20", "/v1/me."}) {
    INFO(target);
    const auto answer = server.ask("GET", target, {bearer(token)});
    CHECK((answer.status == 400 || answer.status == 404));
    check_problem(answer, answer.status, answer.status == 400 ? "malformed_request" : "not_found");
  }
  CHECK(server.ask("GET", "/v1/me", {bearer(token)}).status == 200);
}

TEST_CASE("a page is the portal's, which this program has or says that it has not", "[battery][portal]") {
  HouseServer server;
  for (const std::string target : {"/", "/inbox", "/dossiers/0190b0b0-0000-7000-8000-000000000000?tab=papers"}) {
    INFO(target);
    const auto answer = server.ask("GET", target, {"Accept: text/html"});
    if (portal_files().empty()) {
      check_problem(answer, 404, "portal_not_built");
      continue;
    }
    CHECK(answer.status == 200);
    CHECK(answer.header("content-type") == "text/html; charset=utf-8");
    CHECK(answer.header("content-security-policy").find("script-src 'self';") != std::string::npos);
    CHECK(answer.header("x-content-type-options") == "nosniff");
    CHECK(answer.header("set-cookie").empty());
    CHECK(answer.body.find("<script type=\"module\"") != std::string::npos);
  }
}

TEST_CASE("B69 nobody becomes another by a header", "[battery]") {
  HouseServer server;
  const auto token = server.house.clerk();
  const auto answer =
      server.ask("GET", "/v1/me",
                 {bearer(token), "X-Forwarded-User: ubnd_lang_son.chairman", "X-Forwarded-Host: evil.example",
                  "X-HTTP-Method-Override: DELETE", "X-Original-URL: /v1/accounts", "Forwarded: for=10.0.0.1"});
  CHECK(answer.status == 200);
  CHECK(Json::parse(answer.body)["role"] == "unit_clerk");
  const auto denied = server.ask("GET", "/v1/access-log", {bearer(token), "X-Forwarded-For: 203.0.113.9"});
  check_problem(denied, 403, "forbidden");
  const auto noted = server.house.access_log.find({});
  REQUIRE_FALSE(noted.empty());
  CHECK(noted.front().address == "127.0.0.1");
}
