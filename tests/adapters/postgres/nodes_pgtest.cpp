// Several nodes on one database: what one wrote the other reads, and together they keep the promises of one.
#include <algorithm>
#include <atomic>
#include <latch>
#include <mutex>
#include <set>
#include <thread>

#include "adapters/committer.hpp"
#include "adapters/sql/sql_notices.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct TwoNodes {
  TemporarySchema schema;
  PostgresStore one{PostgresOptions{schema.url(), schema.name(), std::nullopt}};
  PostgresStore other{PostgresOptions{schema.url(), schema.name(), std::nullopt}};

  TwoNodes() { lay_ground(one); }
};

}  // namespace

TEST_CASE("what one node wrote the other reads at once, and goes on from", "[postgres]") {
  TwoNodes nodes;
  REQUIRE(commit_one(nodes.one, opening("d1")).status == CommitStatus::done);
  CHECK(nodes.other.dossier("d1")->version == 0);
  CHECK(commit_one(nodes.other, withdrawing("d1", 0)).status == CommitStatus::done);
  CHECK(commit_one(nodes.one, withdrawing("d1", 0)).status == CommitStatus::stale);
  CHECK(nodes.one.dossier("d1")->phase == Phase::withdrawn);
  CHECK(chain_fault(nodes.one, StreamKind::dossier, "d1").empty());
}

TEST_CASE("an appointment that one node granted is in force at the other, and ended ones are not", "[postgres]") {
  TwoNodes nodes;
  Appointment post = appointment("a", Date(0));
  REQUIRE(commit_one(nodes.one, writing({post})).status == CommitStatus::done);
  CHECK(nodes.other.appointments_of("office-1").size() == 1);
  Change act = opening("d1");
  act.acting = "a";
  act.acting_on = Date(10);
  CHECK(commit_one(nodes.other, act).status == CommitStatus::done);
  post.to = Date(5);
  REQUIRE(commit_one(nodes.one, writing({post})).status == CommitStatus::done);
  Change late = opening("d2");
  late.acting = "a";
  late.acting_on = Date(10);
  CHECK(commit_one(nodes.other, late).status == CommitStatus::not_in_role);
}

TEST_CASE("an answer that one node kept is replayed by the other", "[postgres]") {
  TwoNodes nodes;
  Change change = opening("d1");
  change.answer = kept("appointment-1", "key", Instant{9'000});
  REQUIRE(commit_one(nodes.one, change).status == CommitStatus::done);
  const auto answer = nodes.other.answer("appointment-1", "key", Instant{1'000});
  REQUIRE(answer);
  CHECK(answer->body == R"({"ok":true})");
  Change again = opening("d2");
  again.answer = kept("appointment-1", "key", Instant{9'000});
  CHECK(commit_one(nodes.other, again).status == CommitStatus::duplicate_key);
  CHECK_FALSE(nodes.one.dossier("d2"));
}

TEST_CASE("two nodes never give more places than there are", "[postgres]") {
  TwoNodes nodes;
  constexpr int places = 3;
  constexpr int tries = 24;
  std::atomic<int> won{0};
  std::latch start(2);
  const auto race = [&](PostgresStore& store, const std::string& name) {
    start.arrive_and_wait();
    for (int i = 0; i < tries; ++i) {
      const auto result = commit_one(store, moving("k", places, QuotaStep::reserve, name + std::to_string(i)));
      if (result.status == CommitStatus::done) ++won;
      else CHECK(result.status == CommitStatus::place_lost);
    }
  };
  std::thread first(race, std::ref(nodes.one), "a");
  std::thread second(race, std::ref(nodes.other), "b");
  first.join();
  second.join();
  CHECK(won == places);
  CHECK(nodes.one.quota("k")->holders.size() == places);
}

TEST_CASE("two nodes' committers write one stream in one order, and none of theirs fails", "[postgres]") {
  TwoNodes nodes;
  constexpr int each = 60;
  std::atomic<int> done{0};
  const auto add = [&](Committer& committer, const std::string& name) {
    for (int i = 0; i < each; ++i) {
      Change change = opening(name + std::to_string(i));
      change.events.push_back(event(StreamKind::occasion, "occasion-1", OccasionClosed{}));
      change.touches = {{StreamKind::submission, "submission-1", {}}};
      committer.submit(std::move(change), [&](const Fate& fate) {
        if (!fate.unknown && fate.result.status == CommitStatus::done) ++done;
      });
    }
  };
  {
    Committer one(nodes.one);
    Committer other(nodes.other);
    std::thread first([&] { add(one, "a"); });
    std::thread second([&] { add(other, "b"); });
    first.join();
    second.join();
  }
  CHECK(done == 2 * each);
  CHECK(nodes.one.raw_events(StreamKind::occasion, "occasion-1").size() == 2 * each);
  CHECK(chain_fault(nodes.one, StreamKind::occasion, "occasion-1").empty());
  CHECK(nodes.one.submission("submission-1")->version == 2 * each);
}

TEST_CASE("two nodes that change one dossier at once: each version is written once, and the other is told", "[postgres]") {
  TwoNodes nodes;
  REQUIRE(commit_one(nodes.one, opening("d1")).status == CommitStatus::done);
  constexpr std::int64_t versions = 60;
  std::atomic<int> won{0};
  std::atomic<int> failed{0};
  std::latch start(2);
  const auto race = [&](PostgresStore& store) {
    start.arrive_and_wait();
    for (std::int64_t version = 0; version < versions; ++version) {
      try {
        const auto result = commit_one(store, withdrawing("d1", version));
        if (result.status == CommitStatus::done) ++won;
        else if (result.status != CommitStatus::stale) ++failed;
      } catch (const std::exception&) {
        ++failed;
      }
      while (store.dossier("d1")->version <= version) std::this_thread::yield();
    }
  };
  std::thread first(race, std::ref(nodes.one));
  std::thread second(race, std::ref(nodes.other));
  first.join();
  second.join();
  CHECK(failed == 0);
  CHECK(won == versions);
  CHECK(nodes.one.dossier("d1")->version == versions);
  CHECK(chain_fault(nodes.one, StreamKind::dossier, "d1").empty());
}

TEST_CASE("two nodes that claim one nomination, reference or number: one gets it", "[postgres]") {
  TwoNodes nodes;
  constexpr int rounds = 12;
  std::atomic<int> won{0};
  std::latch start(2);
  const auto race = [&](PostgresStore& store, const std::string& name) {
    start.arrive_and_wait();
    for (int i = 0; i < rounds; ++i) {
      Dossier it = dossier(name + std::to_string(i));
      it.external_ref = "ref-" + std::to_string(i);
      Change change = opening(it);
      change.claims = {{it.id, "nominee-" + std::to_string(i)}};
      change.registers = {{"chairman", 2025, std::to_string(i), it.id}};
      const auto result = commit_one(store, change);
      if (result.status == CommitStatus::done) ++won;
      else CHECK(result.status == CommitStatus::reference_taken);
    }
  };
  std::thread first(race, std::ref(nodes.one), "a");
  std::thread second(race, std::ref(nodes.other), "b");
  first.join();
  second.join();
  CHECK(won == rounds);
}

TEST_CASE("no event is passed over by a reader while others are still committing", "[postgres]") {
  TwoNodes nodes;
  SqlNotices reader(nodes.other);
  constexpr int each = 40;
  std::atomic<bool> writing{true};
  std::vector<std::string> seen;
  FeedPlace place;
  const auto read_on = [&] {
    for (const FedEvent& fed : reader.feed(place, 7)) {
      CHECK(place < fed.place);
      place = fed.place;
      if (fed.event.event.stream == StreamKind::dossier) seen.push_back(fed.event.event.stream_id);
    }
  };
  std::thread first([&] { for (int i = 0; i < each; ++i) commit_one(nodes.one, opening("a" + std::to_string(i))); });
  std::thread second([&] { for (int i = 0; i < each; ++i) commit_one(nodes.other, opening("b" + std::to_string(i))); });
  std::thread ender([&] {
    first.join();
    second.join();
    writing = false;
  });
  while (writing) read_on();
  ender.join();
  for (int i = 0; i < 200 && seen.size() < 2 * each; ++i) read_on();
  CHECK(seen.size() == 2 * each);
  std::ranges::sort(seen);
  CHECK(std::ranges::adjacent_find(seen) == seen.end());
}

TEST_CASE("two nodes' workers take each e-mail once", "[postgres]") {
  TwoNodes nodes;
  SqlNotices first(nodes.one);
  SqlNotices second(nodes.other);
  constexpr int mails = 60;
  std::vector<Notice> waiting;
  for (int i = 0; i < mails; ++i) {
    Notice it;
    it.id = "notice-" + std::to_string(i);
    it.key = it.id;
    it.person = "person-1";
    it.kind = "overdue";
    it.stream_id = "d1";
    it.mail = true;
    waiting.push_back(std::move(it));
  }
  REQUIRE(first.put(waiting, std::nullopt) == mails);
  std::mutex mutex;
  std::multiset<std::string> taken;
  std::latch start(4);
  const auto take = [&](SqlNotices& notices) {
    start.arrive_and_wait();
    // Whoever finds nothing may have been passed over by one who is taking the last.
    for (int empty = 0; empty < 3;) {
      const auto some = notices.take_mail(Instant{1'000}, Instant{100'000}, 1);
      empty = some.empty() ? empty + 1 : 0;
      const std::lock_guard lock(mutex);
      for (const DueMail& it : some) taken.insert(it.notice.id);
    }
  };
  {
    std::vector<std::jthread> workers;
    for (SqlNotices* notices : {&first, &second, &first, &second}) workers.emplace_back(take, std::ref(*notices));
  }
  CHECK(taken.size() == mails);
  CHECK(std::set<std::string>(taken.begin(), taken.end()).size() == mails);
}
