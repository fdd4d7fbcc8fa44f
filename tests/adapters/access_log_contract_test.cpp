// What every access log promises, and what only the SQLite one does: rows that nobody changes or deletes.
#include "adapters/access_ration.hpp"
#include "adapters/memory/memory_access_log.hpp"
#include "adapters/sql/sql_access_log.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/adapters/support/run_sql.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t first_minute = 29'000'000 * minute;

struct MemoryLog {
  MemoryStore store;
  MemoryAccessLog log{store};
};
struct SqliteLog {
  InSqlite home;
  SqlAccessLog log{home.store};
};
struct PostgresLog {
  InPostgres home;
  SqlAccessLog log{home.store};
};

AccessEntry entry(std::int64_t after, const std::string& person, const std::string& target = "thing") {
  AccessEntry it;
  it.at = Instant{first_minute + after};
  it.kind = AccessKind::denied;
  if (!person.empty()) {
    it.person = person;
    it.appointment = "appointment of " + person;
    it.office = "office of " + person;
  }
  it.address = "192.0.2.7";
  it.method = "POST";
  it.route = "/v1/dossiers/{id}";
  it.target = target;
  it.status = 404;
  it.code = "not_found";
  it.request_id = "request";
  return it;
}

void add(AccessLog& log, const AccessEntry& it) { log.add({&it, 1}); }

std::vector<std::string> targets(const std::vector<AccessEntry>& entries) {
  std::vector<std::string> all;
  for (const auto& it : entries) all.push_back(it.target);
  return all;
}

/// Fails when told to, and counts what reaches it.
class FakeLog final : public AccessLog {
 public:
  void add(std::span<const AccessEntry> entries) override {
    if (failing) throw StorageUnavailable("no disk");
    for (const auto& it : entries) {
      ++writes;
      last = it;
      total += it.count;
    }
  }
  [[nodiscard]] std::vector<AccessEntry> find(const AccessQuery&) const override { return {}; }
  bool failing = false;
  int writes = 0;
  int total = 0;
  AccessEntry last;
};

}  // namespace

TEMPLATE_TEST_CASE("alike entries of one minute are one with a count, others are not", "[access_log]", MemoryLog, SqliteLog, PostgresLog) {
  TestType home;
  add(home.log, entry(0, "an"));
  add(home.log, entry(59'999, "an"));
  add(home.log, entry(60'000, "an"));
  add(home.log, entry(1, "binh"));
  add(home.log, entry(2, "an", "other"));
  add(home.log, entry(3, ""));
  const auto all = home.log.find({});
  REQUIRE(all.size() == 5);
  CHECK(all.back().count == 2);
  CHECK(all.back().at == Instant{first_minute});
  CHECK(all.back().person == "an");
  CHECK(all.back().appointment == "appointment of an");
  CHECK(all.back().office == "office of an");
  CHECK(all.back().method == "POST");
  CHECK(all.back().route == "/v1/dossiers/{id}");
  CHECK(all.back().status == 404);
  CHECK(all.back().code == "not_found");
  CHECK(all.back().request_id == "request");
  CHECK_FALSE(all.front().person);
  CHECK(all.front().address == "192.0.2.7");
}

TEMPLATE_TEST_CASE("entries are found newest first, by page, time, kind, person and office", "[access_log]", MemoryLog, SqliteLog, PostgresLog) {
  TestType home;
  for (int i = 0; i < 5; ++i) add(home.log, entry(i * minute, i % 2 == 0 ? "an" : "binh", "t" + std::to_string(i)));
  AccessEntry read = entry(9 * minute, "an", "t9");
  read.kind = AccessKind::marked_read;
  add(home.log, read);
  add(home.log, entry(10 * minute, "", "t10"));

  AccessQuery query;
  query.limit = 3;
  auto page = home.log.find(query);
  CHECK(targets(page) == std::vector<std::string>{"t10", "t9", "t4"});
  query.before = page.back().seq;
  query.limit = 50;
  CHECK(targets(home.log.find(query)) == std::vector<std::string>{"t3", "t2", "t1", "t0"});

  query = {};
  query.kind = AccessKind::marked_read;
  CHECK(targets(home.log.find(query)) == std::vector<std::string>{"t9"});
  query = {};
  query.person = "binh";
  CHECK(targets(home.log.find(query)) == std::vector<std::string>{"t3", "t1"});
  query = {};
  query.offices = {"office of binh", "elsewhere"};
  CHECK(targets(home.log.find(query)) == std::vector<std::string>{"t3", "t1"});
  AccessEntry everything = entry(11 * minute, "", "all");
  everything.kind = AccessKind::exported;
  add(home.log, everything);
  CHECK(targets(home.log.find(query)) == std::vector<std::string>{"all", "t3", "t1"});
  query = {};
  query.from = Instant{first_minute + 1 * minute};
  query.to = Instant{first_minute + 3 * minute};
  CHECK(targets(home.log.find(query)) == std::vector<std::string>{"t2", "t1"});
}

TEST_CASE("the database lets nobody change or delete an entry, but count it up or drop what an operator gave up", "[access_log][sqlite]") {
  SqliteLog home;
  const auto folder = home.home.folder.path() / "data";
  add(home.log, entry(0, "an"));
  add(home.log, entry(24 * 60 * minute, "an"));
  CHECK_FALSE(run_sql(folder, "UPDATE access_log SET person = 'binh', count = count + 1").empty());
  CHECK_FALSE(run_sql(folder, "UPDATE access_log SET count = 0").empty());
  CHECK_FALSE(run_sql(folder, "DELETE FROM access_log").empty());
  CHECK_FALSE(home.log.kept_from());
  CHECK(home.log.find({}).size() == 2);
  CHECK(home.log.drop_before(Instant{first_minute + minute}) == 1);
  CHECK(home.log.kept_from() == Instant{first_minute + minute});
  CHECK(home.log.find({}).size() == 1);
  CHECK_FALSE(run_sql(folder, "DELETE FROM access_log").empty());
  CHECK(home.log.drop_before(Instant{first_minute}) == 0);
  CHECK_FALSE(run_sql(folder, "UPDATE meta SET value = '0' WHERE name = 'access_log_kept_from'").empty());
}

TEST_CASE("a rationed log writes the first of alike entries at once and the others' count later", "[access_log]") {
  FakeLog behind;
  {
    RationedAccessLog log(behind);
    for (int i = 0; i < 10; ++i) add(log, entry(i, "an"));
    CHECK(behind.writes == 1);
    CHECK(behind.total == 1);
    CHECK(log.flush());
    CHECK(behind.writes == 2);
    CHECK(behind.total == 10);
    CHECK(log.flush());
    CHECK(behind.writes == 2);
    add(log, entry(11, "an"));
    CHECK(behind.total == 10);
  }
  CHECK(behind.total == 11);
}

TEST_CASE("a rationed log says so when storage fails, and counts nothing twice", "[access_log]") {
  FakeLog behind;
  RationedAccessLog log(behind);
  behind.failing = true;
  CHECK_THROWS_AS(add(log, entry(0, "an")), StorageUnavailable);
  behind.failing = false;
  add(log, entry(0, "an"));
  add(log, entry(1, "an"));
  behind.failing = true;
  CHECK_FALSE(log.flush());
  CHECK_THROWS_AS(add(log, entry(2, "an")), StorageUnavailable);
  behind.failing = false;
  CHECK(log.flush());
  CHECK(behind.total == 2);
}

TEST_CASE("a flood of denials becomes one row a minute beyond its ration; reads are all kept", "[access_log]") {
  FakeLog behind;
  RationedAccessLog log(behind);
  const std::string who = GENERATE(std::string(""), std::string("an"));
  for (int i = 0; i < 1000; ++i) add(log, entry(i, who, "t" + std::to_string(i)));
  CHECK(behind.writes == 61);
  CHECK(behind.last.code == "too_many");
  CHECK(behind.last.target.empty());
  CHECK(behind.last.route.empty());
  CHECK(log.flush());
  CHECK(behind.total == 1000);

  const int before = behind.writes;
  for (int i = 0; i < 100; ++i) {
    AccessEntry read = entry(i, "an", "t" + std::to_string(i));
    read.kind = AccessKind::marked_read;
    add(log, read);
  }
  CHECK(behind.writes == before + 100);
}
