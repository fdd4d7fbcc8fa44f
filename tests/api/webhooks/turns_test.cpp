// Who is left alone, and for how long.
#include "api/webhooks/turns.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

Webhook webhook(const std::string& id, const std::string& url) {
  Webhook made;
  made.id = id;
  made.url = url;
  return made;
}

const Webhook one = webhook("1", "https://a.example/x");
const Webhook two = webhook("2", "https://A.example:443/y");
const Webhook other = webhook("3", "https://b.example/");
constexpr Instant begun{1'000'000};

Instant seconds(int count) { return {begun.milliseconds + count * 1'000}; }

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("one receiver, by whatever webhooks, has at most so many messages under way", "[webhooks]") {
  WebhookTurns turns(2);
  turns.know({one, two, other});
  turns.began(one);
  CHECK(turns.resting(begun).empty());
  turns.began(two);
  CHECK(turns.resting(begun) == Ids{"1", "2"});
  turns.ended("1");
  CHECK(turns.resting(begun).empty());
}

TEST_CASE("who fails rests, ever longer, then one message tries, and one that arrives ends it", "[webhooks]") {
  WebhookTurns turns(2);
  turns.know({one, two, other});
  int passed = 0;
  for (const int rest : {4, 8, 16, 32, 64, 128, 240, 240}) {
    CAPTURE(rest);
    turns.began(one);
    CHECK(turns.resting(seconds(passed)) == (passed == 0 ? Ids{} : Ids{"1"}));  // one tries, not two
    turns.failed("1", seconds(passed));
    turns.ended("1");
    passed += rest;
    CHECK(turns.resting({seconds(passed).milliseconds - 1}) == Ids{"1"});
    CHECK(turns.resting(seconds(passed)).empty());
  }
  turns.began(one);
  turns.wake("1");
  CHECK(turns.resting(seconds(passed)).empty());
}

TEST_CASE("who asks to be left alone is, and somebody who changes something ends it", "[webhooks]") {
  WebhookTurns turns(2);
  turns.know({one, other});
  turns.failed("1", begun, seconds(3'600));
  CHECK(turns.resting(seconds(3'599)) == Ids{"1"});
  CHECK(turns.resting(seconds(3'600)).empty());
  turns.failed("1", begun, seconds(3'600));
  turns.wake("1");
  CHECK(turns.resting(begun).empty());
}

TEST_CASE("those that are gone are forgotten, once nothing of theirs is under way", "[webhooks]") {
  WebhookTurns turns(1);
  turns.know({one, other});
  turns.began(one);
  turns.know({other});
  CHECK(turns.resting(begun) == Ids{"1"});
  turns.ended("1");
  turns.know({other});
  CHECK(turns.resting(begun).empty());
}
