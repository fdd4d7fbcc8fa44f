// DutyDesk become tasks, are handed in, fall due and are opened again.
#include "engine/invariants/verification.hpp"
#include "tests/api/runner/steady_province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct DutyDesk : SteadyProvince {
  DutyDesk() { pass(); }

  Json all(const std::string& token, const std::string& query = "") {
    const auto answer = get("/v1/duties?limit=200" + query, token);
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    return answer.body["items"];
  }
  /// The path of the yearly report of Sở Giáo dục for 2025.
  std::string report() {
    for (const auto& item : all(clerk())) {
      if (item["duty"] == "yearly_report" && item["due"] == "2025-12-31")
        return "/v1/duties/" + item["id"].get<std::string>();
    }
    FAIL("no report is due");
    return "";
  }
  Answer hand_in(const std::string& task, const std::string& token) {
    return call("PUT", task + "/paper", token, pdf(),
                {{"if-match", get(task, token).etag()}, {"content-type", "application/pdf"}});
  }
  StoreVerification verified() {
    const auto appointments = inner.appointments();
    const auto plans = [&](const DefinitionRef& ref) { return deps->rulebook.plan(ref.id, ref.version); };
    return verify_all(inner, plans, deps->rulebook.organisation(), appointments, {}, &blobs, &duties);
  }
};

}  // namespace

TEST_CASE("each unit has one task for the year, however often time looks", "[desk][runner]") {
  DutyDesk p;
  p.pass();
  const auto mine = p.all(p.clerk());
  REQUIRE(mine.size() == 1);  // the unit plan of 2022 was due before there was a program to remind of it
  CHECK(mine[0]["duty"] == "yearly_report");
  CHECK(mine[0]["due"] == "2025-12-31");
  CHECK(mine[0]["due_assumed"] == true);
  CHECK(mine[0]["state"] == "open");
  CHECK(mine[0]["late"] == false);
  CHECK(p.count(p.clerk(), "duty_assigned") == 1);
  // Home Affairs owes its own, and sees those of the units that report to it.
  const auto board = p.all(p.officer());
  std::map<std::string, int> by_duty;
  for (const auto& item : board) ++by_duty[item["duty"]];
  CHECK(by_duty["summary_report"] == 1);
  CHECK(by_duty["inspection"] == 1);
  CHECK(by_duty["yearly_report"] >= 1);
  CHECK(p.get("/v1/duties?state=lost", p.clerk()).status == 422);
}

TEST_CASE("a unit that gets its first clerk gets its task at the next look", "[desk][runner]") {
  DutyDesk p;
  const auto other = p.token("so_yt_lang_son", Role::unit_clerk);
  const bool known = p.deps->rulebook.organisation().office("so_yt_lang_son") != nullptr;
  auto staying = p.new_pass();
  staying.run();
  if (known) CHECK(p.all(other).size() == 1);
  const auto district = p.token("huyen_van_quan", Role::unit_head);
  staying.run();
  CHECK(p.all(district).size() == 1);
}

TEST_CASE("a task is handed in with a file by its unit, once", "[desk][runner]") {
  DutyDesk p;
  const auto task = p.report();
  CHECK(p.hand_in(task, p.officer()).status == 403);
  const auto neighbour = p.token("huyen_van_quan", Role::unit_clerk);
  CHECK(p.get(task, neighbour).status == 404);
  const auto done = p.hand_in(task, p.clerk());
  INFO(done.text);
  REQUIRE(done.status == 200);
  CHECK(done.body["state"] == "done");
  CHECK(p.hand_in(task, p.clerk()).code() == "duty_done");
  const auto paper = p.get(task + "/paper", p.officer());
  CHECK(paper.status == 200);
  CHECK(paper.text == pdf());
  CHECK(p.get(task + "/paper", neighbour).status == 404);
  CHECK(p.all(p.officer(), "&state=done").size() == 1);
  p.go_to(day(2026, 1, 5));
  p.pass();
  CHECK(p.count(p.clerk(), "duty_overdue") == 0);
  CHECK(p.verified().intact);
}

TEST_CASE("a reminder, then overdue; each once", "[desk][runner]") {
  DutyDesk p;
  const auto task = p.report();
  p.go_to(day(2025, 12, 26));
  p.pass();
  CHECK(p.count(p.head(), "duty_due_soon") == 0);
  p.go_to(day(2025, 12, 29));  // Monday, two working days before Wednesday 31
  p.pass();
  p.pass();
  CHECK(p.count(p.head(), "duty_due_soon") == 1);
  p.go_to(day(2025, 12, 31));
  p.pass();
  CHECK(p.count(p.head(), "duty_overdue") == 0);
  CHECK(p.all(p.clerk(), "&late=true").empty());
  p.go_to(day(2026, 1, 1));
  p.pass();
  p.pass();
  CHECK(p.count(p.head(), "duty_overdue") == 1);
  CHECK(p.all(p.clerk(), "&late=true").size() == 1);
  CHECK(p.get(task, p.clerk()).body["late"] == true);
}

TEST_CASE("the board opens a task again, with a reason; then it is due anew", "[desk][runner]") {
  DutyDesk p;
  const auto task = p.report();
  CHECK(p.act(task, "reopen", p.officer(), {{"reason", "Thiếu số liệu"}}).code() == "duty_open");
  REQUIRE(p.hand_in(task, p.clerk()).status == 200);
  CHECK(p.act(task, "reopen", p.clerk(), {{"reason", "x"}}).status == 403);
  CHECK(p.act(task, "reopen", p.officer(), {{"reason", ""}}).code() == "reason_missing");
  REQUIRE(p.act(task, "reopen", p.officer(), {{"reason", "Thiếu số liệu"}}).status == 200);
  p.pass();
  CHECK(p.count(p.clerk(), "duty_reopened") == 1);
  const auto view = p.get(task, p.clerk()).body;
  CHECK(view["state"] == "open");
  CHECK(view["reopened"]["reason"]["value"] == "Thiếu số liệu");
  p.go_to(day(2026, 1, 2));
  p.pass();
  CHECK(p.count(p.clerk(), "duty_overdue") == 1);
  REQUIRE(p.hand_in(task, p.head()).status == 200);
  const auto result = p.verified();
  for (const auto& one : result.violations) UNSCOPED_INFO(one.stream << ' ' << one.invariant << ' ' << one.text);
  CHECK(result.intact);
}

TEST_CASE("a stored task that its events do not say is found", "[desk][runner]") {
  DutyDesk p;
  const auto task = p.report();
  auto stored = p.duties.duty(task.substr(task.rfind('/') + 1)).value();
  stored.state = DutyState::done;
  Change change;
  change.next = {stored};
  REQUIRE(p.inner.commit({&change, 1})[0].status == CommitStatus::done);
  const auto result = p.verified();
  CHECK(std::ranges::any_of(result.violations, [](const auto& one) { return one.invariant == "INV-15"; }));
}
