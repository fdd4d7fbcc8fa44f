// Problems as the caller reads them.
#include "api/http/problem.hpp"

#include <set>

#include "api/http/problems.hpp"
#include "engine/codec/json.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh {
namespace {

using nlohmann::json;

HttpRequest asked_in(const std::string& language) {
  HttpRequest request;
  request.request_id = "00000000000000000000000000000abc";
  request.headers["accept-language"] = language;
  return request;
}

TEST_CASE("a refusal becomes a problem with every reason, and the status of the first") {
  Refusal refusal;
  RefusalReason full{Reason::quota_full, {{"limit", "3"}}, std::nullopt, Source{}};
  full.source->clause = "III.2";
  full.source->confidence = Confidence::confirmed;
  RefusalReason rank{Reason::rank_missing, {}, "/rank", Source{}};
  rank.source->assumed = true;
  rank.source->basis = "practice";
  rank.source->confidence = Confidence::unconfirmed;
  refusal.reasons = {full, rank};
  const auto response = respond_with(problem_of(refusal), asked_in("vi"));
  CHECK(response.status == 409);
  const auto body = json::parse(response.body);
  CHECK(body["type"] == "/problems/quota-full");
  CHECK(body["code"] == "quota_full");
  CHECK(body["status"] == 409);
  CHECK(body["trace_id"] == "00000000000000000000000000000abc");
  REQUIRE(body["reasons"].size() == 2);
  const auto& first = body["reasons"][0];
  CHECK(first["code"] == "quota_full");
  CHECK(first["citation"] == "III.2");
  CHECK_FALSE(first.contains("assumed"));
  CHECK(first["confidence"] == "confirmed");
  CHECK(first["details"] == json{{"limit", "3"}});
  CHECK(first["sentence"]["vi"] == body["detail"]);
  CHECK(first["sentence"]["en"] == body["detail_en"]);
  const auto& second = body["reasons"][1];
  CHECK(second["assumed"] == true);
  CHECK(second["basis"] == "practice");
  CHECK(second["pointer"] == "/rank");
  CHECK(second["details"] == json::object());
  CHECK_FALSE(second.contains("citation"));
}

TEST_CASE("errors carry a pointer and both languages") {
  const auto problem = validation_problem({"/name", "missing", "Thiếu tên.", "The name is missing."});
  const auto vietnamese = json::parse(respond_with(problem, asked_in("")).body);
  CHECK(vietnamese["errors"] == json::array({{{"pointer", "/name"},
                                              {"code", "missing"},
                                              {"detail", "Thiếu tên."},
                                              {"detail_en", "The name is missing."}}}));
  const auto english = json::parse(respond_with(problem, asked_in("en")).body);
  CHECK(english["errors"] ==
        json::array({{{"pointer", "/name"}, {"code", "missing"}, {"detail", "The name is missing."}}}));
  CHECK_FALSE(english.contains("detail_en"));
}

TEST_CASE("the catalogue names each code once and says it in both languages") {
  std::set<std::string_view> codes;
  for (const auto& known : known_problems()) {
    INFO(known.code);
    CHECK(codes.insert(known.code).second);
    CHECK(known.status >= 400);
    CHECK(known.status < 600);
    CHECK_FALSE(known.title_vi.empty());
    CHECK_FALSE(known.title_en.empty());
    CHECK_FALSE(known.detail_vi.empty());
    CHECK_FALSE(known.detail_en.empty());
  }
  CHECK_THROWS_AS(known_problem("no_such_problem"), std::logic_error);
}

TEST_CASE("input in a problem stays data") {
  Problem problem = known_problem("not_found");
  problem.detail_vi = "<script>\r\n\xff";
  const auto response = respond_with(problem, asked_in(""));
  CHECK(json::parse(response.body)["detail"] == "<script>\r\n\xEF\xBF\xBD");
  CHECK(response.body.find('\n') == std::string::npos);
}

}  // namespace
}  // namespace vinhdanh
