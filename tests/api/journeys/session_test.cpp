// The journeys' session: whose token is sent, how people are called, and a problem told with all its reasons.
#include "api/cli/journeys/session.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::journeys;

namespace {

Session session_with(const Json& tokens) { return Session(Nodes({"http://127.0.0.1:9"}), tokens); }

Json two_appointments() {
  return {{"so.head", {{{"role", "unit_head"}, {"token", "a"}}, {{"role", "office_head"}, {"token", "b"}}}}};
}

}  // namespace

TEST_CASE("a role is found at the account that the demo gives it") {
  CHECK(hand_of("so", "office_head").account == "so.head");
  CHECK(hand_of("so", "decider", true).account == "so.deputy");
  CHECK(hand_of("so", "registry_clerk").account == "so.clerk");
  CHECK(hand_of("so", "appraiser").account == "so.specialist");
  CHECK_THROWS_AS(hand_of("so", "administrator"), Unexpected);
}

TEST_CASE("a deputy is called so") {
  CHECK(spoken(hand_of("so", "decider")) == "người ký");
  CHECK(spoken(hand_of("so", "decider", true)) == "KT. người ký");
}

TEST_CASE("an account is known in the roles it has and in no other") {
  const auto session = session_with(two_appointments());
  CHECK(session.knows({"so.head", "office_head"}));
  CHECK_FALSE(session.knows({"so.head", "decider"}));
  CHECK_FALSE(session.knows({"so.clerk", "unit_clerk"}));
}

TEST_CASE("a tokens file of another shape is said to be one") {
  CHECK_THROWS_AS(session_with(Json::array()), Unexpected);
  CHECK_THROWS_AS(session_with(Json::object()), Unexpected);
}

TEST_CASE("a refusal is told with the sentence and place of every reason") {
  const Answer answer{409,
                      "",
                      {{"code", "quota_full"},
                       {"detail", "Không thực hiện được."},
                       {"reasons",
                        {{{"code", "quota_full"}, {"sentence", {{"vi", "Đã hết chỗ."}, {"en", "No place is left."}}}},
                         {{"code", "paper_missing"},
                          {"sentence", {{"vi", "Thiếu giấy tờ."}, {"en", "A paper is missing."}}},
                          {"pointer", "/papers/x"}}}}}};
  const auto text = told(answer);
  CHECK(text.find("409 quota_full: Không thực hiện được.") == 0);
  CHECK(text.find("- quota_full: Đã hết chỗ.") != std::string::npos);
  CHECK(text.find("- paper_missing /papers/x: Thiếu giấy tờ.") != std::string::npos);
}

TEST_CASE("an expected answer passes, another throws who did what") {
  const auto session = session_with(two_appointments());
  const Hand hand{"so.head", "office_head"};
  CHECK(session.expected({201, "\"1\"", {{"id", "x"}}}, hand, "gửi").etag == "\"1\"");
  try {
    session.expected({412, "", {{"code", "precondition_failed"}}}, hand, "gửi hồ sơ");
    FAIL("412 was taken for success");
  } catch (const Unexpected& fault) {
    const std::string text = fault.what();
    CHECK(text.find("gửi hồ sơ") != std::string::npos);
    CHECK(text.find("so.head (office_head)") != std::string::npos);
    CHECK(text.find("412 precondition_failed") != std::string::npos);
  }
}
