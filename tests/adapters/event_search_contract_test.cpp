// What every store promises of the search of events: newest first, by who, for whom, where, when and what, page after page.
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

#define STORES InMemory, InSqlite, InPostgres

namespace {

Event done_by(const std::string& account, const std::string& person, std::int64_t at) {
  auto it = event(StreamKind::account, account, AccountDisabled{});
  it.id = account + " at " + std::to_string(at);
  it.at = Instant{at};
  it.actor.person = person;
  return it;
}

template <class Home>
void say(Home& home, std::vector<Event> events) {
  Change change;
  change.events = std::move(events);
  REQUIRE(home.store.commit({&change, 1}).front().status == CommitStatus::done);
}

/// Ids of what is found, by pages of `limit`.
std::string found_by(const Store& store, EventQuery query, int limit = 200) {
  std::string text;
  query.page.limit = limit;
  for (;;) {
    const auto page = store.find_events(query);
    for (const auto& it : page) text += (text.empty() ? "" : ", ") + it.event.event.id;
    if (page.size() < static_cast<std::size_t>(limit)) return text;
    query.page.after = page.back().place;
  }
}

template <class Home>
void fill_events(Home& home) {
  say(home, {done_by("x", "an", 10), done_by("x", "binh", 20)});
  auto deputy = done_by("y", "binh", 20);
  deputy.actor.behalf_of = "chi";
  deputy.actor.office = "office-2";
  auto enabled = done_by("y", "an", 30);
  enabled.body = AccountEnabled{};
  say(home, {deputy, enabled});
}

}  // namespace

TEMPLATE_TEST_CASE("events are found newest first, and by each thing that can be asked", "[contract]", STORES) {
  TestType home;
  fill_events(home);
  const auto found = [&](const EventQuery& query) { return found_by(home.store, query); };
  const std::string all = "y at 30, y at 20, x at 20, x at 10";
  CHECK(found({}) == all);
  for (const int limit : {1, 2, 3}) CHECK(found_by(home.store, {}, limit) == all);
  CHECK(found({.person = "an"}) == "y at 30, x at 10");
  CHECK(found_by(home.store, {.person = "an"}, 1) == "y at 30, x at 10");
  CHECK(found({.person = "chi"}).empty());
  CHECK(found({.behalf_of = "chi"}) == "y at 20");
  CHECK(found({.office = "office-2"}) == "y at 20");
  CHECK(found({.types = {"account_enabled"}}) == "y at 30");
  CHECK(found({.types = {"account_enabled", "account_disabled"}}) == all);
  CHECK(found({.from = Instant{20}}) == "y at 30, y at 20, x at 20");
  CHECK(found({.to = Instant{20}}) == "x at 10");
  CHECK(found({.person = "binh", .from = Instant{11}, .to = Instant{21}}) == "y at 20, x at 20");
  CHECK(found({.person = "a\"n"}).empty());
}

TEMPLATE_TEST_CASE("events of one dossier are found by it", "[contract]", STORES) {
  TestType home;
  fill_events(home);
  lay_ground(home.store);
  REQUIRE(commit_one(home.store, opening("d1")).status == CommitStatus::done);
  REQUIRE(commit_one(home.store, opening("d2")).status == CommitStatus::done);
  const auto of_one = home.store.find_events({.dossier = "d1"});
  REQUIRE(of_one.size() == 1);
  CHECK(of_one[0].event.event.stream_id == "d1");
  CHECK(of_one[0].event.n == 0);
  CHECK(of_one[0].event.hash == home.store.events(StreamKind::dossier, "d1", 0, 1)[0].hash);
  CHECK(found_by(home.store, {.dossier = "d3"}).empty());
}

TEMPLATE_TEST_CASE("a person who is only spoken of in an event did not act in it", "[contract]", STORES) {
  TestType home;
  auto assigned = event(StreamKind::dossier, "d1", DossierAssigned{"review", "dung"});
  assigned.id = "assigned";
  say(home, {assigned});
  CHECK(found_by(home.store, {.person = "dung"}).empty());
  CHECK(found_by(home.store, {.person = "person-1"}) == "assigned");
}
