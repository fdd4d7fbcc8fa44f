// Reading: lists and cursors, names, plans, criteria, the calendar, the inbox and the routes for machines.
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

TEST_CASE("lists come in pages whose cursor serves its caller and filter only", "[desk]") {
  Province p;
  const auto submission = p.open_submission(p.open_occasion());
  for (const std::string name : {"Trường A", "Trường B", "Trường C"}) p.ready_dossier(submission, name);
  const auto first = p.get("/v1/dossiers?limit=2&phase=drafting", p.clerk());
  REQUIRE(first.body["items"].size() == 2);
  CHECK(first.body["items"][0]["nominee_name"] == "Trường C");
  const auto rest = p.get(first.body["next"], p.clerk());
  REQUIRE(rest.body["items"].size() == 1);
  CHECK_FALSE(rest.body.contains("next"));
  const auto cursor = first.body["cursor"].get<std::string>();
  CHECK(p.get("/v1/dossiers?phase=drafting&cursor=" + cursor, p.head()).code() == "invalid_cursor");
  CHECK(p.get("/v1/dossiers?phase=returned&cursor=" + cursor, p.clerk()).code() == "invalid_cursor");
  CHECK(p.get("/v1/dossiers?limit=0", p.clerk()).code() == "validation");
  CHECK(p.get("/v1/dossiers?colour=red", p.clerk()).code() == "unknown_parameter");
  CHECK(p.get("/v1/dossiers?phase=happy", p.clerk()).code() == "validation");
  CHECK(p.get("/v1/submissions", p.clerk()).body["items"].size() == 1);
  CHECK(p.get("/v1/occasions?open=true&plan=lang-son-2021-2025", p.clerk()).body["items"].size() == 1);
  CHECK(p.get("/v1/decisions", p.registry()).body["items"].empty());
}

TEST_CASE("the inbox holds what waits for the caller's own hand", "[desk]") {
  Province p;
  const auto submission = p.open_submission(p.open_occasion());
  p.attach_letter(submission);
  const auto dossier = p.ready_dossier(submission);
  const auto hand = [&](const std::string& token) -> std::string {
    const auto items = p.get("/v1/inbox", token).body["items"];
    return items.empty() ? "" : items[0]["hand"].get<std::string>();
  };
  CHECK(hand(p.head()) == "unit");
  CHECK(hand(p.intake()).empty());
  p.submit(dossier);
  CHECK(hand(p.head()).empty());
  CHECK(hand(p.intake()) == "receive");
  CHECK(hand(p.director()).empty());
  p.done(dossier, "receive", p.intake());
  CHECK(hand(p.appraiser()) == "propose");
  p.done(dossier, "propose", p.appraiser(), {{"kind", "forward"}});
  CHECK(hand(p.director()) == "send");
}

TEST_CASE("the check gives a verdict per item and writes nothing", "[desk]") {
  Province p;
  const auto submission = p.open_submission(p.open_occasion());
  const auto dossier = p.ready_dossier(submission);
  const auto check = p.get(dossier + "/check", p.clerk());
  REQUIRE(check.status == 200);
  CHECK(check.body["complete"] == false);
  CHECK(check.body["missing"][0]["code"] == "paper_missing");
  CHECK(check.body["missing"][0]["details"]["slot"] == "submission_letter");
  for (const auto& paper : check.body["papers"]) CHECK(paper["present"] == (paper["slot"] == "achievement_report"));
  CHECK(check.body["criteria"]["meets_criteria"] == nullptr);
  p.attach_letter(submission);
  CHECK(p.get(dossier + "/check", p.clerk()).body["complete"] == true);
  CHECK(p.get(dossier, p.clerk()).body["version"] == 1);
}

TEST_CASE("plans are read with the source of each item, and criteria are a calculation", "[desk]") {
  Province p;
  CHECK(p.get("/v1/plans", p.clerk()).body["items"].size() == 5);
  const auto plan = p.get("/v1/plans/lang-son-2021-2025", p.clerk());
  CHECK(plan.body["definition"]["subject_categories"][1]["source"].contains("clause"));
  CHECK(p.get("/v1/plans/nowhere", p.clerk()).status == 404);
  CHECK(p.get("/v1/plans/lang-son-2021-2025?version=9", p.clerk()).status == 404);
  const auto empty = p.post("/v1/plans/lang-son-2021-2025/eligibility", p.clerk(), {{"category", "poor_district"}});
  CHECK(empty.body["meets_criteria"] == nullptr);
  CHECK(empty.body["award_standards_not_examined"].size() == 4);
  const auto wrong = p.post("/v1/plans/lang-son-2021-2025/eligibility", p.clerk(), {{"category", "nobody"}});
  CHECK(wrong.body["errors"][0]["pointer"] == "/category");
}

TEST_CASE("a deadline is counted in working days and says what it skipped", "[desk]") {
  Province p;
  const auto due = p.get("/v1/calendar/deadline?from=2025-01-24&working_days=5", p.clerk());
  CHECK(due.body["due"] == "2025-02-07");
  CHECK_FALSE(due.body["skipped"].empty());
  CHECK(p.get("/v1/calendar/deadline?from=2025-01-24", p.clerk()).body["errors"][0]["code"] == "missing");
  const auto wrong = p.get("/v1/calendar/deadline?from=2025-02-30&working_days=2001", p.clerk());
  CHECK(wrong.code() == "validation");
  CHECK(wrong.body["errors"][0]["code"] == "not_a_date");
  CHECK(wrong.body["errors"][0]["pointer"] == "#/query/from");
  CHECK(wrong.body["errors"][1]["code"] == "out_of_range");
  CHECK(p.get("/v1/calendar/deadline?from=2025-02-28&working_days=five", p.clerk()).body["errors"][0]["code"] ==
        "out_of_range");
  CHECK(p.get("/v1/calendar/deadline?from=2027-12-30&working_days=2000", p.clerk()).code() == "outside_calendar");
}

TEST_CASE("the demo's clock moves forward only", "[desk]") {
  Province p;
  CHECK(p.post("/v1/demo/clock", p.clerk(), {{"now", "2025-06-01T00:00:00.000Z"}}).body["today"] == "2025-06-01");
  CHECK(p.post("/v1/demo/clock", p.clerk(), {{"now", "2025-05-01T00:00:00.000Z"}}).code() ==
        "clock_moves_forward_only");
}

TEST_CASE("machines read health, the description of the API and the meaning of a problem without a token", "[desk]") {
  Province p;
  CHECK(p.get("/healthz", "").status == 200);
  CHECK(p.get("/readyz", "").status == 200);
  CHECK(p.get("/openapi.yaml", "").text.starts_with("openapi: 3.1"));
  CHECK(p.get("/problems/quota-full", "").body["status"] == 409);
  CHECK(p.get("/problems/precondition-required", "").body["status"] == 428);
  CHECK(p.get("/problems/nonsense", "").status == 404);
  CHECK(p.get("/problems/external-ref-taken", "").body["status"] == 409);
  CHECK(p.get("/problems/outcome-unknown", "").body["status"] == 503);
}
