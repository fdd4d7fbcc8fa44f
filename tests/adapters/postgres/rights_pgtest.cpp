// What the application's role may not do, and what not even the owner does by accident.
#include "adapters/postgres/postgres_connection.hpp"
#include "tests/adapters/lists/entries.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;
using detail::PostgresConnection;
using detail::PostgresError;

namespace {

/// The SQLSTATE that a script ends with; empty when it goes through.
std::string state_of(PostgresConnection& session, const std::string& script) {
  try {
    session.script(script);
  } catch (const PostgresError& fault) {
    return fault.state;
  }
  return "";
}

constexpr auto insufficient_privilege = "42501";
constexpr auto restrict_violation = "23001";

struct Office : InPostgres {
  Office() {
    lay_ground(store);
    commit_one(store, opening("d1"));
  }
  PostgresConnection app{{schema.url(), schema.name()}};
  PostgresConnection owner{{schema.owner_url(), schema.name()}};
};

}  // namespace

TEST_CASE("the application's role adds events and never touches them again", "[postgres]") {
  Office office;
  const std::string script = GENERATE(as<std::string>(), "UPDATE events SET bytes = 'x'", "DELETE FROM events",
                                      "TRUNCATE events", "DROP TABLE events", "ALTER TABLE events DISABLE TRIGGER ALL",
                                      "CREATE TABLE other (x int)", "DELETE FROM stream_head", "TRUNCATE stream_head",
                                      "UPDATE register SET number = '1'", "DELETE FROM dossier", "TRUNCATE dossier");
  CAPTURE(script);
  CHECK(state_of(office.app, script) == insufficient_privilege);
  CHECK(office.store.raw_events(StreamKind::dossier, "d1").size() == 1);
}

TEST_CASE("the owner's slip is refused too", "[postgres]") {
  Office office;
  const std::string script = GENERATE(as<std::string>(), "UPDATE events SET bytes = 'x'", "DELETE FROM events",
                                      "TRUNCATE events", "DELETE FROM stream_head", "UPDATE stream_head SET n = 0",
                                      "UPDATE meta SET value = 'x' WHERE name = 'instance'",
                                      "DELETE FROM meta WHERE name = 'demo'");
  CAPTURE(script);
  CHECK(state_of(office.owner, script) == restrict_violation);
}

TEST_CASE("a reading session sees no entry outside the scope that it named, whatever it asks", "[postgres]") {
  ListsInPostgres home;
  ListEntry near = entry("near");
  near.unit = "unit-1";
  near.marks = {"unit:unit-1"};
  ListEntry far = entry("far");
  far.unit = "unit-2";
  far.marks = {"unit:unit-2", "stage:office-9"};
  home.lists.put_entries(std::vector{near, far});
  PostgresConnection session({home.schema.url(), home.schema.name()});
  const auto ids = [&](const std::string& settings) {
    session.script(settings);
    std::string all;
    for (const auto& [id] : session.rows<std::tuple<std::string>>("SELECT id FROM entries_in_scope ORDER BY id")) all += id + " ";
    return all;
  };
  CHECK(ids("SET vinhdanh.everything = 'no'; SET vinhdanh.units = 'unit-1'; SET vinhdanh.marks = ''") == "near ");
  CHECK(ids("SET vinhdanh.units = ''; SET vinhdanh.marks = 'stage:office-9'") == "far ");
  CHECK(ids("SET vinhdanh.marks = 'stage:office'") == "");
  CHECK(ids("SET vinhdanh.everything = 'yes'") == "far near ");
  PostgresConnection silent({home.schema.url(), home.schema.name()});
  CHECK(silent.rows<std::tuple<std::string>>("SELECT id FROM entries_in_scope").empty());
}
