// Text cut to a length.
#include "engine/codec/text.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;

TEST_CASE("a beginning holds whole characters", "[codec]") {
  CHECK(beginning_of("", 3).empty());
  CHECK(beginning_of("khen", 4) == "khen");
  CHECK(beginning_of("khen", 3) == "khe");
  // "ế" is three bytes, "đ" two.
  CHECK(beginning_of("tiếng", 5) == "tiế");
  CHECK(beginning_of("tiếng", 4) == "ti");
  CHECK(beginning_of("tiếng", 3) == "ti");
  CHECK(beginning_of("đđ", 3) == "đ");
  CHECK(beginning_of("đđ", 4) == "đđ");
}

TEST_CASE("what is no UTF-8 has a beginning too", "[codec]") {
  CHECK(beginning_of("\x80\x80\x80", 2) == "\x80\x80");
}
