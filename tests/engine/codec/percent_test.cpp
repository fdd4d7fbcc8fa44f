// Percent-encoding as RFC 3986, 2.1 and 2.3 have it.
#include "engine/codec/percent.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;

TEST_CASE("what is unreserved stays, every other byte is two upper-case digits", "[codec]") {
  CHECK(percent_encoded("AZaz09-._~") == "AZaz09-._~");
  CHECK(percent_encoded("a b/ì%+") == "a%20b%2F%C3%AC%25%2B");
  CHECK(percent_encoded({"\0\xff", 2}) == "%00%FF");
  CHECK(percent_encoded("").empty());
}
