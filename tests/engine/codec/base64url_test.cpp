// base64url: the vectors of RFC 4648, and one text for each value.
#include "engine/codec/base64url.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;

TEST_CASE("base64url has one text for each value") {
  CHECK(to_base64url("") == "");
  CHECK(to_base64url("f") == "Zg");
  CHECK(to_base64url("fo") == "Zm8");
  CHECK(to_base64url("foobar") == "Zm9vYmFy");
  CHECK(to_base64url("\xfb\xff") == "-_8");
  CHECK(from_base64url("Zm8") == "fo");
  CHECK_FALSE(from_base64url("Zm9"));  // stray bits
  CHECK_FALSE(from_base64url("Zm8="));
  CHECK_FALSE(from_base64url("Z"));
  CHECK_FALSE(from_base64url("Zm+/"));
}
