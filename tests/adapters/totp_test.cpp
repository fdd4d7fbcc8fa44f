// The codes of RFC 6238, appendix B, and what counts as one of now.
#include "adapters/totp.hpp"

#include <stdexcept>

#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

const std::string secret = to_base32("12345678901234567890");

Instant at_second(std::int64_t second) { return {second * 1000}; }

}  // namespace

TEST_CASE("the test values of RFC 6238 for SHA-1", "[totp]") {
  const std::pair<std::int64_t, const char*> rows[] = {{59, "94287082"},         {1111111109, "07081804"},
                                                       {1111111111, "14050471"}, {1234567890, "89005924"},
                                                       {2000000000, "69279037"}, {20000000000, "65353130"}};
  for (const auto& [second, code] : rows) {
    CHECK(totp_code(secret, totp_step(at_second(second)), 8) == code);
    CHECK(totp_code(secret, totp_step(at_second(second))) == std::string(code).substr(2));
  }
}

TEST_CASE("a code counts in its own thirty seconds and in those beside them", "[totp]") {
  const std::string code = "287082";  // of second 59
  for (const std::int64_t second : {0, 29, 30, 59, 60, 89}) CHECK(step_of_code(secret, code, at_second(second)) == 1);
  for (const std::int64_t second : {90, 119, 100000}) CHECK_FALSE(step_of_code(secret, code, at_second(second)));
  for (const char* wrong : {"", "28708", "2870820", "287083", "28708x"})
    CHECK_FALSE(step_of_code(secret, wrong, at_second(59)));
}

TEST_CASE("base32 of RFC 4648, without padding", "[totp]") {
  const std::pair<const char*, const char*> rows[] = {{"", ""},
                                                      {"f", "MY"},
                                                      {"fo", "MZXQ"},
                                                      {"foo", "MZXW6"},
                                                      {"foob", "MZXW6YQ"},
                                                      {"fooba", "MZXW6YTB"},
                                                      {"foobar", "MZXW6YTBOI"}};
  for (const auto& [bytes, text] : rows) {
    CHECK(to_base32(bytes) == text);
    CHECK(from_base32(text) == std::string(bytes));
  }
  for (const char* wrong : {"mzxw6", "MZXW1", "MZXW6===", "M", "MZ"}) CHECK_FALSE(from_base32(wrong));
  CHECK_THROWS_AS(totp_code("?", 1), std::invalid_argument);
}

TEST_CASE("a new secret has 160 bits, and its address names the login in safe characters", "[totp]") {
  CHECK(from_base32(new_totp_secret())->size() == 20);
  CHECK(new_totp_secret() != new_totp_secret());
  CHECK(otpauth_uri("ABC", "an&b/ì") ==
        "otpauth://totp/vinhdanh:an%26b%2F%C3%AC?secret=ABC&issuer=vinhdanh&algorithm=SHA1&digits=6&period=30");
}
