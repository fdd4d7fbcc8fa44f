// Dates, instants and decimals: reading, writing, and everything they refuse.
#include "engine/model/basics.hpp"
#include "engine/model/legal_time.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;

TEST_CASE("a date reads back as it is written") {
  const auto text = GENERATE(as<std::string>(), "1970-01-01", "2024-02-29", "2000-02-29", "1900-01-01", "2199-12-31");
  const auto date = Date::parse(text);
  REQUIRE(date);
  CHECK(date->text() == text);
}

TEST_CASE("a date that does not exist is refused") {
  const auto text = GENERATE(as<std::string>(), "2023-02-29", "1900-02-29", "2025-04-31", "2025-00-10", "2025-13-01",
                             "2025-01-00", "1899-12-31", "2200-01-01", "2025-1-01", "25-01-01", "2025/01/01", "",
                             "2025-01-01 ", "+025-01-01", "2025-01-0a");
  CHECK_FALSE(Date::parse(text));
}

TEST_CASE("a date knows its parts, its weekday and its neighbours") {
  const auto friday = *Date::of(2025, 1, 24);
  CHECK(friday.year() == 2025);
  CHECK(friday.month() == 1);
  CHECK(friday.day() == 24);
  CHECK(friday.weekday() == 5);
  CHECK(friday.plus(2).weekday() == 0);
  CHECK(friday.plus(8).text() == "2025-02-01");
  CHECK(Date::of(1970, 1, 1)->days() == 0);
  CHECK(Date::of(1969, 12, 31)->days() == -1);
  CHECK(Date::of(1969, 12, 31)->weekday() == 3);
}

TEST_CASE("a date is shown with the day first") {
  CHECK(written_date(*Date::of(2024, 2, 9)) == "09/02/2024");
  CHECK(written_date(*Date::of(1975, 12, 31)) == "31/12/1975");
}

TEST_CASE("an instant reads back as it is written") {
  const auto text = GENERATE(as<std::string>(), "1970-01-01T00:00:00.000Z", "2025-01-24T02:03:04.005Z",
                             "1969-12-31T23:59:59.999Z", "2099-12-31T23:59:59.999Z");
  const auto instant = Instant::parse(text);
  REQUIRE(instant);
  CHECK(instant->text() == text);
}

TEST_CASE("an instant of another shape is refused") {
  const auto text = GENERATE(as<std::string>(), "2025-01-24T02:03:04Z", "2025-01-24T24:00:00.000Z",
                             "2025-01-24T23:60:00.000Z", "2025-01-24T23:59:60.000Z", "2025-02-30T00:00:00.000Z",
                             "2025-01-24 02:03:04.005Z", "2025-01-24T02:03:04.005+", "");
  CHECK_FALSE(Instant::parse(text));
}

TEST_CASE("the legal date changes at midnight in Viet Nam, 17:00 UTC") {
  CHECK(Instant::parse("2025-01-24T16:59:59.999Z")->legal_date().text() == "2025-01-24");
  CHECK(Instant::parse("2025-01-24T17:00:00.000Z")->legal_date().text() == "2025-01-25");
  CHECK(Instant{-1}.legal_date().text() == "1970-01-01");
  CHECK(Instant{-25'200'001}.legal_date().text() == "1969-12-31");
}

TEST_CASE("a decimal is exact to a ten-thousandth and written in its shortest form") {
  const auto [text, units, shortest] = GENERATE(table<std::string, std::int64_t, std::string>({
      {"6", 60'000, "6"},
      {"5.99", 59'900, "5.99"},
      {"6.00", 60'000, "6"},
      {"0.0001", 1, "0.0001"},
      {"-0.5", -5'000, "-0.5"},
      {"-0", 0, "0"},
      {"007.10", 71'000, "7.1"},
      {"999999999999.9999", 9'999'999'999'999'999, "999999999999.9999"},
  }));
  const auto decimal = Decimal::parse(text);
  REQUIRE(decimal);
  CHECK(decimal->units() == units);
  CHECK(decimal->text() == shortest);
}

TEST_CASE("a text that is no decimal of ours is refused") {
  const auto text = GENERATE(as<std::string>(), "", "-", ".", "5.", ".5", "5,99", "1e3", "+1", " 1", "1 ", "0.00001",
                             "1000000000000", "--1", "1.2.3", "1.-2", "NaN");
  CHECK_FALSE(Decimal::parse(text));
}
