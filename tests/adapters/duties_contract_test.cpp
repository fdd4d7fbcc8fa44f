// What every store promises of duty tasks: one per plan, duty, unit and day, pages by day, the state that its events say.
#include "adapters/memory/memory_duties.hpp"
#include "adapters/sql/sql_duties.hpp"
#include "engine/fold/fold.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct DutiesInMemory : InMemory {
  MemoryDuties duties{store};
};
struct DutiesInSqlite : InSqlite {
  SqlDuties duties{store};
};
struct DutiesInPostgres : InPostgres {
  SqlDuties duties{store};
};

#define DUTY_HOMES DutiesInMemory, DutiesInSqlite, DutiesInPostgres

Date on(unsigned month, unsigned date) { return *Date::of(2025, month, date); }

DutyTask task(const std::string& id, const std::string& unit, Date due, const std::string& duty = "yearly_report") {
  DutyTask it;
  it.id = id;
  it.plan = {"plan-a", 1, "hash"};
  it.duty = duty;
  it.unit = unit;
  it.due = due;
  return it;
}

Change assigning(const DutyTask& it) {
  Change change;
  change.guards = {{StreamKind::duty, it.id, -1}};
  change.events = {event(StreamKind::duty, it.id, DutyAssigned{it})};
  change.next = {it};
  return change;
}

Change handing_in(DutyTask it) {
  Change change;
  change.guards = {{StreamKind::duty, it.id, it.version}};
  PaperEntry paper;
  paper.id = "paper-" + it.id;
  paper.slot = it.duty;
  const auto done = event(StreamKind::duty, it.id, DutyDone{paper, {}});
  apply(it, done);
  change.events = {done};
  change.next = {it};
  return change;
}

std::string ids(const std::vector<DutyTask>& found) {
  std::string text;
  for (const DutyTask& it : found) text += (text.empty() ? "" : " ") + it.id;
  return text;
}

}  // namespace

TEMPLATE_TEST_CASE("a unit has one task for a duty and a day", "[contract]", DUTY_HOMES) {
  TestType home;
  CHECK(commit_one(home.store, assigning(task("t1", "u1", on(12, 31)))).status == CommitStatus::done);
  CHECK(commit_one(home.store, assigning(task("t2", "u1", on(12, 31)))).status == CommitStatus::stale);
  CHECK(commit_one(home.store, assigning(task("t1", "u9", on(12, 31)))).status == CommitStatus::stale);
  CHECK(commit_one(home.store, assigning(task("t3", "u2", on(12, 31)))).status == CommitStatus::done);
  CHECK(commit_one(home.store, assigning(task("t4", "u1", on(12, 30)))).status == CommitStatus::done);
  CHECK(commit_one(home.store, assigning(task("t5", "u1", on(12, 31), "plan"))).status == CommitStatus::done);
  CHECK_FALSE(home.duties.duty("t2"));
  CHECK(home.duties.task("plan-a", "yearly_report", "u1", on(12, 31))->id == "t1");
  CHECK_FALSE(home.duties.task("plan-b", "yearly_report", "u1", on(12, 31)));
}

TEMPLATE_TEST_CASE("two in one batch: the second is stale and fails nobody", "[contract]", DUTY_HOMES) {
  TestType home;
  const std::vector<Change> batch = {assigning(task("t1", "u1", on(12, 31))), assigning(task("t2", "u1", on(12, 31))),
                                     assigning(task("t3", "u2", on(12, 31)))};
  const auto results = home.store.commit(batch);
  CHECK(results[0].status == CommitStatus::done);
  CHECK(results[1].status == CommitStatus::stale);
  CHECK(results[2].status == CommitStatus::done);
}

TEMPLATE_TEST_CASE("a task is what its events say", "[contract]", DUTY_HOMES) {
  TestType home;
  const auto first = task("t1", "u1", on(12, 31));
  REQUIRE(commit_one(home.store, assigning(first)).status == CommitStatus::done);
  REQUIRE(commit_one(home.store, handing_in(first)).status == CommitStatus::done);
  CHECK(commit_one(home.store, handing_in(first)).status == CommitStatus::stale);
  const auto stored = home.duties.duty("t1").value();
  CHECK(stored.state == DutyState::done);
  CHECK(stored.version == 1);
  CHECK(stored.paper->id == "paper-t1");
  DutyTask folded;
  for (const auto& sealed : home.store.events(StreamKind::duty, "t1", 0, 10)) apply(folded, sealed.event);
  CHECK(encode(folded) == encode(stored));
  CHECK(chain_fault(home.store, StreamKind::duty, "t1").empty());
}

TEMPLATE_TEST_CASE("tasks are found by unit, plan, state and days, page by page", "[contract]", DUTY_HOMES) {
  TestType home;
  for (const auto& it : {task("t4", "u1", on(3, 1)), task("t2", "u2", on(3, 1)), task("t3", "u1", on(2, 1)),
                         task("t1", "u3", on(6, 1))})
    REQUIRE(commit_one(home.store, assigning(it)).status == CommitStatus::done);
  REQUIRE(commit_one(home.store, handing_in(task("t2", "u2", on(3, 1)))).status == CommitStatus::done);
  DutyQuery query;
  CHECK(ids(home.duties.find(query)) == "t3 t2 t4 t1");
  query.limit = 2;
  CHECK(ids(home.duties.find(query)) == "t3 t2");
  query.after = "2025-03-01 t2";
  CHECK(ids(home.duties.find(query)) == "t4 t1");
  query = {};
  query.units = {"u1", "u2"};
  CHECK(ids(home.duties.find(query)) == "t3 t2 t4");
  query.state = DutyState::open;
  CHECK(ids(home.duties.find(query)) == "t3 t4");
  query.due_from = on(2, 2);
  CHECK(ids(home.duties.find(query)) == "t4");
  query = {};
  query.due_to = on(3, 1);
  query.plan = "plan-a";
  CHECK(ids(home.duties.find(query)) == "t3 t2 t4");
  query.plan = "plan-b";
  CHECK(ids(home.duties.find(query)).empty());
}

TEST_CASE("the columns of a task are those of its body") {
  DutiesInSqlite home;
  REQUIRE(commit_one(home.store, assigning(task("t1", "u1", on(12, 31)))).status == CommitStatus::done);
  CHECK(home.store.index_faults({}).empty());
}
