// Passwords are kept as argon2id strings, and two threads hash at once.
#include "adapters/passwords.hpp"

#include <atomic>
#include <future>

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

TEST_CASE("at most two jobs run at once, sixteen wait, the next is not taken", "[passwords]") {
  std::promise<void> gate;
  const auto opened = gate.get_future().share();
  std::atomic<int> running{0};
  std::atomic<int> most{0};
  std::atomic<int> done{0};
  std::promise<void> both;
  {
    HashingLine line;
    const auto job = [&] {
      const int now = ++running;
      int seen = most;
      while (seen < now && !most.compare_exchange_weak(seen, now)) {
      }
      if (now == 2 && done == 0) both.set_value();
      opened.wait();
      --running;
      ++done;
    };
    REQUIRE(line.start(job));
    REQUIRE(line.start(job));
    both.get_future().wait();
    for (std::size_t i = 0; i < HashingLine::most_waiting; ++i) CHECK(line.start(job));
    CHECK_FALSE(line.start(job));
    gate.set_value();
    while (done < 18) std::this_thread::yield();
    CHECK(line.start([&] { ++done; }));
    while (done < 19) std::this_thread::yield();
  }
  CHECK(most == 2);
}
