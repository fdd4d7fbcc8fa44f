// Passwords are kept as argon2id strings.
#include "adapters/passwords.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

constexpr PasswordCost cheap{1, 8192};

}  // namespace

TEST_CASE("a password matches its own hash only, and two hashes of it differ", "[passwords]") {
  const Passwords passwords(cheap);
  const std::string phc = passwords.hash("mật khẩu dài");
  CHECK(phc.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
  CHECK(passwords.matches(phc, "mật khẩu dài"));
  CHECK_FALSE(passwords.matches(phc, "mật khẩu dàI"));
  CHECK_FALSE(passwords.matches(phc, ""));
  CHECK_FALSE(passwords.matches("", "mật khẩu dài"));
  CHECK(passwords.hash("mật khẩu dài") != phc);
  passwords.match_nobody("x");
}

TEST_CASE("in use a hash takes 64 MiB and three passes", "[passwords]") {
  CHECK(Passwords().hash("x").starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
}
