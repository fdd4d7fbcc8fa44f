// The headers that guard a command.
#include "api/http/preconditions.hpp"

#include "tests/support/catch.hpp"

namespace vinhdanh {
namespace {

HttpRequest with(const std::string& name, const std::string& value) {
  HttpRequest request;
  request.headers[name] = value;
  return request;
}

template <class Value>
std::string outcome(const std::variant<Value, Problem>& result) {
  const auto* problem = std::get_if<Problem>(&result);
  return problem ? std::to_string(problem->status) + " " + problem->code : "accepted";
}

TEST_CASE("If-Match is one strong tag that is a version") {
  const auto judged = [](const std::string& value) { return outcome(expected_version(with("if-match", value))); };
  CHECK(outcome(expected_version({})) == "428 precondition_required");
  CHECK(std::get<std::int64_t>(expected_version(with("if-match", "\"17\""))) == 17);
  CHECK(std::get<std::int64_t>(expected_version(with("if-match", etag_of(0)))) == 0);
  CHECK(judged("*") == "400 invalid_precondition");
  CHECK(judged("17") == "400 invalid_precondition");
  CHECK(judged("\"17") == "400 invalid_precondition");
  CHECK(judged("") == "400 invalid_precondition");
  CHECK(judged("\"1\", \"2\"") == "400 invalid_precondition");
  CHECK(judged("W/17") == "400 invalid_precondition");
  CHECK(judged("W/\"17\"") == "412 precondition_failed");
  CHECK(judged("\"abc\"") == "412 precondition_failed");
  CHECK(judged("\"017\"") == "412 precondition_failed");
  CHECK(judged("\"-1\"") == "412 precondition_failed");
  CHECK(judged("\"9223372036854775808\"") == "412 precondition_failed");
}

TEST_CASE("an Idempotency-Key is 1 to 128 visible characters") {
  const auto judged = [](const std::string& value) { return outcome(idempotency_key(with("idempotency-key", value))); };
  CHECK(outcome(idempotency_key({})) == "400 idempotency_key_missing");
  CHECK(judged("") == "400 idempotency_key_invalid");
  CHECK(judged("a") == "accepted");
  CHECK(judged(std::string(128, '~')) == "accepted");
  CHECK(judged(std::string(129, 'a')) == "400 idempotency_key_invalid");
  CHECK(judged("a b") == "400 idempotency_key_invalid");
  CHECK(judged("a\tb") == "400 idempotency_key_invalid");
  CHECK(judged("khóa") == "400 idempotency_key_invalid");
}

TEST_CASE("a bearer token is one token68") {
  const auto token = [](const std::string& value) { return bearer_token(with("authorization", value)); };
  CHECK_FALSE(bearer_token({}));
  CHECK(token("Bearer abc-._~+/09==") == "abc-._~+/09==");
  CHECK(token("BEARER abc") == "abc");
  CHECK_FALSE(token("Bearer "));
  CHECK_FALSE(token("Bearer =="));
  CHECK_FALSE(token("Bearer a=b"));
  CHECK_FALSE(token("Bearer a b"));
  CHECK_FALSE(token("Basic abc"));
  CHECK_FALSE(token("Bearer abc, Bearer def"));
}

}  // namespace
}  // namespace vinhdanh
