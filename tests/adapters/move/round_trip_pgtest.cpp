// Everything comes along, and means the same where it came.
#include "adapters/accept.hpp"
#include "adapters/postgres/postgres_connection.hpp"
#include "adapters/postgres/postgres_schema.hpp"
#include "tests/adapters/move/filled_house.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

TEST_CASE("a folder moves to a database and back into a folder with all that can be asked of it", "[postgres][move]") {
  const FilledFolder start(more_than_at_once);
  const std::string told = told_by(start.home);
  const std::string unread = unread_by_reader(start.home);
  REQUIRE_FALSE(unread.empty());

  const EmptyDatabase middle;
  const Moved there = move_now(start.home, middle.owned);
  CHECK(there.papers == 4);
  CHECK(there.events > more_than_at_once);
  CHECK(there.rows > 3 * more_than_at_once);
  CHECK(told_by(middle.home) == told);
  CHECK(unread_by_reader(middle.home) == unread);

  const TemporaryFolder around;
  const Home end{around.path() / "data", "", ""};
  const Moved back = move_now(middle.owned, end);
  CHECK(back.instance == there.instance);
  CHECK(back.events == there.events);
  CHECK(told_by(end) == told);
  CHECK(unread_by_reader(end) == unread);
}

TEST_CASE("work goes on where it came: events follow, numbers are new, a reader hears of each once", "[postgres][move]") {
  const FilledFolder start;
  const EmptyDatabase database;
  move_now(start.home, database.owned);
  const TemporaryFolder around;
  const Home folder{around.path() / "data", "", ""};
  const bool back = GENERATE(false, true);
  if (back) move_now(database.owned, folder);
  const Home& here = back ? folder : database.home;

  const std::string unread = unread_by_reader(here);
  std::string hash;
  {
    const OpenHome open = open_home(here, std::nullopt);
    const auto committed = commit_one(*open.store, withdrawing("d1", 0));
    REQUIRE(committed.status == CommitStatus::done);
    hash = committed.receipts.at(0).hash;
    CHECK(open.store->next_code(2025) == code_text(2025, 3));
    CHECK(chain_fault(*open.store, StreamKind::dossier, "d1").empty());
  }
  CHECK(unread_by_reader(here) == unread + hash + "\n");
}

TEST_CASE("what waits for a webhook is taken where it came as it would have been where it was", "[postgres][move]") {
  const FilledFolder start;
  const FilledFolder twin;
  const EmptyDatabase middle;
  move_now(start.home, middle.owned);
  const TemporaryFolder around;
  const Home end{around.path() / "data", "", ""};
  move_now(middle.owned, end);
  const std::string taken = taken_in(twin.home);
  REQUIRE_FALSE(taken.empty());
  CHECK(taken_in(end) == taken);
}

TEST_CASE("a database moves into another schema of its own server", "[postgres][move]") {
  const FilledDatabase start(more_than_at_once);
  const std::string told = told_by(start.home);
  const std::string unread = unread_by_reader(start.home);
  const EmptyDatabase end;
  move_now(start.owned, end.owned);
  CHECK(told_by(end.home) == told);
  CHECK(unread_by_reader(end.home) == unread);
}

TEST_CASE("a database that was migrated and holds nothing takes the id of what moves in", "[postgres][move]") {
  const FilledFolder start;
  const std::string told = told_by(start.home);
  const TemporarySchema migrated(true, newest_postgres_schema());
  move_now(start.home, {{}, migrated.owner_url(), migrated.name()});
  CHECK(told_by({{}, migrated.url(), migrated.name()}) == told);
  detail::PostgresConnection owner({migrated.owner_url(), migrated.name()});
  CHECK_THROWS_AS(owner.script("UPDATE meta SET value = 'x' WHERE name = 'instance'"), detail::PostgresError);
  CHECK(owner.value<int>("SELECT count(*) FROM dossier_list") == 0);  // the policy binds the owner again
}

TEST_CASE("a demo stays a demo", "[postgres][move]") {
  const TemporaryFolder around;
  const Home demo{around.path() / "data", "", ""};
  { const OpenHome made = open_home(demo, true); }
  const EmptyDatabase end;
  const Moved moved = move_now(demo, end.owned);
  CHECK(moved.rows == 0);
  CHECK(open_home(end.home, true).store->instance() == moved.instance);
  CHECK(closed_to_work(end.home) == std::nullopt);
}
