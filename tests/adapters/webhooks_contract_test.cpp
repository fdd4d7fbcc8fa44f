// What every store promises of webhooks: each stream in order, one of it at a time, at least once, and nothing lost on the way.
#include <atomic>
#include <latch>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "adapters/memory/memory_webhooks.hpp"
#include "adapters/postgres/postgres_schema.hpp"
#include "adapters/sql/sql_webhooks.hpp"
#include "adapters/sql/statements_webhooks.hpp"
#include "adapters/sqlite/sqlite_connection.hpp"
#include "engine/ports/nothing_written.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/rounds.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct WebhooksInMemory : InMemory {
  MemoryWebhooks webhooks{store};
};
struct WebhooksInSqlite : InSqlite {
  SqlWebhooks webhooks{store};
};
struct WebhooksInPostgres : InPostgres {
  SqlWebhooks webhooks{store};
};

#define WEBHOOK_HOMES WebhooksInMemory, WebhooksInSqlite, WebhooksInPostgres

constexpr Instant start{1'000};
constexpr Instant long_after{900'000};

Webhook hook(const std::string& id) {
  Webhook it;
  it.id = id;
  it.person = "person-1";
  it.appointment = "appointment-1";
  it.url = "https://hồ-sơ.example/a?b='c'";
  it.types = {"dossier_opened", "dossier_returned"};
  it.secret = "whsec_first";
  it.made = start;
  return it;
}

Delivery delivery(const std::string& webhook, const std::string& id, std::int64_t n, Instant due = start) {
  return {{webhook, StreamKind::dossier, id, n}, "event " + std::to_string(n) + " of " + id, 0, due, false, ""};
}

DeliveryKey key(const std::string& webhook, const std::string& id, std::int64_t n) { return delivery(webhook, id, n).key; }

/// "w1:d1#0" for each.
std::string text(const std::vector<Delivery>& all) {
  std::string text;
  for (const Delivery& it : all)
    text += (text.empty() ? "" : " ") + it.key.webhook + ":" + it.key.stream_id + "#" + std::to_string(it.key.n);
  return text;
}

/// One step behind where the webhook is in the feed.
bool put(Webhooks& webhooks, const std::string& webhook, const std::vector<Delivery>& some) {
  const FeedPlace from = webhooks.webhook_place(webhook);
  return webhooks.put_deliveries(webhook, some, from, {from.transaction, from.seq + 1});
}

std::string take(Webhooks& webhooks, Instant now = start, Instant until = long_after, int limit = 100) {
  return text(webhooks.take_deliveries(now, until, limit));
}

std::string dead(const Webhooks& webhooks, const std::string& webhook) {
  return text(webhooks.dead_deliveries(webhook, std::nullopt, 100));
}

/// One webhook, whose stream `d1` has three waiting and `d2` one.
template <class Home>
struct Waiting : Home {
  Waiting() {
    this->webhooks.add_webhook(hook("w1"), {});
    REQUIRE(put(this->webhooks, "w1",
                {delivery("w1", "d1", 0), delivery("w1", "d1", 1), delivery("w1", "d2", 0), delivery("w1", "d1", 2)}));
  }
};

}  // namespace

TEMPLATE_TEST_CASE("a webhook is kept as it was given, changed, and dropped with all that it had", "[contract]", WEBHOOK_HOMES) {
  TestType home;
  Webhooks& webhooks = home.webhooks;
  CHECK(webhooks.webhooks().empty());
  webhooks.add_webhook(hook("w2"), {3, 17});
  webhooks.add_webhook(hook("w1"), {});
  CHECK(webhooks.webhooks() == std::vector{hook("w1"), hook("w2")});
  CHECK(webhooks.webhook_place("w2") == FeedPlace{3, 17});
  CHECK(webhooks.webhook_place("w1") == FeedPlace{});

  Webhook other = hook("w2");
  other.url = "https://elsewhere.example";
  other.types = {};
  other.secret = "whsec_second";
  other.earlier_secret = "whsec_first";
  other.earlier_until = Instant{77};
  other.paused = true;
  CHECK(webhooks.change_webhook(other));
  CHECK(webhooks.webhook("w2") == other);
  CHECK(webhooks.webhook("w1") == hook("w1"));
  CHECK(webhooks.webhook_place("w2") == FeedPlace{3, 17});

  REQUIRE(put(webhooks, "w2", {delivery("w2", "d1", 0), delivery("w2", "d1", 1)}));
  CHECK(webhooks.drop_webhook("w2"));
  CHECK(webhooks.webhook("w2") == std::nullopt);
  CHECK(webhooks.webhook_place("w2") == FeedPlace{});
  CHECK_FALSE(webhooks.drop_webhook("w2"));
  CHECK_FALSE(webhooks.change_webhook(other));
  CHECK_FALSE(webhooks.replay_webhook("w2", {}));
  CHECK_FALSE(put(webhooks, "w2", {}));
  webhooks.delivered(key("w2", "d1", 0), start);
  webhooks.not_delivered(key("w2", "d1", 0), start, std::nullopt, "gone");
  CHECK(webhooks.webhook_state("w2") == WebhookState{});

  webhooks.add_webhook(hook("w2"), {});
  CHECK(webhooks.webhook_state("w2") == WebhookState{});
  CHECK(take(webhooks) == "");
}

TEMPLATE_TEST_CASE("of each webhook and stream the first that waits is taken, and the next when that has arrived", "[contract]",
                   WEBHOOK_HOMES) {
  Waiting<TestType> home;
  Webhooks& webhooks = home.webhooks;
  webhooks.add_webhook(hook("w2"), {});
  REQUIRE(put(webhooks, "w2", {delivery("w2", "d1", 1)}));
  const auto taken = webhooks.take_deliveries(start, long_after, 100);
  CHECK(text(taken) == "w1:d1#0 w1:d2#0 w2:d1#1");
  Delivery first = delivery("w1", "d1", 0);
  first.attempts = 1;
  CHECK(taken.at(0) == first);
  CHECK(take(webhooks) == "");

  webhooks.delivered(key("w1", "d1", 0), start);
  CHECK(take(webhooks) == "w1:d1#1");
  REQUIRE(put(webhooks, "w1", {delivery("w1", "d2", 1)}));
  CHECK(take(webhooks) == "");
  webhooks.delivered(key("w1", "d2", 0), start);
  webhooks.delivered(key("w1", "d2", 0), start);  // said twice
  CHECK(take(webhooks) == "w1:d2#1");
}

TEMPLATE_TEST_CASE("of webhooks that are to be left alone nothing is taken", "[contract]", WEBHOOK_HOMES) {
  Waiting<TestType> home;
  Webhooks& webhooks = home.webhooks;
  webhooks.add_webhook(hook("w2"), {});
  REQUIRE(put(webhooks, "w2", {delivery("w2", "d1", 0)}));
  const std::vector<std::string> both{"w1", "w2"};
  CHECK(webhooks.take_deliveries(start, long_after, 100, both).empty());
  CHECK(text(webhooks.take_deliveries(start, long_after, 100, std::span(both).first(1))) == "w2:d1#0");
  CHECK(take(webhooks) == "w1:d1#0 w1:d2#0");
}

TEMPLATE_TEST_CASE("what nobody is to be told any more is forgotten without having arrived", "[contract]", WEBHOOK_HOMES) {
  Waiting<TestType> home;
  Webhooks& webhooks = home.webhooks;
  REQUIRE(take(webhooks) == "w1:d1#0 w1:d2#0");
  webhooks.delivered(key("w1", "d1", 0), std::nullopt);
  CHECK(take(webhooks) == "w1:d1#1");
  CHECK_FALSE(webhooks.webhook_state("w1").last_delivered);
  CHECK(webhooks.webhook_state("w1").waiting == 3);
}

TEMPLATE_TEST_CASE("who took one and never came back loses it when the lease ends", "[contract]", WEBHOOK_HOMES) {
  Waiting<TestType> home;
  Webhooks& webhooks = home.webhooks;
  CHECK(take(webhooks, start, Instant{2'000}) == "w1:d1#0 w1:d2#0");
  CHECK(take(webhooks, Instant{1'999}) == "");
  const auto again = webhooks.take_deliveries(Instant{2'000}, Instant{3'000}, 1);
  CHECK(text(again) == "w1:d1#0");
  CHECK(again.at(0).attempts == 2);
}

TEMPLATE_TEST_CASE("what failed is tried again when its time comes, and what follows waits for it", "[contract]", WEBHOOK_HOMES) {
  Waiting<TestType> home;
  Webhooks& webhooks = home.webhooks;
  REQUIRE(take(webhooks) == "w1:d1#0 w1:d2#0");
  webhooks.not_delivered(key("w1", "d1", 0), Instant{1'500}, Instant{5'000}, "answered 503");
  CHECK(take(webhooks, Instant{4'999}) == "");
  const auto again = webhooks.take_deliveries(Instant{5'000}, long_after, 100);
  CHECK(text(again) == "w1:d1#0");
  CHECK(again.at(0).attempts == 2);
  CHECK(again.at(0).due == Instant{5'000});
  CHECK(again.at(0).why == "answered 503");
  CHECK(webhooks.webhook_state("w1") == WebhookState{4, 0, std::nullopt, Instant{1'500}});
}

TEMPLATE_TEST_CASE("what is dead is not taken, and what follows goes on", "[contract]", WEBHOOK_HOMES) {
  Waiting<TestType> home;
  Webhooks& webhooks = home.webhooks;
  REQUIRE(take(webhooks) == "w1:d1#0 w1:d2#0");
  webhooks.not_delivered(key("w1", "d1", 0), Instant{1'500}, std::nullopt, "ngã ba 'x'");
  CHECK(take(webhooks) == "w1:d1#1");
  Delivery given_up = delivery("w1", "d1", 0);
  given_up.attempts = 1;
  given_up.dead = true;
  given_up.why = "ngã ba 'x'";
  CHECK(webhooks.dead_deliveries("w1", std::nullopt, 100) == std::vector{given_up});
  CHECK(webhooks.webhook_state("w1") == WebhookState{3, 1, std::nullopt, Instant{1'500}});

  // A slower one that had it too comes late: with a failure, which changes nothing, or with success.
  webhooks.not_delivered(key("w1", "d1", 0), Instant{1'400}, Instant{2'000}, "too late");
  CHECK(webhooks.dead_deliveries("w1", std::nullopt, 100) == std::vector{given_up});
  webhooks.delivered(key("w1", "d1", 0), Instant{1'600});
  CHECK(webhooks.webhook_state("w1") == WebhookState{3, 0, Instant{1'600}, Instant{1'500}});
}

TEMPLATE_TEST_CASE("those due longest come first, as many as are asked for", "[contract]", WEBHOOK_HOMES) {
  TestType home;
  Webhooks& webhooks = home.webhooks;
  for (const char* id : {"w1", "w2"}) webhooks.add_webhook(hook(id), {});
  REQUIRE(put(webhooks, "w1", {delivery("w1", "a", 0, Instant{300}), delivery("w1", "b", 5, Instant{100}),
                               delivery("w1", "b", 6, Instant{1}), delivery("w1", "c", 0, Instant{1'001})}));
  REQUIRE(put(webhooks, "w2", {delivery("w2", "a", 0, Instant{200})}));
  CHECK(take(webhooks, start, long_after, 0) == "");
  CHECK(take(webhooks, start, long_after, 2) == "w1:b#5 w2:a#0");
  webhooks.delivered(key("w1", "b", 5), start);
  CHECK(take(webhooks, start, long_after, 2) == "w1:b#6 w1:a#0");
  CHECK(take(webhooks) == "");
  CHECK(take(webhooks, Instant{1'001}) == "w1:c#0");
}

TEMPLATE_TEST_CASE("deliveries come with the place that they were made up to, or not at all", "[contract]", WEBHOOK_HOMES) {
  TestType home;
  Webhooks& webhooks = home.webhooks;
  webhooks.add_webhook(hook("w1"), {2, 5});
  const std::vector<Delivery> some = {delivery("w1", "d1", 0)};
  for (const FeedPlace& other : {FeedPlace{2, 4}, FeedPlace{2, 6}, FeedPlace{1, 5}, FeedPlace{3, 5}, FeedPlace{}})
    CHECK_FALSE(webhooks.put_deliveries("w1", some, other, {2, 9}));
  CHECK(webhooks.webhook_place("w1") == FeedPlace{2, 5});
  CHECK(take(webhooks) == "");
  CHECK(webhooks.put_deliveries("w1", some, {2, 5}, {3, 1}));
  CHECK(webhooks.webhook_place("w1") == FeedPlace{3, 1});
  CHECK_FALSE(webhooks.put_deliveries("w1", some, {2, 5}, {3, 1}));
  CHECK(webhooks.put_deliveries("w1", {}, {3, 1}, {3, 2}));
  CHECK(take(webhooks) == "w1:d1#0");
}

TEMPLATE_TEST_CASE("what is put and waits already stays as it is, and what is dead waits anew", "[contract]", WEBHOOK_HOMES) {
  Waiting<TestType> home;
  Webhooks& webhooks = home.webhooks;
  REQUIRE(take(webhooks, start, Instant{2'000}) == "w1:d1#0 w1:d2#0");
  webhooks.not_delivered(key("w1", "d1", 0), start, Instant{4'000}, "later");
  webhooks.not_delivered(key("w1", "d2", 0), start, std::nullopt, "never");
  const Instant anew{3'000};
  REQUIRE(put(webhooks, "w1", {delivery("w1", "d1", 0, anew), delivery("w1", "d2", 0, anew)}));
  const auto revived = webhooks.take_deliveries(anew, long_after, 100);
  CHECK(text(revived) == "w1:d2#0");
  CHECK(revived.at(0).attempts == 1);
  CHECK(revived.at(0).why == "");
  CHECK(revived.at(0).due == anew);
  const auto waiting = webhooks.take_deliveries(Instant{4'000}, long_after, 100);
  CHECK(text(waiting) == "w1:d1#0");
  CHECK(waiting.at(0).attempts == 2);
}

TEMPLATE_TEST_CASE("a replay makes a webhook go back in the feed, never forward", "[contract]", WEBHOOK_HOMES) {
  TestType home;
  Webhooks& webhooks = home.webhooks;
  webhooks.add_webhook(hook("w1"), {4, 9});
  CHECK(webhooks.replay_webhook("w1", {5, 1}));
  CHECK(webhooks.webhook_place("w1") == FeedPlace{4, 9});
  CHECK(webhooks.replay_webhook("w1", {3, 20}));
  CHECK(webhooks.webhook_place("w1") == FeedPlace{3, 20});
  CHECK_FALSE(webhooks.put_deliveries("w1", {}, {4, 9}, {4, 10}));  // who read the feed from where it was before
}

TEMPLATE_TEST_CASE("what comes again comes before what waits, in the order of its stream", "[contract]", WEBHOOK_HOMES) {
  Waiting<TestType> home;
  Webhooks& webhooks = home.webhooks;
  REQUIRE(take(webhooks, start, start) == "w1:d1#0 w1:d2#0");
  webhooks.delivered(key("w1", "d1", 0), start);
  webhooks.not_delivered(key("w1", "d1", 1), start, Instant{500'000}, "far off");
  REQUIRE(put(webhooks, "w1", {delivery("w1", "d1", 1), delivery("w1", "d1", 0)}));
  CHECK(take(webhooks) == "w1:d1#0 w1:d2#0");
  webhooks.delivered(key("w1", "d1", 0), start);
  CHECK(take(webhooks, Instant{499'999}) == "");
  CHECK(take(webhooks, Instant{500'000}) == "w1:d1#1");
}

TEMPLATE_TEST_CASE("a stream of which somebody has one is nobody else's, also when an earlier one comes again", "[contract]",
                   WEBHOOK_HOMES) {
  Waiting<TestType> home;
  Webhooks& webhooks = home.webhooks;
  webhooks.delivered(key("w1", "d2", 0), start);
  REQUIRE(take(webhooks) == "w1:d1#0");
  webhooks.delivered(key("w1", "d1", 0), start);
  REQUIRE(take(webhooks, start, Instant{2'000}) == "w1:d1#1");
  REQUIRE(put(webhooks, "w1", {delivery("w1", "d1", 0)}));
  CHECK(take(webhooks) == "");
  SECTION("it arrives") {
    webhooks.delivered(key("w1", "d1", 1), start);
    CHECK(take(webhooks) == "w1:d1#0");
    webhooks.delivered(key("w1", "d1", 0), start);
    CHECK(take(webhooks) == "w1:d1#2");
  }
  SECTION("it is to be tried again") {
    webhooks.not_delivered(key("w1", "d1", 1), start, start, "once more");
    CHECK(take(webhooks) == "w1:d1#0");
    webhooks.delivered(key("w1", "d1", 0), start);
    CHECK(take(webhooks) == "w1:d1#1");
  }
  SECTION("it is dead") {
    webhooks.not_delivered(key("w1", "d1", 1), start, std::nullopt, "never");
    CHECK(take(webhooks) == "w1:d1#0");
    webhooks.delivered(key("w1", "d1", 0), start);
    CHECK(take(webhooks) == "w1:d1#2");
  }
  SECTION("nobody hears of it") {
    CHECK(take(webhooks, Instant{1'999}) == "");
    CHECK(take(webhooks, Instant{2'000}) == "w1:d1#0");
  }
}

TEMPLATE_TEST_CASE("nothing is taken of a paused webhook, and what waited goes on afterwards", "[contract]", WEBHOOK_HOMES) {
  Waiting<TestType> home;
  Webhooks& webhooks = home.webhooks;
  webhooks.add_webhook(hook("w2"), {});
  REQUIRE(put(webhooks, "w2", {delivery("w2", "d1", 0)}));
  REQUIRE(take(webhooks, start, long_after, 1) == "w1:d1#0");
  Webhook paused = hook("w1");
  paused.paused = true;
  REQUIRE(webhooks.change_webhook(paused));
  REQUIRE(webhooks.change_webhook(paused));
  REQUIRE(put(webhooks, "w1", {delivery("w1", "d3", 0), delivery("w1", "d3", 1)}));
  CHECK(take(webhooks) == "w2:d1#0");
  webhooks.delivered(key("w1", "d1", 0), start);  // it was on its way
  CHECK(take(webhooks) == "");
  CHECK(webhooks.webhook_state("w1").waiting == 5);
  REQUIRE(webhooks.change_webhook(hook("w1")));
  REQUIRE(webhooks.change_webhook(hook("w1")));
  CHECK(take(webhooks) == "w1:d1#1 w1:d2#0 w1:d3#0");
}

TEMPLATE_TEST_CASE("a webhook that is paused and goes on leaves what is on its way to whoever has it", "[contract]",
                   WEBHOOK_HOMES) {
  Waiting<TestType> home;
  Webhooks& webhooks = home.webhooks;
  REQUIRE(take(webhooks, start, Instant{2'000}, 1) == "w1:d1#0");
  Webhook paused = hook("w1");
  paused.paused = true;
  REQUIRE(webhooks.change_webhook(paused));
  REQUIRE(webhooks.change_webhook(hook("w1")));
  CHECK(take(webhooks, Instant{1'999}) == "w1:d2#0");
  CHECK(take(webhooks, Instant{2'000}) == "w1:d1#0");
}

TEMPLATE_TEST_CASE("the dead of a webhook come in pages, each stream in order, and wait anew when somebody asks", "[contract]",
                   WEBHOOK_HOMES) {
  Waiting<TestType> home;
  Webhooks& webhooks = home.webhooks;
  Delivery account = delivery("w1", "z", 0);
  account.key.stream = StreamKind::account;
  webhooks.add_webhook(hook("w2"), {});
  REQUIRE(put(webhooks, "w2", {delivery("w2", "d1", 0)}));
  REQUIRE(put(webhooks, "w1", {account, delivery("w1", "d1", 10)}));
  webhooks.not_delivered(key("w2", "d1", 0), start, std::nullopt, "never");
  for (const auto& it : {key("w1", "d1", 10), key("w1", "d2", 0), account.key, key("w1", "d1", 0), key("w1", "d1", 2)})
    webhooks.not_delivered(it, start, std::nullopt, "never");
  CHECK(dead(webhooks, "w1") == "w1:z#0 w1:d1#0 w1:d1#2 w1:d1#10 w1:d2#0");
  CHECK(text(webhooks.dead_deliveries("w1", std::nullopt, 2)) == "w1:z#0 w1:d1#0");
  CHECK(text(webhooks.dead_deliveries("w1", key("w1", "d1", 0), 2)) == "w1:d1#2 w1:d1#10");
  CHECK(text(webhooks.dead_deliveries("w1", key("w1", "d1", 10), 2)) == "w1:d2#0");
  CHECK(text(webhooks.dead_deliveries("w1", key("w1", "d2", 0), 2)) == "");

  REQUIRE(take(webhooks, start, Instant{2'000}) == "w1:d1#1");
  CHECK(webhooks.revive_delivery(key("w1", "d1", 0), Instant{2'000}));
  CHECK_FALSE(webhooks.revive_delivery(key("w1", "d1", 0), Instant{2'000}));  // it waits
  CHECK_FALSE(webhooks.revive_delivery(key("w1", "d1", 1), Instant{2'000}));
  CHECK_FALSE(webhooks.revive_delivery(key("w1", "d9", 0), Instant{2'000}));
  CHECK_FALSE(webhooks.revive_delivery(key("w9", "d1", 0), Instant{2'000}));
  CHECK(webhooks.revive_delivery(key("w1", "d1", 2), Instant{2'000}));
  CHECK(dead(webhooks, "w1") == "w1:z#0 w1:d1#10 w1:d2#0");
  const auto taken = webhooks.take_deliveries(Instant{2'000}, long_after, 100);
  CHECK(text(taken) == "w1:d1#0");
  CHECK(taken.at(0).attempts == 1);
  webhooks.delivered(key("w1", "d1", 0), Instant{2'000});
  CHECK(take(webhooks, Instant{2'000}) == "w1:d1#1");
}

TEMPLATE_TEST_CASE("a webhook's times are those of the last arrival and of the last failure", "[contract]", WEBHOOK_HOMES) {
  Waiting<TestType> home;
  Webhooks& webhooks = home.webhooks;
  CHECK(webhooks.webhook_state("w1") == WebhookState{4, 0, std::nullopt, std::nullopt});
  webhooks.delivered(key("w1", "d1", 0), Instant{50});
  webhooks.delivered(key("w1", "d1", 1), Instant{40});  // said late
  webhooks.not_delivered(key("w1", "d1", 2), Instant{70}, Instant{80}, "busy");
  webhooks.not_delivered(key("w1", "d2", 0), Instant{60}, std::nullopt, "never");
  CHECK(webhooks.webhook_state("w1") == WebhookState{1, 1, Instant{50}, Instant{70}});
}

TEMPLATE_TEST_CASE("ids are compared byte by byte and carried as they are", "[contract]", WEBHOOK_HOMES) {
  TestType home;
  Webhooks& webhooks = home.webhooks;
  const std::string strange = "ngữ \"trích\" \\ / \n\x01 🏅 '; -- :name {} [null] $1 %";
  webhooks.add_webhook(hook(strange), {});
  std::vector<Delivery> some;
  for (const std::string& id : {strange, std::string("B"), std::string("a"), std::string("A"), std::string(), std::string("ă")})
    some.push_back(delivery(strange, id, 7));
  REQUIRE(put(webhooks, strange, some));
  const auto taken = webhooks.take_deliveries(start, long_after, 100);
  REQUIRE(taken.size() == some.size());
  std::vector<std::string> ids;
  for (const Delivery& it : taken) {
    CHECK(it.key.webhook == strange);
    CHECK(it.event == "event 7 of " + it.key.stream_id);
    ids.push_back(it.key.stream_id);
    webhooks.not_delivered(it.key, start, std::nullopt, strange);
  }
  CHECK(ids == std::vector<std::string>{"", "A", "B", "a", strange, "ă"});
  const auto dead = webhooks.dead_deliveries(strange, key(strange, "a", 7), 1);
  REQUIRE(dead.size() == 1);
  CHECK(dead.at(0).key == taken.at(4).key);
  CHECK(dead.at(0).why == strange);
  CHECK(webhooks.revive_delivery(dead.at(0).key, start));
  CHECK(webhooks.drop_webhook(strange));
}

namespace {

/// Takes deliveries beside others, and sees whether it was ever given what it must not have.
class Works {
 public:
  explicit Works(unsigned seed) : random_(seed) {}

  /// Until all of them are done with.
  void run(Webhooks& webhooks, std::size_t all) {
    while (done_count() < all) {
      for (const Delivery& it : webhooks.take_deliveries(start, long_after, 3)) settle(webhooks, it, begin(it.key));
    }
  }
  [[nodiscard]] std::vector<std::string> faults() const { return faults_; }

 private:
  using Stream = std::pair<std::string, std::string>;

  /// What is to become of it: 0 fails and is tried again, 1 dies, others arrive.
  int begin(const DeliveryKey& key) {
    const std::lock_guard lock(mutex_);
    const Stream stream{key.webhook, key.stream_id};
    if (!busy_.insert(stream).second) faults_.push_back("two of one stream at a time: " + key.stream_id);
    if (done_.contains(key)) faults_.push_back("again, after it was done: " + key.stream_id);
    auto& last = last_.try_emplace(stream, -1).first->second;
    if (key.n != last + 1) faults_.push_back(std::to_string(key.n) + " behind " + std::to_string(last));
    return std::uniform_int_distribution(0, 4)(random_);
  }
  void settle(Webhooks& webhooks, const Delivery& it, int what) {
    {
      const std::lock_guard lock(mutex_);
      busy_.erase({it.key.webhook, it.key.stream_id});
      if (what > 0) {
        last_[{it.key.webhook, it.key.stream_id}] = it.key.n;
        done_.insert(it.key);
      }
    }
    if (what == 0) webhooks.not_delivered(it.key, start, start, "once more");
    else if (what == 1) webhooks.not_delivered(it.key, start, std::nullopt, "never");
    else webhooks.delivered(it.key, start);
  }
  std::size_t done_count() {
    const std::lock_guard lock(mutex_);
    return done_.size();
  }

  std::mutex mutex_;
  std::mt19937 random_;
  std::set<Stream> busy_;
  std::set<DeliveryKey> done_;
  std::map<Stream, std::int64_t> last_;
  std::vector<std::string> faults_;
};

/// Takers on each of the stores, while others put more.
void race(const std::vector<Webhooks*>& stores) {
  constexpr int streams = 4;
  constexpr int events = 6;
  for (const char* id : {"w1", "w2"}) stores.front()->add_webhook(hook(id), {});
  Works works(7);
  {
    std::vector<std::jthread> threads;
    for (const std::string webhook : {"w1", "w2"}) {
      threads.emplace_back([&, webhook] {
        for (int n = 0; n < events; n += 2) {
          std::vector<Delivery> some;
          for (int i = 0; i < 2 * streams; ++i)
            some.push_back(delivery(webhook, "d" + std::to_string(i % streams), n + i / streams));
          while (!put(*stores.back(), webhook, some)) {
          }
        }
      });
    }
    for (Webhooks* webhooks : stores) threads.emplace_back([&, webhooks] { works.run(*webhooks, 2 * streams * events); });
  }
  CHECK(works.faults() == std::vector<std::string>{});
  for (const char* id : {"w1", "w2"}) CHECK(stores.front()->webhook_state(id).waiting == 0);
  CHECK(take(*stores.front()) == "");
}

}  // namespace

TEMPLATE_TEST_CASE("of many who take at once each has another stream, and each stream goes in order", "[contract]",
                   WEBHOOK_HOMES) {
  TestType home;
  race({&home.webhooks, &home.webhooks, &home.webhooks, &home.webhooks});
}

TEST_CASE("two nodes that deliver keep each stream in order", "[postgres][nodes]") {
  WebhooksInPostgres home;
  PostgresStore store({home.schema.url(), home.schema.name(), std::nullopt});
  SqlWebhooks other(store);
  race({&home.webhooks, &other, &home.webhooks, &other});
}

TEST_CASE("what comes into a stream while its last arrives is next in it", "[postgres][nodes]") {
  WebhooksInPostgres home;
  PostgresStore store({home.schema.url(), home.schema.name(), std::nullopt});
  SqlWebhooks other(store);
  home.webhooks.add_webhook(hook("w1"), {});
  REQUIRE(put(home.webhooks, "w1", {delivery("w1", "d1", 0)}));
  for (int n = 0; n < 60; ++n) {
    REQUIRE(take(home.webhooks) == "w1:d1#" + std::to_string(n));
    std::latch both(2);
    const std::jthread putter([&] {
      both.arrive_and_wait();
      put(other, "w1", {delivery("w1", "d1", n + 1)});
    });
    both.arrive_and_wait();
    home.webhooks.delivered(key("w1", "d1", n), start);
  }
}

namespace {

/// Does at random whatever can be done, and says what was answered.
class Wanderer {
 public:
  explicit Wanderer(unsigned seed) : random_(seed) {}

  std::string step(Webhooks& webhooks) {
    now_ += number(400);
    const std::string webhook = "w" + std::to_string(number(2));
    switch (number(14)) {
      case 0: return yes(webhooks.change_webhook(changed(webhook)));
      case 1: return yes(webhooks.replay_webhook(webhook, {0, number(5)}));
      case 2: return number(4) > 0 ? "" : dropped(webhooks, webhook);
      case 3:
      case 4: return yes(put(webhooks, webhook, some(webhook)));
      case 5: return yes(webhooks.revive_delivery(any(webhook).key, Instant{now_}));
      case 6:
      case 7:
      case 8: return described(webhooks.take_deliveries(Instant{now_}, Instant{now_ + 600}, number(4), left_alone()));
      case 9:
      case 10:
      case 11: webhooks.delivered(any(webhook).key, arrival()); break;
      case 12: webhooks.not_delivered(any(webhook).key, Instant{now_}, Instant{now_ + number(900)}, "later"); break;
      default: webhooks.not_delivered(any(webhook).key, Instant{now_}, std::nullopt, "never");
    }
    return "";
  }

  static std::string described(const std::vector<Delivery>& all) {
    std::string said;
    for (const Delivery& it : all)
      said += text({it}) + " " + it.event + " " + std::to_string(it.attempts) + " " + std::to_string(it.due.milliseconds) + " " +
              it.why + ";";
    return said;
  }

 private:
  int number(int most) { return std::uniform_int_distribution(0, most)(random_); }
  std::vector<std::string> left_alone() {
    std::vector<std::string> ids;
    for (const char* id : {"w0", "w2"}) {
      if (number(2) == 0) ids.emplace_back(id);
    }
    return ids;
  }
  std::optional<Instant> arrival() { return number(3) == 0 ? std::nullopt : std::optional(Instant{now_}); }
  static std::string yes(bool it) { return it ? "yes" : "no"; }
  Delivery any(const std::string& webhook) { return delivery(webhook, "d" + std::to_string(number(2)), number(3), Instant{now_}); }
  std::vector<Delivery> some(const std::string& webhook) {
    std::map<DeliveryKey, Delivery> found;
    for (int left = number(5); left > 0; --left) {
      const Delivery it = any(webhook);
      found[it.key] = it;
    }
    std::vector<Delivery> all;
    for (const auto& [key, it] : found) all.push_back(it);
    return all;
  }
  Webhook changed(const std::string& id) {
    Webhook it = hook(id);
    it.paused = number(2) == 0;
    return it;
  }
  std::string dropped(Webhooks& webhooks, const std::string& id) {
    const bool was_there = webhooks.drop_webhook(id);
    webhooks.add_webhook(hook(id), {});
    return yes(was_there);
  }

  std::mt19937 random_;
  std::int64_t now_ = 1'000;
};

}  // namespace

TEMPLATE_TEST_CASE("whatever is done in whatever order, a database answers as the memory does", "[contract]", WebhooksInSqlite,
                   WebhooksInPostgres) {
  TestType home;
  WebhooksInMemory memory;
  const unsigned seed = seed_or(std::random_device{}());
  CAPTURE(seed);
  for (const char* id : {"w0", "w1", "w2"}) {
    home.webhooks.add_webhook(hook(id), {});
    memory.webhooks.add_webhook(hook(id), {});
  }
  Wanderer here(seed), there(seed);
  for (int i = 0; i < rounds_or(200); ++i) {
    CAPTURE(i);
    REQUIRE(here.step(home.webhooks) == there.step(memory.webhooks));
    const std::string webhook = "w" + std::to_string(i % 3);
    REQUIRE(home.webhooks.webhook_state(webhook) == memory.webhooks.webhook_state(webhook));
    REQUIRE(home.webhooks.webhook_place(webhook) == memory.webhooks.webhook_place(webhook));
    REQUIRE(Wanderer::described(home.webhooks.dead_deliveries(webhook, std::nullopt, 100)) ==
            Wanderer::described(memory.webhooks.dead_deliveries(webhook, std::nullopt, 100)));
  }
}

TEST_CASE("webhooks and what waits for them outlive the process") {
  const TemporaryFolder folder;
  const SqliteOptions options{folder.path() / "data", false, std::nullopt, {}};
  {
    SqliteStore store(options);
    SqlWebhooks webhooks(store);
    webhooks.add_webhook(hook("w1"), {});
    REQUIRE(put(webhooks, "w1", {delivery("w1", "d1", 0), delivery("w1", "d1", 1)}));
    REQUIRE(take(webhooks, start, Instant{2'000}) == "w1:d1#0");
  }
  SqliteStore store(options);
  SqlWebhooks webhooks(store);
  CHECK(webhooks.webhooks() == std::vector{hook("w1")});
  CHECK(webhooks.webhook_place("w1") == FeedPlace{0, 1});
  CHECK(take(webhooks, Instant{1'999}) == "");
  CHECK(take(webhooks, Instant{2'000}) == "w1:d1#0");
}

TEST_CASE("what may be taken is found by its index, however much waits and however long its stream is", "[sqlite]") {
  const InSqlite home;
  detail::SqliteConnection reader(SqliteStore::database_file(home.folder.path() / "data"), detail::Access::read);
  const auto plan_of = [&](sql::Text statement, const auto&... parameters) {
    std::string plan;
    const std::string question = "EXPLAIN QUERY PLAN " + std::string(statement.in(detail::Dialect::sqlite));
    for (const auto& row : reader.rows<std::tuple<int, int, int, std::string>>(question, parameters...))
      plan += std::get<3>(row) + "\n";
    return plan;
  };
  const std::string taking = plan_of(sql::take_deliveries, 1, 1, std::string("[]"), 1, 1);
  CHECK_THAT(taking, Catch::Contains("SEARCH d USING INDEX webhook_delivery_due (due<?)"));
  CHECK_THAT(taking, Catch::Contains("SEARCH o USING INDEX webhook_delivery_overtaken (webhook=? AND stream=? AND stream_id=?)"));
  CHECK_THAT(taking, !Catch::Contains("SORT") && !Catch::Contains("TEMP B-TREE"));
  const std::string w = "w1";
  CHECK_THAT(plan_of(sql::step_forward_in_one, w, w, w, w, w, w, w),
             Catch::Contains("SEARCH webhook_delivery USING PRIMARY KEY (webhook=? AND stream=? AND stream_id=? AND n=?)"));
  CHECK_THAT(plan_of(sql::dead_deliveries, w, w, w, 1, 1), Catch::Contains("USING INDEX webhook_delivery_dead"));
}

TEST_CASE("a newer node finds no webhooks in a database of an older schema, and adds none, until it is migrated",
          "[postgres][nodes]") {
  const TemporarySchema schema(false, oldest_postgres_schema());
  PostgresStore store({schema.url(), schema.name(), std::nullopt});
  SqlWebhooks webhooks(store);
  CHECK(webhooks.webhooks().empty());
  CHECK(webhooks.webhook("w1") == std::nullopt);
  CHECK(webhooks.webhook_state("w1") == WebhookState{});
  CHECK(webhooks.webhook_place("w1") == FeedPlace{});
  CHECK(webhooks.dead_deliveries("w1", std::nullopt, 10).empty());
  CHECK(take(webhooks) == "");
  CHECK_FALSE(webhooks.change_webhook(hook("w1")));
  CHECK_FALSE(webhooks.drop_webhook("w1"));
  CHECK_FALSE(webhooks.replay_webhook("w1", {}));
  CHECK_FALSE(webhooks.put_deliveries("w1", {}, {}, {}));
  CHECK_FALSE(webhooks.revive_delivery(key("w1", "d1", 0), start));
  webhooks.delivered(key("w1", "d1", 0), start);
  webhooks.not_delivered(key("w1", "d1", 0), start, start, "x");
  CHECK_THROWS_AS(webhooks.add_webhook(hook("w1"), {}), NothingWritten);

  migrate_postgres({{schema.owner_url(), schema.name()}, "vinhdanh_app", false});
  webhooks.add_webhook(hook("w1"), {});
  CHECK(webhooks.webhooks() == std::vector{hook("w1")});
  CHECK(put(webhooks, "w1", {delivery("w1", "d1", 0)}));
  CHECK(take(webhooks) == "w1:d1#0");
  CHECK(webhooks.drop_webhook("w1"));
}
