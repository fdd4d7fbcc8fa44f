// Which era is in force on a day, and which rule it holds.
#include "engine/definition/law.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

Law two_eras() {
  Law law;
  law.eras.resize(2);
  law.eras[0].id = "E1";
  law.eras[0].to = Date::parse("2023-12-31");
  law.eras[0].rules = {{.code = "notice_days", .value = "5"}};
  law.eras[1].id = "E2";
  law.eras[1].from = Date::parse("2024-01-01");
  return law;
}

}  // namespace

TEST_CASE("an era is in force to the end of its last day") {
  const Law law = two_eras();
  CHECK(law.on(*Date::parse("1950-01-01")).id == "E1");
  CHECK(law.on(*Date::parse("2023-12-31")).id == "E1");
  CHECK(law.on(*Date::parse("2024-01-01")).id == "E2");
  CHECK(law.on(*Date::parse("2099-01-01")).id == "E2");
}

TEST_CASE("a rule is found by its code in its own era only") {
  const Law law = two_eras();
  REQUIRE(law.era("E1"));
  REQUIRE(law.era("E1")->rule("notice_days"));
  CHECK(law.era("E1")->rule("notice_days")->value == "5");
  CHECK_FALSE(law.era("E1")->rule("notice"));
  CHECK_FALSE(law.era("E2")->rule("notice_days"));
  CHECK_FALSE(law.era("E3"));
}
