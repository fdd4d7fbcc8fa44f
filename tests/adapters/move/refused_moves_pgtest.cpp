// A move that cannot be trusted is refused, and whatever ends one leaves exactly one side that can be served, or the way to it.
#include "adapters/postgres/postgres_connection.hpp"
#include "adapters/postgres/postgres_schema.hpp"
#include "adapters/sqlite/sqlite_connection.hpp"
#include "tests/adapters/move/filled_house.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;
using detail::PostgresConnection;
using detail::PostgresError;
using detail::SqliteConnection;

namespace {

/// As whoever no rule of the tables binds.
void alter(const TemporarySchema& schema, const std::string& script) {
  PostgresConnection session({schema.superuser_url(), schema.name()});
  session.script("SET session_replication_role = replica;" + script);
}

void alter(const Home& folder, const std::string& script) {
  SqliteConnection session(SqliteStore::database_file(folder.folder), detail::Access::write);
  session.leave_log();
  session.script(script);
}

/// Why a move in which something happens at a step is refused.
std::string refused_words(const Home& from, const Home& to, MoveStep at, const std::function<void()>& act) {
  Seam seam(at, act);
  try {
    move_installation(request(from, to), chain_faults, seam);
  } catch (const MoveRefused& refused) {
    CHECK(refused.fault == MoveFault::different);
    return refused.what();
  }
  return "";
}

bool says(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

void killed_at(const Home& from, const Home& to, MoveStep at) {
  Seam seam(at, [] { throw Killed{}; });
  CHECK_THROWS_AS(move_installation(request(from, to), chain_faults, seam), Killed);
}

/// Both ways, with the same names: who is left as its users and as its owner have it, and where it goes.
struct ToDatabase {
  FilledFolder from;
  EmptyDatabase to;
  Home left = from.home, left_owned = from.home, gone = to.home, gone_owned = to.owned;
};
struct ToFolder {
  FilledDatabase from;
  TemporaryFolder around;
  Home left = from.home, left_owned = from.owned, gone{around.path() / "data", "", ""}, gone_owned = gone;
};

}  // namespace

TEST_CASE("a database that was altered while it was moved into is refused and stays closed", "[postgres][move]") {
  const FilledFolder start;
  const EmptyDatabase end;
  const auto [script, named] = GENERATE(table<std::string, std::string>({
      {"UPDATE events SET bytes = bytes || ' ' WHERE id = 'd1'", "events number 1 is another"},
      {"UPDATE stream_head SET hash = 'x' WHERE id = 'd1'", "stream_head dossier d1 is another"},
      {"DELETE FROM personal_value", "personal_value value-1 is missing"},
      {"INSERT INTO workspace VALUES ('zz', 0, '')", "workspace zz is not in the source"},
      {"UPDATE mail SET why = 'x' WHERE notice = 'n3'", "mail n3 is another"},
      {"UPDATE dossier_list SET words = ' x ' WHERE id = 'd1'", "dossier_list d1 is another"},
      {"UPDATE feed_cursor SET seq = seq + 1 WHERE reader = 'notices'", "place in the feed"},
      {"UPDATE feed_cursor SET seq = seq + 1 WHERE reader = 'webhook:w1'", "place in the feed"},
      {"UPDATE webhook SET secret = 'x' WHERE id = 'w1'", "webhook w1 is another"},
      {"DELETE FROM webhook_delivery WHERE stream_id = 'many-000003' AND n = 1",
       "webhook_delivery w1 dossier many-000003 1 is missing"},
      {"UPDATE meta SET value = 'x' WHERE name = 'instance'", "instance id"},
      {"UPDATE meta SET value = '1' WHERE name = 'demo'", "demo mark"},
      {"DELETE FROM meta WHERE name = 'clock_offset'", "meta clock_offset is missing"},
      {"UPDATE paper SET bytes = '\\x00' WHERE id LIKE '%001'", "paper 0190a0a0-0000-7000-8000-000000000001 is another"},
      {"DELETE FROM paper WHERE id LIKE '%b04' AND piece = 1", "000000000b04 is another"},
      {"INSERT INTO paper VALUES ('other', 0, '')", "1 papers are not in the source"},
  }));
  CAPTURE(script);
  const auto act = [&, text = script] { alter(end.schema, text); };
  const std::string words = refused_words(start.home, end.owned, MoveStep::copied, act);
  CHECK(says(words, named));
  CHECK(closed_to_work(end.home) == OpenFault::moved);
  CHECK(closed_to_work(start.home) == std::nullopt);
}

TEST_CASE("a folder that was altered while it was moved into is refused and stays closed", "[postgres][move]") {
  const ToFolder way;
  const auto [script, named] = GENERATE(table<std::string, std::string>({
      {"UPDATE dossier SET body = body || ' ' WHERE id = 'd1'", "dossier d1 is another"},
      {"UPDATE feed_cursor SET seq = seq - 1 WHERE reader = 'notices'", "place in the feed"},
      {"DELETE FROM kept_answer", "kept_answer p1 key-1 is missing"},
  }));
  CAPTURE(script);
  const auto act = [&, text = script] { alter(way.gone, text); };
  const std::string words = refused_words(way.left_owned, way.gone, MoveStep::copied, act);
  CHECK(says(words, named));
  CHECK(closed_to_read(way.gone) == OpenFault::moved);
  CHECK(closed_to_work(way.left) == std::nullopt);
}

TEST_CASE("what is not sound where it came is refused though it is the same", "[postgres][move]") {
  const ToDatabase way;
  Seam quiet;
  const Prover finds = [](const OpenHome& open) { return std::vector<std::string>{"INV-1 of " + open.store->instance()}; };
  CHECK_THROWS_WITH(move_installation(request(way.left_owned, way.gone_owned), finds, quiet), Catch::Contains("INV-1 of 0"));
  CHECK(closed_to_work(way.left) == std::nullopt);
  CHECK(closed_to_work(way.gone) == OpenFault::moved);
}

TEST_CASE("a folder that somebody has is not moved, nor one that is not there", "[postgres][move]") {
  const FilledFolder start;
  const EmptyDatabase end;
  const auto fault_of = [&](const Home& from) -> std::optional<OpenFault> {
    try {
      move_now(from, end.owned);
    } catch (const CannotOpen& fault) {
      return fault.fault;
    }
    return std::nullopt;
  };
  {
    const OpenHome serving = open_home(start.home, std::nullopt);
    CHECK(fault_of(start.home) == OpenFault::in_use);
  }
  CHECK(fault_of({start.around.path() / "none", "", ""}) == OpenFault::not_found);
  CHECK_FALSE(std::filesystem::exists(start.around.path() / "none"));
}

TEST_CASE("a database is moved by the owner of its tables, at rest, and nobody writes meanwhile", "[postgres][move]") {
  const ToFolder way;
  const auto fault_of = [&](const Home& from) -> std::optional<OpenFault> {
    try {
      move_now(from, way.gone);
    } catch (const CannotOpen& fault) {
      return fault.fault;
    }
    return std::nullopt;
  };
  CHECK(fault_of(way.left) == OpenFault::settings);
  const EmptyDatabase nothing;
  CHECK(fault_of(nothing.owned) == OpenFault::not_found);
  PostgresConnection node({way.left.database, way.left.schema});
  {
    node.script("BEGIN; UPDATE workspace SET content = '{}'");
    CHECK(fault_of(way.left_owned) == OpenFault::in_use);
    node.script("ROLLBACK");
  }
  std::string state;
  Seam seam(MoveStep::prepared, [&] {
    node.script("SET lock_timeout = '100ms'");
    try {
      node.script("UPDATE workspace SET content = '{}'");
    } catch (const PostgresError& fault) {
      state = fault.state;
    }
  });
  move_installation(request(way.left_owned, way.gone), chain_faults, seam);
  CHECK(state == "55P03");
}

TEST_CASE("nothing is moved into what holds something", "[postgres][move]") {
  const FilledFolder start;
  const TemporaryFolder around;
  SECTION("a file") {
    std::filesystem::create_directory(around.path() / "data");
    std::filesystem::create_directory(around.path() / "data" / "mine");
    CHECK(refusal(start.home, {around.path() / "data", "", ""}) == MoveFault::target_used);
  }
  SECTION("another installation's folder") {
    const FilledFolder other;
    CHECK(refusal(start.home, other.home) == MoveFault::target_used);
    CHECK(closed_to_work(other.home) == std::nullopt);
  }
  SECTION("the same folder") { CHECK_THROWS_AS(move_now(start.home, start.home), MoveRefused); }
  SECTION("a database") {
    const FilledDatabase other;
    CHECK(refusal(start.home, other.owned) == MoveFault::target_used);
    CHECK(closed_to_work(other.home) == std::nullopt);
  }
  SECTION("a database in which only the clock was moved") {
    const TemporarySchema other(false, newest_postgres_schema());
    PostgresStore({other.url(), other.name(), std::nullopt}).set_meta("clock_offset", "1");
    CHECK(refusal(start.home, {{}, other.owner_url(), other.name()}) == MoveFault::target_used);
  }
  CHECK(closed_to_work(start.home) == std::nullopt);
}

TEMPLATE_TEST_CASE("what was moved away is read and not served, and not moved elsewhere", "[postgres][move]", ToDatabase,
                   ToFolder) {
  const TestType way;
  const std::string told = told_by(way.left);
  move_now(way.left_owned, way.gone_owned);
  CHECK(closed_to_work(way.left) == OpenFault::moved);
  CHECK(told_by(way.left) == told);
  CHECK(refusal(way.left_owned, way.gone_owned) == MoveFault::already_moved);
  const EmptyDatabase elsewhere;
  CHECK_THROWS_AS(move_now(way.left_owned, elsewhere.owned), CannotOpen);
  CHECK(closed_to_work(way.gone) == std::nullopt);
}

TEST_CASE("a node that ran through the move cannot write into what was left", "[postgres][move]") {
  const ToFolder way;
  const OpenHome node = open_home(way.left, std::nullopt);
  REQUIRE(commit_one(*node.store, withdrawing("d1", 0)).status == CommitStatus::done);
  move_now(way.left_owned, way.gone);
  CHECK_THROWS_AS(commit_one(*node.store, withdrawing("d3", 0)), NothingWritten);
  CHECK_THROWS_AS(node.store->set_meta("x", "y"), NothingWritten);
}

TEMPLATE_TEST_CASE("a move that dies before the mark leaves the source as it was and nothing to serve where it went",
                   "[postgres][move]", ToDatabase, ToFolder) {
  const TestType way;
  const auto step = GENERATE(MoveStep::prepared, MoveStep::copied, MoveStep::verified);
  const std::string told = told_by(way.left);
  killed_at(way.left_owned, way.gone_owned, step);
  CHECK(closed_to_work(way.left) == std::nullopt);
  CHECK(told_by(way.left) == told);
  CHECK(closed_to_work(way.gone) == OpenFault::moved);
  CHECK(closed_to_read(way.gone) == OpenFault::moved);
  CHECK(refusal(way.left_owned, way.gone_owned) == MoveFault::target_half_full);
  const TemporaryFolder another;
  CHECK_THROWS_AS(move_now(way.gone_owned, {another.path() / "data", "", ""}), CannotOpen);
  CHECK_FALSE(std::filesystem::exists(another.path() / "data"));
}

TEMPLATE_TEST_CASE("a move that dies between the marks is finished by running it again", "[postgres][move]", ToDatabase,
                   ToFolder) {
  const TestType way;
  const std::string told = told_by(way.left);
  killed_at(way.left_owned, way.gone_owned, MoveStep::marked);
  CHECK(closed_to_work(way.left) == OpenFault::moved);
  CHECK(closed_to_work(way.gone) == OpenFault::moved);
  CHECK(move_now(way.left_owned, way.gone_owned).finished_earlier);
  CHECK(closed_to_work(way.gone) == std::nullopt);
  CHECK(told_by(way.gone) == told);
  CHECK(refusal(way.left_owned, way.gone_owned) == MoveFault::already_moved);
}

TEST_CASE("what was altered between the marks is not finished", "[postgres][move]") {
  const ToDatabase way;
  killed_at(way.left_owned, way.gone_owned, MoveStep::marked);
  alter(way.to.schema, "DELETE FROM notice WHERE id = 'n2'");
  CHECK(refusal(way.left_owned, way.gone_owned) == MoveFault::different);
  CHECK(closed_to_work(way.gone) == OpenFault::moved);
}
