// Limits and cursors.
#include "api/http/paging.hpp"

#include "engine/codec/base64url.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh {
namespace {

HttpRequest list(std::map<std::string, std::string> query, std::string path = "/v1/dossiers") {
  HttpRequest request;
  request.path = std::move(path);
  request.query = std::move(query);
  return request;
}

Actor caller(std::string appointment) {
  Actor actor;
  actor.appointment = std::move(appointment);
  return actor;
}

std::string code_of(const std::variant<PageRequest, Problem>& result) {
  const auto* problem = std::get_if<Problem>(&result);
  return problem ? problem->code : "";
}

TEST_CASE("limit is 1 to 200, 50 when absent") {
  const Paging paging("key");
  const auto limit = [&](const std::string& text) { return paging.page_of(list({{"limit", text}}), caller("a")); };
  CHECK(std::get<PageRequest>(paging.page_of(list({}), caller("a"))).limit == 50);
  CHECK(std::get<PageRequest>(limit("1")).limit == 1);
  CHECK(std::get<PageRequest>(limit("200")).limit == 200);
  for (const std::string text : {"0", "-1", "201", "1000000000", "99999999999999999999", "", "1x", " 1", "1.0"}) {
    INFO(text);
    CHECK(code_of(limit(text)) == "validation");
  }
}

TEST_CASE("a cursor works for its caller, path and filter, also after a restart") {
  const auto first = list({{"state", "open"}, {"limit", "10"}});
  const auto cursor = Paging("key").cursor_after("0190-tâm", first, caller("a"));
  const auto with_cursor = [&](std::map<std::string, std::string> query, const std::string& text) {
    query["cursor"] = text;
    return list(std::move(query));
  };
  const Paging restarted("key");
  const auto page = restarted.page_of(with_cursor({{"state", "open"}, {"limit", "20"}}, cursor), caller("a"));
  REQUIRE(std::holds_alternative<PageRequest>(page));
  CHECK(std::get<PageRequest>(page).after == "0190-tâm");
  CHECK(std::get<PageRequest>(page).limit == 20);

  CHECK(code_of(restarted.page_of(with_cursor({{"state", "open"}}, cursor), caller("b"))) == "invalid_cursor");
  CHECK(code_of(restarted.page_of(with_cursor({{"state", "closed"}}, cursor), caller("a"))) == "invalid_cursor");
  CHECK(code_of(restarted.page_of(with_cursor({}, cursor), caller("a"))) == "invalid_cursor");
  CHECK(code_of(Paging("other").page_of(with_cursor({{"state", "open"}}, cursor), caller("a"))) == "invalid_cursor");
  auto elsewhere = with_cursor({{"state", "open"}}, cursor);
  elsewhere.path = "/v1/submissions";
  CHECK(code_of(restarted.page_of(elsewhere, caller("a"))) == "invalid_cursor");
}

TEST_CASE("a forged cursor is refused") {
  const Paging paging("key");
  const auto request = list({});
  const auto cursor = paging.cursor_after("0190", request, caller("a"));
  for (std::size_t i = 0; i < cursor.size(); ++i) {
    auto forged = cursor;
    forged[i] = forged[i] == 'A' ? 'B' : 'A';
    CHECK(code_of(paging.page_of(list({{"cursor", forged}}), caller("a"))) == "invalid_cursor");
  }
  const std::vector<std::string> others = {
      "", "A", "!", "0190", cursor + "=", cursor + "A", to_base64url(std::string(17, '\xff'))};
  for (const auto& text : others) {
    INFO(text);
    CHECK(code_of(paging.page_of(list({{"cursor", text}}), caller("a"))) == "invalid_cursor");
  }
}

TEST_CASE("the next link keeps the filter") {
  const Paging paging("key");
  CHECK(paging.next_link("abc", list({{"q", "x y&z"}, {"limit", "10"}, {"cursor", "old"}})) ==
        "/v1/dossiers?cursor=abc&limit=10&q=x%20y%26z");
}

}  // namespace
}  // namespace vinhdanh
