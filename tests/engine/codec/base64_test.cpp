// base64: the vectors of RFC 4648, and one text for each value.
#include "engine/codec/base64.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;

TEST_CASE("base64 has one text for each value") {
  CHECK(to_base64("") == "");
  CHECK(to_base64("f") == "Zg==");
  CHECK(to_base64("fo") == "Zm8=");
  CHECK(to_base64("foo") == "Zm9v");
  CHECK(to_base64("\xfb\xff") == "+/8=");
  CHECK(from_base64("Zm8=") == "fo");
  CHECK(from_base64("+/8=") == "\xfb\xff");
  CHECK(from_base64("") == "");
  for (const char* wrong : {"Zm8", "Zm9=", "Zg=", "Zg===", "=", "-_8=", "Zm8=Zm8=", "Zm 8"}) {
    INFO(wrong);
    CHECK_FALSE(from_base64(wrong));
  }
}
