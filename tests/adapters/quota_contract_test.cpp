// What every store promises of places: never more than the limit, each freed or consumed once.
#include <atomic>
#include <latch>
#include <thread>

#include "adapters/committer.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

#define STORES InMemory, InSqlite, InPostgres

TEMPLATE_TEST_CASE("a place is reserved, consumed, and freed", "[contract]", STORES) {
  TestType home;
  CHECK(commit_one(home.store, moving("k", 2, QuotaStep::reserve, "d1")).status == CommitStatus::done);
  QuotaState state = home.store.quota("k").value();
  CHECK(state.limit == 2);
  CHECK(state.reserved == 1);
  CHECK(state.consumed == 0);
  CHECK(state.holders == std::vector<DossierId>{"d1"});

  CHECK(commit_one(home.store, moving("k", 0, QuotaStep::consume, "d1")).status == CommitStatus::done);
  CHECK(commit_one(home.store, moving("k", 2, QuotaStep::reserve_and_consume, "d0")).status == CommitStatus::done);
  state = home.store.quota("k").value();
  CHECK(state.reserved == 0);
  CHECK(state.consumed == 2);
  CHECK(state.holders == std::vector<DossierId>{"d0", "d1"});

  CHECK(commit_one(home.store, moving("k", 0, QuotaStep::release_consumed, "d1")).status == CommitStatus::done);
  CHECK(commit_one(home.store, moving("k", 2, QuotaStep::reserve, "d2")).status == CommitStatus::done);
  CHECK(commit_one(home.store, moving("k", 0, QuotaStep::release_reserved, "d2")).status == CommitStatus::done);
  state = home.store.quota("k").value();
  CHECK(state.consumed == 1);
  CHECK(state.reserved == 0);
  CHECK(state.limit == 2);
  CHECK_FALSE(home.store.quota("other"));
}

TEMPLATE_TEST_CASE("a full quota refuses, and names its key", "[contract]", STORES) {
  TestType home;
  commit_one(home.store, moving("k", 2, QuotaStep::reserve, "d1"));
  commit_one(home.store, moving("k", 2, QuotaStep::reserve_and_consume, "d2"));
  const auto step = GENERATE(QuotaStep::reserve, QuotaStep::reserve_and_consume);
  const CommitResult result = commit_one(home.store, moving("k", 2, step, "d3"));
  CHECK(result.status == CommitStatus::place_lost);
  CHECK(result.detail == "k");
  CHECK(home.store.quota("k")->holders.size() == 2);
  CHECK(commit_one(home.store, moving("k", 3, step, "d3")).status == CommitStatus::done);
  CHECK(home.store.quota("k")->limit == 3);
}

TEMPLATE_TEST_CASE("a limit cut below what is in use refuses the next, and breaks nothing", "[contract]", STORES) {
  TestType home;
  commit_one(home.store, moving("k", 2, QuotaStep::reserve, "d1"));
  commit_one(home.store, moving("k", 2, QuotaStep::reserve, "d2"));
  CHECK(commit_one(home.store, moving("k", 1, QuotaStep::reserve, "d3")).status == CommitStatus::place_lost);
  CHECK(home.store.quota("k")->limit == 2);
  CHECK(commit_one(home.store, moving("k", 1, QuotaStep::consume, "d1")).status == CommitStatus::done);
  CHECK(commit_one(home.store, moving("k", -1, QuotaStep::reserve, "d3")).status == CommitStatus::place_lost);
}

TEMPLATE_TEST_CASE("a ledger that is not what the decision saw is stale", "[contract]", STORES) {
  TestType home;
  commit_one(home.store, moving("k", 5, QuotaStep::reserve, "reserved"));
  commit_one(home.store, moving("k", 5, QuotaStep::reserve_and_consume, "consumed"));
  const auto [step, dossier] = GENERATE(table<QuotaStep, std::string>({{QuotaStep::reserve, "reserved"},
                                                                       {QuotaStep::reserve_and_consume, "consumed"},
                                                                       {QuotaStep::consume, "consumed"},
                                                                       {QuotaStep::consume, "nobody"},
                                                                       {QuotaStep::release_reserved, "consumed"},
                                                                       {QuotaStep::release_reserved, "nobody"},
                                                                       {QuotaStep::release_consumed, "reserved"},
                                                                       {QuotaStep::release_consumed, "nobody"}}));
  const CommitResult result = commit_one(home.store, moving("k", 5, step, dossier));
  CHECK(result.status == CommitStatus::stale);
  CHECK(result.detail == "k");
  CHECK(home.store.quota("k")->reserved == 1);
  CHECK(home.store.quota("k")->consumed == 1);
}

TEMPLATE_TEST_CASE("a lower form's place is taken as the held one is freed", "[contract]", STORES) {
  TestType home;
  commit_one(home.store, moving("high", 1, QuotaStep::reserve, "d1"));
  Change change;
  change.quota = {{"high", 1, QuotaStep::release_reserved, "d1"}, {"low", 1, QuotaStep::reserve_and_consume, "d1"}};
  CHECK(commit_one(home.store, change).status == CommitStatus::done);
  CHECK(home.store.quota("high")->holders.empty());
  CHECK(home.store.quota("low")->consumed == 1);
}

TEMPLATE_TEST_CASE("two moves of one change on one key follow each other", "[contract]", STORES) {
  TestType home;
  Change change;
  change.quota = {{"k", 1, QuotaStep::reserve, "d1"}, {"k", 1, QuotaStep::reserve, "d2"}};
  CHECK(commit_one(home.store, change).status == CommitStatus::place_lost);
  change.quota = {{"k", 1, QuotaStep::reserve, "d1"}, {"k", 1, QuotaStep::consume, "d1"}};
  CHECK(commit_one(home.store, change).status == CommitStatus::done);
  CHECK(home.store.quota("k")->consumed == 1);
}

TEMPLATE_TEST_CASE("quotas are listed by prefix, in order", "[contract]", STORES) {
  TestType home;
  for (const char* key : {"a/2", "b/1", "a/1", "A/1", "a%", "ab"})
    commit_one(home.store, moving(key, 1, QuotaStep::reserve, "d1"));
  std::vector<std::string> keys;
  for (const QuotaState& state : home.store.quotas("a/")) keys.push_back(state.key);
  CHECK(keys == std::vector<std::string>{"a/1", "a/2"});
  CHECK(home.store.quotas("").size() == 6);
  CHECK(home.store.quotas("a%").size() == 1);
  CHECK(home.store.quotas("c").empty());
}

TEMPLATE_TEST_CASE("one batch cannot oversell either", "[contract]", STORES) {
  TestType home;
  std::vector<Change> batch;
  for (int i = 0; i < 10; ++i) batch.push_back(moving("k", 3, QuotaStep::reserve, "d" + std::to_string(i)));
  int won = 0;
  for (const CommitResult& result : home.store.commit(batch)) won += result.status == CommitStatus::done;
  CHECK(won == 3);
}

TEMPLATE_TEST_CASE("64 threads race for the last 3 places: exactly 3 win", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  commit_one(home.store, moving("k", 5, QuotaStep::reserve, "early-1"));
  commit_one(home.store, moving("k", 5, QuotaStep::reserve, "early-2"));
  constexpr int racers = 64;
  std::atomic<int> won = 0;
  std::atomic<int> lost = 0;
  {
    Committer committer(home.store);
    std::latch start(racers);
    std::latch fates(racers);
    std::vector<std::jthread> threads;
    for (int i = 0; i < racers; ++i) {
      threads.emplace_back([&, i] {
        const std::string id = "racer-" + std::to_string(i);
        Change change = opening(id);
        change.quota = {{"k", 5, QuotaStep::reserve, id}};
        start.arrive_and_wait();
        committer.submit(std::move(change), [&](const Fate& fate) {
          if (!fate.unknown && fate.result.status == CommitStatus::done) ++won;
          if (!fate.unknown && fate.result.status == CommitStatus::place_lost && fate.result.detail == "k") ++lost;
          fates.count_down();
        });
      });
    }
    fates.wait();
  }
  CHECK(won == 3);
  CHECK(lost == racers - 3);
  CHECK(home.store.quota("k")->reserved == 5);
  CHECK(home.store.quota("k")->holders.size() == 5);
  DossierQuery all;
  all.page.limit = 200;
  CHECK(home.store.find_dossiers(all).size() == 3);
}
