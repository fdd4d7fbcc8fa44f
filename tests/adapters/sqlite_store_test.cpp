// What only the SQLite store promises: one owner, marks, backstops, settings, and honesty about a failed COMMIT.
#include <sqlite3.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "adapters/clock.hpp"
#include "adapters/committer.hpp"
#include "adapters/sqlite/sqlite_connection.hpp"
#include "adapters/sqlite/settings.hpp"
#include "tests/adapters/lists/entries.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

SqliteOptions options(const TemporaryFolder& folder) { return {folder.path(), false, std::nullopt, {}}; }
SqliteOptions reading(const TemporaryFolder& folder) { return {folder.path(), true, std::nullopt, {}}; }

std::optional<OpenFault> fault_of(const SqliteOptions& wanted) {
  try {
    const SqliteStore store(wanted);
  } catch (const CannotOpen& e) {
    CHECK(std::string(e.what()).size() > 20);
    return e.fault;
  }
  return std::nullopt;
}

/// What somebody with the database's file in hand may try.
class Intruder {
 public:
  explicit Intruder(const TemporaryFolder& folder) {
    if (sqlite3_open(SqliteStore::database_file(folder.path()).c_str(), &db_) != SQLITE_OK)
      throw std::runtime_error("cannot open");
  }
  ~Intruder() { sqlite3_close(db_); }
  Intruder(const Intruder&) = delete;
  Intruder& operator=(const Intruder&) = delete;
  /// Empty when it worked.
  std::string run(const std::string& text) {
    char* message = nullptr;
    sqlite3_exec(db_, text.c_str(), nullptr, nullptr, &message);
    const std::string said = message ? message : "";
    sqlite3_free(message);
    return said;
  }

 private:
  sqlite3* db_ = nullptr;
};

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("what was committed is there after reopening", "[sqlite]") {
  const TemporaryFolder folder;
  std::string instance;
  {
    SqliteStore store(options(folder));
    instance = store.instance();
    lay_ground(store);
    commit_one(store, opening("d1"));
    store.next_code(2025);
  }
  SqliteStore store(options(folder));
  CHECK(store.instance() == instance);
  CHECK(store.dossier("d1"));
  CHECK(commit_one(store, withdrawing("d1", 0)).receipts.at(0).n == 1);
  CHECK(chain_fault(store, StreamKind::dossier, "d1").empty());
  CHECK(store.next_code(2025) == "HS-2025-00002");
  CHECK(store.integrity_check() == "ok");
}

TEST_CASE("one folder has one owner", "[sqlite]") {
  const TemporaryFolder folder;
  {
    const SqliteStore store(options(folder));
    CHECK(fault_of(options(folder)) == OpenFault::in_use);
  }
  CHECK_FALSE(fault_of(options(folder)));
}

TEST_CASE("a reader looks in beside the owner, and alone, and writes nothing", "[sqlite]") {
  const TemporaryFolder folder;
  CHECK(fault_of(reading(folder)) == OpenFault::not_found);
  {
    SqliteStore owner(options(folder));
    lay_ground(owner);
    commit_one(owner, opening("d1"));
    SqliteStore beside(reading(folder));
    CHECK(beside.dossier("d1"));
    commit_one(owner, opening("d2"));
    CHECK(beside.dossier("d2"));
    CHECK_THROWS_AS(commit_one(beside, opening("d3")), StorageUnavailable);
    CHECK_THROWS_AS(beside.next_code(2025), StorageUnavailable);
    CHECK_THROWS_AS(beside.set_meta("x", "y"), StorageUnavailable);
  }
  const auto list = [&] {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
      files[entry.path().filename().string()] = bytes_of(entry.path());
    return files;
  };
  const auto before = list();
  {
    const SqliteStore alone(reading(folder));
    CHECK(alone.dossier("d2"));
    CHECK(chain_fault(alone, StreamKind::dossier, "d2").empty());
    CHECK(alone.integrity_check() == "ok");
    CHECK(list() == before);
  }
  CHECK(list() == before);
}

TEST_CASE("a copy of the database file alone can be read", "[sqlite]") {
  const TemporaryFolder folder;
  const TemporaryFolder copy;
  {
    SqliteStore store(options(folder));
    lay_ground(store);
    commit_one(store, opening("d1"));
  }
  std::filesystem::copy_file(SqliteStore::database_file(folder.path()), SqliteStore::database_file(copy.path()));
  CHECK(SqliteStore(reading(copy)).dossier("d1"));
  CHECK(std::distance(std::filesystem::directory_iterator(copy.path()), {}) == 1);
}

TEST_CASE("nobody takes the folder while a lone reader reads", "[sqlite]") {
  const TemporaryFolder folder;
  { const SqliteStore store(options(folder)); }
  {
    const SqliteStore reader(reading(folder));
    CHECK_FALSE(fault_of(reading(folder)));
    CHECK(fault_of(options(folder)) == OpenFault::in_use);
  }
  CHECK_FALSE(fault_of(options(folder)));
}

TEST_CASE("a folder is a demo for ever, or never", "[sqlite]") {
  const TemporaryFolder folder;
  SqliteOptions demo = options(folder);
  demo.demo = true;
  SqliteOptions real = options(folder);
  real.demo = false;
  const bool first_is_demo = GENERATE(true, false);
  const SqliteOptions& same = first_is_demo ? demo : real;
  const SqliteOptions& other = first_is_demo ? real : demo;
  {
    const SqliteStore store(same);
    CHECK(store.demo() == first_is_demo);
  }
  CHECK(fault_of(other) == OpenFault::demo_mismatch);
  CHECK_FALSE(fault_of(same));
  CHECK_FALSE(fault_of(options(folder)));
  Intruder intruder(folder);
  CHECK(intruder.run("UPDATE meta SET value = '2' WHERE name = 'demo'").find("for ever") != std::string::npos);
  CHECK(intruder.run("DELETE FROM meta WHERE name = 'instance'").find("for ever") != std::string::npos);
}

TEST_CASE("a newer schema is refused, and left alone", "[sqlite]") {
  const TemporaryFolder folder;
  { const SqliteStore store(options(folder)); }
  Intruder(folder).run("UPDATE meta SET value = '9000' WHERE name = 'schema_version'");
  CHECK(fault_of(options(folder)) == OpenFault::newer_schema);
  CHECK(fault_of(reading(folder)) == OpenFault::newer_schema);
  Intruder(folder).run("UPDATE meta SET value = '10' WHERE name = 'schema_version'");
  CHECK_FALSE(fault_of(options(folder)));
}

TEST_CASE("a reader refuses a schema that lacks migrations", "[sqlite]") {
  const TemporaryFolder folder;
  { const SqliteStore store(options(folder)); }
  Intruder(folder).run("UPDATE meta SET value = '0' WHERE name = 'schema_version'");
  CHECK(fault_of(reading(folder)) == OpenFault::older_schema);
}

TEST_CASE("what is not a database is refused", "[sqlite]") {
  const TemporaryFolder folder;
  std::ofstream(SqliteStore::database_file(folder.path())) << std::string(5000, 'x');
  CHECK(fault_of(options(folder)) == OpenFault::storage);
}

TEST_CASE("a folder that cannot be made is refused", "[sqlite]") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "file") << "x";
  CHECK(fault_of({folder.path() / "file" / "data", false, std::nullopt, {}}) == OpenFault::storage);
}

TEST_CASE("the database refuses what the program never does", "[sqlite]") {
  const TemporaryFolder folder;
  {
    SqliteStore store(options(folder));
    lay_ground(store);
    commit_one(store, opening("d1"));
    commit_one(store, moving("k", 2, QuotaStep::reserve, "d1"));
    commit_one(store, writing({DefinitionRecord{"plan", {"plan-a", 1, "hash-1"}, "{}", false}, account("p")}));
    Change change;
    change.registers = {{"chairman", 2025, "15/QĐ", "decision-1"}};
    change.personal = {{"v", StreamKind::dossier, "d1", "opinion", "salt", "\"text\""}};
    change.claims = {{"d1", "key"}};
    commit_one(store, change);
  }
  Intruder intruder(folder);
  const auto refused = [&](const std::string& text) { return intruder.run(text); };
  CHECK(refused("UPDATE events SET bytes = '{}'") == "events are never changed");
  CHECK(refused("DELETE FROM events") == "events are never deleted");
  CHECK(refused("PRAGMA recursive_triggers = ON; INSERT OR REPLACE INTO events SELECT * FROM events") ==
        "events are never deleted");
  CHECK(refused("UPDATE stream_head SET n = 0") == "a stream only grows");
  CHECK(refused("DELETE FROM stream_head") == "a stream only grows");
  CHECK(refused("INSERT INTO events (kind, id, n, hash, bytes, type, at) VALUES ('dossier', 'd1', 0, '', '', '', 0)")
            .starts_with("UNIQUE"));
  CHECK(refused("UPDATE quota SET reserved = 3").starts_with("CHECK"));
  CHECK(refused("UPDATE quota SET consumed = -1").starts_with("CHECK"));
  CHECK(refused("UPDATE dossier SET phase = 'lost'").starts_with("CHECK"));
  CHECK(refused("UPDATE dossier SET version = 'one'").find("cannot store TEXT") != std::string::npos);
  CHECK(refused("UPDATE definition SET bytes = '[]'").find("never edited in place") != std::string::npos);
  CHECK(refused("DELETE FROM definition").find("never deleted") != std::string::npos);
  CHECK(refused("UPDATE register SET number = '16/QĐ'") == "a number once given stays given");
  CHECK(refused("DELETE FROM register") == "a number once given stays given");
  CHECK(refused("UPDATE personal_value SET value = '\"x\"'") == "personal values are never changed");
  CHECK(refused("INSERT INTO nomination (dossier, key) VALUES ('d2', 'key')").starts_with("UNIQUE"));
  CHECK(refused("INSERT INTO dossier SELECT 'd2', version, code, submission, occasion, plan, unit, territory, form, phase, "
                "stage, external_ref, decision, nominee_person, nominee_office, body FROM dossier")
            .starts_with("UNIQUE constraint failed: dossier.code"));
  CHECK(refused("INSERT INTO account SELECT 'q', version, login, disabled, body FROM account")
            .starts_with("UNIQUE constraint failed: account.login"));
  CHECK(refused("DELETE FROM personal_value") == "");  // erased, as the law may ask
  CHECK(refused("PRAGMA foreign_keys = ON; UPDATE dossier SET submission = 'none'").starts_with("FOREIGN KEY"));
  CHECK(refused("PRAGMA foreign_keys = ON; DELETE FROM quota").starts_with("FOREIGN KEY"));
}

TEST_CASE("what queries go by says what the state says, or is named", "[sqlite]") {
  const TemporaryFolder folder;
  {
    SqliteStore store(options(folder));
    lay_ground(store);
    Dossier full = dossier("d1");
    full.stage = "review";
    full.external_ref = "QLVB-1";
    full.nominee_office = "unit-1";
    commit_one(store, opening(full));
    commit_one(store, opening("d2"));
    commit_one(store, writing({decision("decision-1"), account("p", true), appointment("a", Date(20000), Date(20100)),
                               appointment("b", Date(-3))}));
    CHECK(store.index_faults({}).empty());
  }
  Intruder intruder(folder);
  const auto faults = [&](const std::optional<StreamRef>& only = {}) {
    std::string text;
    const SqliteStore store(reading(folder));
    for (const auto& fault : store.index_faults(only)) text += fault.stream + ": " + fault.columns + "\n";
    return text;
  };
  REQUIRE(intruder.run("UPDATE dossier SET phase = 'awarded', stage = NULL WHERE id = 'd1'") == "");
  CHECK(faults() == "dossier/d1: phase stage\n");
  CHECK(faults(StreamRef{StreamKind::dossier, "d1"}) == "dossier/d1: phase stage\n");
  CHECK(faults(StreamRef{StreamKind::dossier, "d2"}).empty());
  REQUIRE(intruder.run("UPDATE dossier SET phase = 'drafting', stage = 'review' WHERE id = 'd1'") == "");
  const auto [change, fault] = GENERATE(table<std::string, std::string>(
      {{"dossier SET nominee_person = 'p' WHERE id = 'd2'", "dossier/d2: nominee_person\n"},
       {"submission SET unit = 'other'", "submission/submission-1: unit\n"},
       {"occasion SET open = 0", "occasion/occasion-1: open\n"},
       {"decision SET state = 'numbered'", "decision/decision-1: state\n"},
       {"account SET disabled = 0", "account/p: disabled\n"},
       {"appointment SET last_day = 20200 WHERE id = 'a'", "organisation/office-1: last_day\n"},
       {"appointment SET last_day = 20200 WHERE id = 'b'", "organisation/office-1: last_day\n"}}));
  REQUIRE(intruder.run("UPDATE " + change) == "");
  CHECK(faults() == fault);
}

TEST_CASE("settings that are not safe are named", "[sqlite]") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "plain.db";
  detail::SqliteConnection writer(file, detail::Access::write);
  CHECK(detail::setting_faults(detail::settings_of(writer), true).empty());
  const auto [pragma, name] = GENERATE(table<std::string, std::string>({{"synchronous = NORMAL", "synchronous"},
                                                                        {"foreign_keys = OFF", "foreign_keys"},
                                                                        {"recursive_triggers = OFF", "recursive_triggers"},
                                                                        {"trusted_schema = ON", "trusted_schema"},
                                                                        {"journal_mode = DELETE", "journal_mode"},
                                                                        {"query_only = ON", "query_only"}}));
  writer.script("PRAGMA " + pragma);
  const auto faults = detail::setting_faults(detail::settings_of(writer), true);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].starts_with(name + " is "));
}

TEST_CASE("a reading session is bound to read and never to checkpoint", "[sqlite]") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "plain.db";
  detail::SqliteConnection writer(file, detail::Access::write);
  writer.script("CREATE TABLE t (x INTEGER)");
  detail::SqliteConnection reader(file, detail::Access::read);
  CHECK(detail::setting_faults(detail::settings_of(reader), false).empty());
  CHECK_THROWS_AS(reader.script("INSERT INTO t VALUES (1)"), detail::SqlError);
  reader.script("PRAGMA wal_autocheckpoint = 1000");
  CHECK(detail::setting_faults(detail::settings_of(reader), false).size() == 1);
}

TEST_CASE("an error on COMMIT leaves the outcome open and closes the store for writing", "[sqlite]") {
  const TemporaryFolder folder;
  const bool late = GENERATE(false, true);  // after COMMIT did its work, or before
  bool armed = false;
  SqliteOptions failing = options(folder);
  failing.commit_seam = [&](bool committed) {
    if (armed && committed == late) throw std::runtime_error("disk I/O error");
  };
  {
    SqliteStore store(failing);
    lay_ground(store);
    armed = true;
    CHECK_THROWS_AS(commit_one(store, opening("d1")), StorageUnavailable);
    armed = false;
    CHECK_THROWS_AS(commit_one(store, opening("d2")), StorageUnavailable);
    CHECK_THROWS_AS(store.next_code(2025), StorageUnavailable);
    CHECK_THROWS_AS(store.save_workspace("d1", 0, "{}"), StorageUnavailable);
    CHECK(store.submission("submission-1"));  // reads go on
    CHECK(store.dossier("d1").has_value() == late);
  }
  SqliteStore store(options(folder));
  CHECK(store.dossier("d1").has_value() == late);
  CHECK_FALSE(store.dossier("d2"));
  CHECK(store.integrity_check() == "ok");
  CHECK(commit_one(store, opening("d2")).status == CommitStatus::done);
}

TEST_CASE("after an error on COMMIT every fate is unknown", "[sqlite]") {
  const TemporaryFolder folder;
  SqliteOptions failing = options(folder);
  bool armed = false;
  failing.commit_seam = [&](bool) {
    if (armed) throw std::runtime_error("disk I/O error");
  };
  SqliteStore store(failing);
  lay_ground(store);
  armed = true;
  int unknown = 0;
  {
    Committer committer(store);
    for (const char* id : {"d1", "d2", "d3"})
      committer.submit(opening(id), [&](const Fate& fate) { unknown += fate.unknown; });
  }
  CHECK(unknown == 3);
}

TEST_CASE("a fault before COMMIT writes nothing and leaves the store open", "[sqlite]") {
  const TemporaryFolder folder;
  SqliteStore store(options(folder));
  lay_ground(store);
  Dossier orphan = dossier("d1");
  orphan.submission = "none";
  const std::vector<Change> batch = {opening("d0"), opening(orphan)};
  CHECK_THROWS_AS(store.commit(batch), StorageUnavailable);
  CHECK_FALSE(store.dossier("d0"));
  CHECK(commit_one(store, opening("d0")).status == CommitStatus::done);
}

TEST_CASE("a byte flipped in an event's row is found, and named", "[sqlite]") {
  const TemporaryFolder folder;
  {
    SqliteStore store(options(folder));
    lay_ground(store);
    commit_one(store, opening("d1"));
    commit_one(store, withdrawing("d1", 0));
  }
  const auto file = SqliteStore::database_file(folder.path());
  std::string bytes = bytes_of(file);
  const std::string mark = "\"id\":\"reason-d1\"";
  const auto at = bytes.find(mark);
  REQUIRE(at != std::string::npos);
  bytes[at + mark.size() - 2] ^= 1;  // reason-d0
  std::ofstream(file, std::ios::binary) << bytes;

  const SqliteStore store(reading(folder));
  CHECK(chain_fault(store, StreamKind::dossier, "d1") == "event 1 does not match its hash");
}

TEST_CASE("an event that no longer parses comes back with its bytes", "[sqlite]") {
  const TemporaryFolder folder;
  {
    SqliteStore store(options(folder));
    lay_ground(store);
    commit_one(store, opening("d1"));
  }
  Intruder intruder(folder);
  REQUIRE(intruder.run("DROP TRIGGER events_are_not_changed; UPDATE events SET bytes = '{broken'") == "");
  const SqliteStore store(options(folder));
  const auto events = store.events(StreamKind::dossier, "d1", 0, 10);
  REQUIRE(events.size() == 1);
  CHECK(events[0].bytes == "{broken");
  CHECK(events[0].n == 0);
  CHECK(events[0].event.stream_id == "d1");
  CHECK(chain_fault(store, StreamKind::dossier, "d1") == "event 0 does not match its hash");
}

TEST_CASE("a stream whose head or events were deleted is still listed", "[sqlite]") {
  const TemporaryFolder folder;
  {
    SqliteStore store(options(folder));
    lay_ground(store);
    commit_one(store, opening("d1"));
    commit_one(store, opening("d2"));
  }
  Intruder intruder(folder);
  REQUIRE(intruder.run("DROP TRIGGER heads_are_not_deleted; DROP TRIGGER events_are_not_deleted;"
                       "DELETE FROM stream_head WHERE id = 'd1'; DELETE FROM events WHERE id = 'd2'") == "");
  const SqliteStore store(options(folder));
  CHECK(store.streams({}, 10).size() == 2);
}

TEST_CASE("small values are kept beside the data", "[sqlite]") {
  const TemporaryFolder folder;
  {
    SqliteStore store(options(folder));
    CHECK_FALSE(store.meta("clock_offset"));
    store.set_meta("clock_offset", "12");
    store.set_meta("clock_offset", "34");
    CHECK(store.schema_version() == 10);
  }
  CHECK(SqliteStore(options(folder)).meta("clock_offset") == "34");
}

TEST_CASE("entries of an older schema are listed newest first as well, in whatever order they came", "[sqlite]") {
  const TemporaryFolder folder;
  const auto newest = [](SqliteStore& store) {
    SqlLists lists(store);
    std::string text;
    ListRequest request{{}, {.words = {"truong"}}, ListOrder::opened, "", 2};
    for (const auto& it : walk(lists, request)) text += it.id;
    return text;
  };
  {
    SqliteStore store(options(folder));
    SqlLists lists(store);
    for (const char* id : {"c", "a", "e", "b", "f", "d"}) {
      const auto it = entry(id);
      lists.put_entries({&it, 1});
    }
    CHECK(newest(store) == "fedcba");
  }
  REQUIRE(Intruder(folder).run("DROP INDEX dossier_list_late; ALTER TABLE dossier_list DROP COLUMN late;"
                               "ALTER TABLE dossier_list DROP COLUMN reserved; ALTER TABLE feed_cursor DROP COLUMN xid;"
                               "DROP TABLE job; DROP TABLE webhook_delivery; DROP TABLE webhook; DROP INDEX events_at;"
                               "ALTER TABLE dossier_list DROP COLUMN passes;"
                               "UPDATE meta SET value = '5' WHERE name = 'schema_version'") == "");
  SqliteStore store(options(folder));
  CHECK(store.schema_version() == 10);
  CHECK(newest(store) == "fedcba");
}

TEST_CASE("demo time stands where it stood after a restart", "[sqlite]") {
  const TemporaryFolder folder;
  const SystemClock real;
  const Instant past = Instant::parse("2017-03-01T00:00:00.000Z").value();
  {
    SqliteStore store(options(folder));
    BusinessClock clock(real, past.milliseconds - 1000 - real.system_now().milliseconds,
                        [&](std::int64_t offset) { store.set_meta("clock_offset", std::to_string(offset)); });
    REQUIRE(clock.move_to(past));
  }
  const SqliteStore store(options(folder));
  const BusinessClock clock(real, std::stoll(store.meta("clock_offset").value()), {});
  CHECK(clock.business_now() >= past);
  CHECK(clock.business_now().legal_date() == past.legal_date());
}

TEST_CASE("the database is for its owner's eyes, also in a folder that others may enter", "[sqlite]") {
  const TemporaryFolder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  const SqliteStore store(options(folder));
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    CAPTURE(entry.path().filename().string());
    CHECK(entry.status().permissions() == std::filesystem::perms(0600));
  }
}

TEST_CASE("expired answers are deleted, not only hidden", "[sqlite]") {
  const TemporaryFolder folder;
  {
    SqliteStore store(options(folder));
    Change change;
    change.answer = kept("a", "k", Instant{1'700'000'000'000});
    commit_one(store, change);
    CHECK_FALSE(store.answer("a", "k", Instant{1'700'000'000'000}));
    commit_one(store, Change{});
  }
  detail::SqliteConnection db(SqliteStore::database_file(folder.path()), detail::Access::read);
  CHECK(db.value<int>("SELECT count(*) FROM kept_answer") == 0);
}

TEST_CASE("nulls, empty texts and large numbers pass through a session unchanged", "[sqlite]") {
  const TemporaryFolder folder;
  detail::SqliteConnection db(folder.path() / "plain.db", detail::Access::write);
  db.script("CREATE TABLE t (a TEXT, b INTEGER) STRICT");
  using Row = std::tuple<std::optional<std::string>, std::optional<std::int64_t>>;
  const std::vector<Row> rows = {{std::nullopt, std::nullopt}, {"", 0}, {"a", 9'007'199'254'740'993}, {"b", -1}};
  for (const auto& [a, b] : rows) CHECK(db.change("INSERT INTO t (a, b) VALUES (:a, :b)", a, b) == 1);
  CHECK(db.rows<Row>("SELECT a, b FROM t ORDER BY rowid") == rows);
  CHECK(db.change("UPDATE t SET b = 1 WHERE a = :a", std::string("none")) == 0);
  CHECK_THROWS_AS(db.script("SELECT nonsense"), detail::SqlError);
}
