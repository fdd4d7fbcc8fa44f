// What the server does with well-framed requests before and after a handler sees them.
#include "api/http/server.hpp"

#include "api/cli/http_client.hpp"
#include "engine/codec/json.hpp"
#include "tests/api/http/toy_server.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::testing {
namespace {

using nlohmann::json;

const std::string kJson = "Content-Type: application/json";
const std::string kClerk = "Authorization: Bearer clerk";

RawAnswer ask(const ToyServer& server, const std::string& method, const std::string& target,
              const std::vector<std::string>& lines = {}, const std::string& body = {}) {
  RawSocket socket(server.port());
  socket.send(server.request(method, target, lines, body));
  const auto answer = socket.answer(std::chrono::seconds(5), method == "HEAD");
  return answer.value_or(RawAnswer{});
}

std::string code_of(const RawAnswer& answer) { return json::parse(answer.body, nullptr, false).value("code", ""); }

struct Row {
  std::string method;
  std::string target;
  std::vector<std::string> lines;
  std::string body;
  int status;
  std::string code;
};

TEST_CASE("refusals before the handler") {
  ToyServer server;
  const std::vector<Row> rows = {
      {"GET", "/v1/../admin", {}, "", 404, "not_found"},
      {"GET", "/v1/%2e%2e/admin", {}, "", 404, "not_found"},
      {"GET", "/v1/things/%2E", {}, "", 404, "not_found"},
      {"GET", "/v1/things/%00", {}, "", 400, "malformed_request"},
      {"GET", "/v1/things/%0d%0a", {}, "", 400, "malformed_request"},
      {"GET", "/v1/things/%c0%af", {}, "", 400, "malformed_request"},
      {"GET", "/v1/things/%zz", {}, "", 400, "malformed_request"},
      {"GET", "/v1/things/a%2", {}, "", 400, "malformed_request"},
      {"GET", "//v1/things/a", {}, "", 400, "malformed_request"},
      {"GET", "http://127.0.0.1/v1/things/a", {}, "", 400, "malformed_request"},
      {"OPTIONS", "*", {}, "", 400, "malformed_request"},
      {"GET", "/v1/things/a#b", {}, "", 400, "malformed_request"},
      {"GET", "/v1/things/", {}, "", 404, "not_found"},
      {"GET", "/v1/things/a/", {}, "", 404, "not_found"},
      {"GET", "/" + std::string(9000, 'a'), {}, "", 414, "uri_too_long"},
      {"GET", "/v1/things/a?state=a&state=b", {}, "", 400, "parameter_repeated"},
      {"GET", "/v1/things/a?limit=1&%6cimit=1000", {}, "", 400, "parameter_repeated"},
      {"GET", "/v1/things/a?state%5B%5D=a", {}, "", 400, "parameter_repeated"},
      {"GET", "/v1/things/a?x=%ff", {}, "", 400, "malformed_request"},
      {"TRACE", "/v1/things/a", {}, "", 405, "method_not_allowed"},
      {"DELETE", "/v1/things", {}, "", 405, "method_not_allowed"},
      {"GET", "/v1/things/a", {}, "{}", 400, "unexpected_body"},
      {"GET", "/v1/things/a", {"Accept: application/xml"}, "", 406, "not_acceptable"},
      {"GET", "/v1/things/a", {"Accept: */*, application/json;q=0"}, "", 406, "not_acceptable"},
      {"POST", "/v1/open", {kJson, "Expect: bogus"}, "{}", 417, "expectation_failed"},
      {"POST", "/v1/open", {"Content-Type: text/plain"}, "{}", 415, "unsupported_media_type"},
      {"POST", "/v1/open", {}, "{}", 415, "unsupported_media_type"},
      {"POST", "/v1/open", {"Content-Type: application/json; charset=utf-16"}, "{}", 415, "unsupported_media_type"},
      {"POST", "/v1/open", {"Content-Type: multipart/form-data; boundary=x"}, "--x--", 415, "unsupported_media_type"},
      {"POST", "/v1/open", {kJson, "Content-Encoding: gzip"}, "\x1f\x8b", 415, "unsupported_media_type"},
      {"PUT", "/v1/papers/a", {kClerk, "Content-Type: multipart/form-data"}, "--x--", 415, "unsupported_media_type"},
      {"POST", "/v1/open", {kJson}, "", 400, "invalid_json"},
      {"POST", "/v1/open", {kJson}, "{\"a\":1", 400, "invalid_json"},
      {"POST", "/v1/open", {kJson}, "{\"a\":1,}", 400, "invalid_json"},
      {"POST", "/v1/open", {kJson}, "{\"a\":NaN}", 400, "invalid_json"},
      {"POST", "/v1/open", {kJson}, "{}{}", 400, "invalid_json"},
      {"POST", "/v1/open", {kJson}, std::string("{}\0", 3), 400, "invalid_json"},
      {"POST", "/v1/open", {kJson}, "\xEF\xBB\xBF{}", 400, "invalid_json"},
      {"POST", "/v1/open", {kJson}, "{\"a\":\"\xff\"}", 400, "invalid_json"},
      {"POST", "/v1/open", {kJson}, "{\"a\":\"\\ud800\"}", 400, "invalid_json"},
      {"POST", "/v1/open", {kJson}, "{\"a\":1,\"a\":2}", 400, "invalid_json"},
      {"POST", "/v1/open", {kJson}, std::string(100'000, '['), 400, "invalid_json"},
      {"POST", "/v1/open", {kJson}, "{\"a\":1e400}", 400, "invalid_json"},
      {"POST", "/v1/open", {kJson}, "{\"a\":1.0}", 422, "validation"},
      {"POST", "/v1/open", {kJson}, "{\"a\":9007199254740993}", 422, "validation"},
      {"POST", "/v1/open", {kJson}, "{\"a\":\"\\u0000\"}", 422, "validation"},
      {"POST", "/v1/open", {kJson}, "\"" + std::string(1 << 20, 'a') + "\"", 413, "payload_too_large"},
      {"POST", "/v1/things", {kJson}, "{}", 401, "unauthenticated"},
      {"POST", "/v1/things", {kJson, "Authorization: Basic Y2xlcms6"}, "{}", 401, "unauthenticated"},
      {"POST", "/v1/things", {kJson, "Authorization: Bearer clerk clerk"}, "{}", 401, "unauthenticated"},
      {"POST", "/v1/things", {kJson, "Authorization: Bearer broken"}, "{}", 503, "storage_unavailable"},
      {"GET", "/v1/heads", {kClerk}, "", 403, "forbidden"},
      {"GET", "/v1/fail", {}, "", 500, "internal_error"},
      {"GET", "/v1/never", {}, "", 500, "internal_error"},
      {"GET", "/v1/split", {}, "", 500, "internal_error"},
  };
  for (const auto& row : rows) {
    INFO(row.method << " " << row.target.substr(0, 60) << " " << row.body.substr(0, 60));
    const auto answer = ask(server, row.method, row.target, row.lines, row.body);
    CHECK(answer.status == row.status);
    CHECK(code_of(answer) == row.code);
    CHECK(answer.header("x-request-id").size() == 32);
    CHECK(answer.header("set-cookie").empty());
    CHECK(answer.body.find("secret detail") == std::string::npos);
  }
  CHECK(server.handled == 0);
  CHECK(server.alive());
}

TEST_CASE("a path is decoded once, segment by segment") {
  ToyServer server;
  const auto id = [&](const std::string& target) {
    return json::parse(ask(server, "GET", target).body)["parameters"]["id"].get<std::string>();
  };
  CHECK(id("/v1/things/a%2Fb") == "a/b");
  CHECK(id("/v1/things/%252e") == "%2e");
  CHECK(id("/v1/things/t%C3%A2m") == "tâm");
  CHECK(id("/v1/things/ta%CC%82m") == "tâm");
  CHECK(json::parse(ask(server, "GET", "/v1/things/latest").body)["parameters"] == json::object());
  CHECK(json::parse(ask(server, "GET", "/v1/things/a?q=x+y%2Bz&empty=").body)["query"] ==
        json{{"q", "x y+z"}, {"empty", ""}});
}

TEST_CASE("an answer has the headers of the house") {
  ToyServer server;
  const std::string trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  const auto answer = ask(server, "GET", "/v1/things/a", {"traceparent: " + trace});
  CHECK(answer.status == 200);
  CHECK(answer.header("cache-control") == "no-store");
  CHECK(answer.header("x-content-type-options") == "nosniff");
  CHECK(answer.header("date") == "Fri, 24 Jan 2025 02:03:04 GMT");
  CHECK(answer.header("strict-transport-security").empty());
  const auto line = server.access_of(answer.header("x-request-id"));
  CHECK(line["route"] == "/v1/things/{id}");
  CHECK(line["method"] == "GET");
  CHECK(line["status"] == 200);
  CHECK(line["time"] == "2025-01-24T02:03:04.005Z");
  CHECK(line.value("traceparent", "").substr(0, 36) == trace.substr(0, 36));
  CHECK(line.value("peer", "").starts_with("127.0.0.1:"));
}

TEST_CASE("problems speak the caller's language") {
  ToyServer server;
  const auto vietnamese = ask(server, "GET", "/nowhere");
  CHECK(vietnamese.header("content-language") == "vi");
  CHECK(json::parse(vietnamese.body)["title"] == "Không tìm thấy");
  CHECK(json::parse(vietnamese.body)["type"] == "/problems/not-found");
  const auto english = ask(server, "GET", "/nowhere", {"Accept-Language: en-GB, vi;q=0.5"});
  CHECK(english.header("content-language") == "en");
  CHECK(json::parse(english.body)["title"] == "Not found");
}

TEST_CASE("HEAD answers like GET without the body, and keeps the connection") {
  ToyServer server;
  RawSocket socket(server.port());
  socket.send(server.request("HEAD", "/v1/things/a"));
  const auto head = socket.answer(std::chrono::seconds(5), true);
  REQUIRE(head);
  CHECK(head->status == 200);
  CHECK(head->header("content-length") != "0");
  socket.send(server.request("GET", "/v1/things/a"));
  const auto get = socket.answer();
  REQUIRE(get);
  CHECK(get->header("content-length") == head->header("content-length"));
}

TEST_CASE("405 names the methods of the path, 401 the scheme, 503 when to come back") {
  ToyServer server;
  CHECK(ask(server, "DELETE", "/v1/things/a").header("allow") == "GET, HEAD");
  CHECK(ask(server, "POST", "/v1/things", {kJson}, "{}").header("www-authenticate") == "Bearer realm=\"vinhdanh\"");
  server.ready = false;
  const auto unready = ask(server, "GET", "/readyz");
  CHECK(unready.status == 503);
  CHECK(unready.header("retry-after") == "1");
  server.ready = true;
  CHECK(ask(server, "GET", "/readyz").status == 200);
}

TEST_CASE("a caller in the role gets through") {
  ToyServer server;
  CHECK(ask(server, "GET", "/v1/heads", {"Authorization: bearer head"}).status == 200);
  const auto made = ask(server, "POST", "/v1/things", {kJson + "; charset=UTF-8", kClerk}, "{}");
  CHECK(made.status == 201);
  CHECK(json::parse(made.body)["caller"] == "clerk");
  CHECK(server.handled == 1);
}

TEST_CASE("Accept is compared with what the route produces") {
  ToyServer server;
  CHECK(ask(server, "GET", "/paper", {"Accept: application/pdf"}).status == 200);
  CHECK(ask(server, "GET", "/v1/things/a", {"Accept: text/html, application/*;q=0.1"}).status == 200);
}

TEST_CASE("bodies come with a length, in chunks, and after 100 Continue") {
  ToyServer server;
  RawSocket socket(server.port());
  const std::string body(300'000, 'x');
  socket.send(server.request("PUT", "/v1/papers/a", {kClerk, "Expect: 100-continue", "Content-Length: 300000"}));
  const auto go_on = socket.answer();
  REQUIRE(go_on);
  REQUIRE(go_on->status == 100);
  socket.send(body);
  const auto put = socket.answer();
  REQUIRE(put);
  CHECK(json::parse(put->body)["bytes"] == 300'000);

  socket.send(server.request("PUT", "/v1/papers/a", {kClerk, "Transfer-Encoding: chunked"}));
  socket.send("3\r\nabc\r\n2;note=x\r\nde\r\n0\r\nTrailer: x\r\n\r\n");
  const auto chunked = socket.answer();
  REQUIRE(chunked);
  CHECK(json::parse(chunked->body)["bytes"] == 5);
}

TEST_CASE("a large body from a stranger is refused unread") {
  ToyServer server;
  RawSocket socket(server.port());
  socket.send(server.request("PUT", "/v1/papers/a", {"Expect: 100-continue", "Content-Length: 2000000"}));
  const auto answer = socket.answer();
  REQUIRE(answer);
  CHECK(answer->status == 401);
  CHECK(socket.closes());
}

TEST_CASE("a body over the limit is refused, announced or not") {
  ToyServer server;
  CHECK(ask(server, "PUT", "/v1/papers/a", {kClerk}, std::string((2 << 20) + 1, 'x')).status == 413);
  RawSocket socket(server.port());
  socket.send(server.request("PUT", "/v1/papers/a", {kClerk, "Transfer-Encoding: chunked"}));
  for (int i = 0; i < 33; ++i) socket.send("10000\r\n" + std::string(0x10000, 'x') + "\r\n");
  const auto answer = socket.answer();
  REQUIRE(answer);
  CHECK(answer->status == 413);
  CHECK(socket.closes());
}

TEST_CASE("an answer may come from another thread, and only the first counts") {
  ToyServer server;
  CHECK(json::parse(ask(server, "GET", "/v1/later").body)["answer"] == "from another thread");
  CHECK(json::parse(ask(server, "GET", "/v1/twice").body)["answer"] == 1);
}

TEST_CASE("a full queue answers 503 instead of waiting") {
  ServerOptions options;
  options.workers = 1;
  options.max_waiting = 1;
  ToyServer server(options);
  RawSocket running(server.port());
  running.send(server.request("GET", "/v1/gate"));
  server.gate.wait_for_arrivals(1);
  std::vector<std::unique_ptr<RawSocket>> waiting;
  int refused = 0;
  for (int i = 0; i < 5; ++i) {
    waiting.push_back(std::make_unique<RawSocket>(server.port()));
    waiting.back()->send(server.request("GET", "/v1/things/a"));
    const auto answer = waiting.back()->answer(std::chrono::milliseconds(300));
    if (!answer) continue;
    CHECK(answer->status == 503);
    CHECK(code_of(*answer) == "overloaded");
    CHECK(answer->header("retry-after") == "1");
    ++refused;
  }
  CHECK(refused == 4);
  server.gate.open();
  CHECK(running.answer()->status == 200);
  CHECK(waiting.front()->answer()->status == 200);
}

TEST_CASE("stop answers what is in flight and closes what is idle") {
  ToyServer server;
  RawSocket idle(server.port());
  idle.send(server.request("GET", "/healthz"));
  REQUIRE(idle.answer()->status == 200);
  std::vector<std::unique_ptr<RawSocket>> busy;
  for (int i = 0; i < 4; ++i) {
    busy.push_back(std::make_unique<RawSocket>(server.port()));
    busy.back()->send(server.request("GET", "/v1/gate"));
  }
  server.gate.wait_for_arrivals(4);
  server.stop();
  CHECK(idle.closes());
  server.gate.open();
  for (auto& socket : busy) {
    const auto answer = socket->answer();
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->header("connection") == "close");
    CHECK(socket->closes());
  }
  busy.clear();
  server.join();
  CHECK_THROWS(RawSocket(server.port()));
}

TEST_CASE("stop under load cuts no answer short") {
  ToyServer server;
  std::atomic<int> answered{0};
  std::atomic<int> wrong{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 6; ++i) {
    clients.emplace_back([&, target = i % 2 == 0 ? "/v1/later" : "/v1/things/a"] {
      try {
        HttpClient client("127.0.0.1", server.port());
        while (true) {
          const auto reply = client.request("GET", target);
          if (reply.status != 200 || !json::accept(reply.body)) ++wrong;
          ++answered;
        }
      } catch (const HttpFailure& fault) {
        if (std::string(fault.what()).find("middle") != std::string::npos) ++wrong;
      }
    });
  }
  while (answered < 100) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  server.stop();
  for (auto& client : clients) client.join();
  server.join();
  CHECK(wrong == 0);
}

TEST_CASE("stop does not wait for ever") {
  ServerOptions options;
  options.stop_deadline = std::chrono::milliseconds(100);
  ToyServer server(options);
  RawSocket busy(server.port());
  busy.send(server.request("GET", "/v1/gate"));
  server.gate.wait_for_arrivals(1);
  server.stop();
  CHECK(busy.closes());
}

TEST_CASE("over the limit of connections the longest idle one makes room") {
  ServerOptions options;
  options.max_connections = 2;
  ToyServer server(options);
  RawSocket first(server.port());
  first.send(server.request("GET", "/healthz"));
  REQUIRE(first.answer());
  RawSocket second(server.port());
  second.send(server.request("GET", "/healthz"));
  REQUIRE(second.answer());
  CHECK(server.alive());
  CHECK(first.closes());
}

TEST_CASE("a server is not built on a foreign address or on clashing routes") {
  StoppedClock clock;
  CountingFresh fresh;
  const Logger logger(clock, [](const std::string&) {});
  const auto build = [&](ServerOptions options, std::vector<HttpRoute> routes) {
    Server(std::move(options), std::move(routes), nullptr, logger, clock, fresh);
  };
  ServerOptions open;
  open.host = "0.0.0.0";
  CHECK_THROWS_AS(build(open, {}), std::invalid_argument);
  open.public_url = "http://vinhdanh.example";
  CHECK_THROWS_AS(build(open, {}), std::invalid_argument);
  open.public_url = "https://vinhdanh.example";
  CHECK_NOTHROW(build(open, {}));
  const HttpRoute one{"GET", "/a/{x}", Access::open(), BodyKind::none, 0, nullptr};
  const HttpRoute same{"GET", "/a/{y}", Access::open(), BodyKind::none, 0, nullptr};
  CHECK_THROWS_AS(build({}, {one, same}), std::invalid_argument);
}

}  // namespace
}  // namespace vinhdanh::testing
