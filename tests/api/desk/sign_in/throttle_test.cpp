// The numbers of holding guesses back: how long at most, how soon forgotten, and what counts as one address.
#include "api/desk/sign_in/throttle.hpp"

#include "tests/api/desk/browser.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

constexpr std::int64_t second = 1000;

struct Guesses {
  Throttle throttle;
  Instant now{1'700'000'000'000};
  std::string address = "192.0.2.1";

  int wait(const std::string& login = "an") { return throttle.wait(login, address, now); }
  void fail(int times, const std::string& login = "an") {
    for (int i = 0; i < times; ++i) throttle.failed(login, address, now);
  }
  void later(std::int64_t seconds) { now.milliseconds += seconds * second; }
};

}  // namespace

TEST_CASE("the wait doubles to a quarter of an hour and no further", "[sign-in]") {
  Guesses it;
  it.fail(4);
  CHECK(it.wait() == 0);
  it.fail(1);
  CHECK(it.wait() == 1);
  it.fail(1);
  CHECK(it.wait() == 2);
  it.fail(8);
  CHECK(it.wait() == 512);
  it.fail(1);
  CHECK(it.wait() == 900);
  it.fail(4);
  CHECK(it.wait() == 900);
  CHECK(it.wait("binh") == 0);
  it.later(899);
  CHECK(it.wait() == 1);
  it.later(1);
  CHECK(it.wait() == 0);
}

TEST_CASE("an hour without a failure forgets those before it", "[sign-in]") {
  Guesses it;
  it.fail(10);
  it.later(3600);
  it.fail(1);
  CHECK(it.wait() == 64);  // within the hour they still count
  it.later(3601);
  CHECK(it.wait() == 0);
  it.fail(4);
  CHECK(it.wait() == 0);
  it.fail(1);
  CHECK(it.wait() == 1);
}

TEST_CASE("an IPv6 network of 64 bits is one address, a neighbour's is another", "[sign-in]") {
  Guesses it;
  for (int i = 0; i < 5; ++i) {
    it.address = "2001:db8:1:2::" + std::to_string(i + 1);
    it.fail(1);
  }
  it.address = "2001:db8:1:2:ffff::9";
  CHECK(it.wait() == 1);
  it.address = "[2001:db8:1:2::77]";
  CHECK(it.wait() == 1);
  it.address = "2001:db8:1:3::1";
  CHECK(it.wait() == 0);
}

TEST_CASE("one address fails twenty logins, then one each quarter of a minute", "[sign-in]") {
  Guesses it;
  for (int i = 0; i < 20; ++i) {
    CHECK(it.wait("login" + std::to_string(i)) == 0);
    it.fail(1, "login" + std::to_string(i));
  }
  CHECK(it.wait("another") == 15);
  it.later(15);
  CHECK(it.wait("another") == 0);
  it.address = "192.0.2.2";
  CHECK(it.wait("another") == 0);
}

TEST_CASE("also good sign-ins from one address are sixty at once and two a second", "[sign-in]") {
  Guesses it;
  for (int i = 0; i < 60; ++i) {
    CHECK(it.wait() == 0);
    it.throttle.succeeded("an", it.address);
  }
  CHECK(it.wait() == 1);
  it.now.milliseconds += 500;
  CHECK(it.wait() == 0);
  CHECK(it.wait() == 1);
}

TEST_CASE("a success forgets the failures of that login at that address alone", "[sign-in]") {
  Guesses it;
  it.fail(5, "an");
  it.fail(5, "binh");
  it.throttle.succeeded("an", it.address);
  CHECK(it.wait("an") == 0);
  CHECK(it.wait("binh") == 1);
  it.fail(5, "an");
  it.throttle.succeeded("an", "192.0.2.2");
  CHECK(it.wait("an") == 1);
}

TEST_CASE("a stolen session does not let the password be guessed where it is changed", "[sign-in]") {
  Rig rig(day(2025, 2, 12));
  const auto person = with_password(rig, "an", some_password);
  appoint(rig, person, home_affairs, Role::specialist);
  Browser thief(rig);
  REQUIRE(thief.sign_in("an", some_password).status == 201);
  const auto change = [&](const std::string& current) {
    return thief.put("/v1/password", {{"current_password", current}, {"new_password", "mật khẩu mới hơn"}});
  };
  for (int i = 0; i < 5; ++i) CHECK(change("sai").status == 422);
  const auto held = change(some_password);
  CHECK(held.status == 429);
  CHECK(held.code() == "rate_limited");
  CHECK(held.headers.at("retry-after") == "1");
  CHECK(thief.post("/v1/second-factor", {{"password", some_password}}).status == 429);
  rig.clock.system.milliseconds += second;
  CHECK(change(some_password).status == 200);
}
