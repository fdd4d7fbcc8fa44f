// Occasions close after their last day, through the same door as a person's closing.
#include "engine/invariants/verification.hpp"
#include "tests/api/runner/steady_province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

Json an_occasion(const std::string& closes) {
  Json body{{"plan", "lang-son-2021-2025"},
            {"milestone", "final_review"},
            {"name", "Tổng kết 2021-2025"},
            {"document", {{"number", "15/HD-SNV"}, {"date", "2025-01-15"}}},
            {"forms", {"provincial_merit"}},
            {"opens", "2025-01-20"},
            {"receipt_deadline", "2025-06-20"}};
  if (!closes.empty()) body["closes"] = closes;
  return body;
}

StoreVerification verified(SteadyProvince& p) {
  const auto appointments = p.inner.appointments();
  const auto plans = [&](const DefinitionRef& ref) { return p.deps->rulebook.plan(ref.id, ref.version); };
  return verify_all(p.inner, plans, p.deps->rulebook.organisation(), appointments, {}, &p.blobs, &p.duties);
}

}  // namespace

TEST_CASE("an occasion closes the day after its last, its drafts lapse and their unit is told", "[desk][runner]") {
  SteadyProvince p;
  const auto opened = p.post("/v1/occasions", p.officer(), an_occasion("2025-06-30"));
  REQUIRE(opened.status == 201);
  const std::string occasion = opened.body["id"];
  const auto path = "/v1/occasions/" + occasion;
  CHECK(p.get(path, p.officer()).body["closes"] == "2025-06-30");
  const auto sent = p.sent_dossier(occasion);
  const auto submission = p.open_submission(occasion);
  const auto draft = p.ready_dossier(submission, "Trường chậm");

  p.go_to(day(2025, 6, 30));
  p.pass();
  CHECK(p.get(path, p.officer()).body["open"] == true);
  p.go_to(day(2025, 7, 1));
  p.pass();
  p.pass();
  CHECK(p.get(path, p.officer()).body["open"] == false);
  CHECK(p.get(draft, p.clerk()).body["phase"] == "lapsed");
  CHECK(p.get(sent, p.clerk()).body["phase"] == "awaiting_receipt");
  CHECK(p.told(p.clerk(), "dossier_lapsed").size() == 1);
  CHECK(p.told_of(p.head(), "dossier_lapsed", draft));
  const auto events = p.inner.events(StreamKind::occasion, occasion, 0, 10);
  REQUIRE(events.size() == 2);
  CHECK(events[1].event.actor.role == Role::deadline_runner);
  CHECK(events[1].event.at.legal_date() == day(2025, 7, 1));
  const auto result = verified(p);
  for (const auto& one : result.violations) UNSCOPED_INFO(one.stream << ' ' << one.invariant << ' ' << one.text);
  CHECK(result.intact);
}

TEST_CASE("a hold does not keep a draft from lapsing with its occasion", "[desk][runner]") {
  SteadyProvince p;
  const auto occasion = p.post("/v1/occasions", p.officer(), an_occasion("2025-06-30")).body["id"].get<std::string>();
  const auto draft = p.ready_dossier(p.open_submission(occasion));
  p.hold(draft, day(2025, 8, 1));
  p.go_to(day(2025, 7, 1));
  p.pass();
  CHECK(p.get("/v1/occasions/" + occasion, p.officer()).body["open"] == false);
  CHECK(p.get(draft, p.clerk()).body["phase"] == "lapsed");
  CHECK(verified(p).intact);
}

TEST_CASE("many drafts lapse in several changes, and an occasion without a last day stays open", "[desk][runner]") {
  SteadyProvince p;
  const auto closing = p.post("/v1/occasions", p.officer(), an_occasion("2025-06-30")).body["id"].get<std::string>();
  const auto lasting = p.post("/v1/occasions", p.officer(), an_occasion("")).body["id"].get<std::string>();
  const auto first = p.open_submission(closing);
  const auto second = p.open_submission(closing);
  for (int i = 0; i < 105; ++i) {
    for (const auto& submission : {first, second}) {
      REQUIRE(p.post(submission + "/dossiers", p.clerk(),
                     {{"form", "provincial_merit"},
                      {"subject_kind", "collective"},
                      {"category", "departments"},
                      {"content", some_content("Trường")}})
                  .status == 201);
    }
  }
  p.go_to(day(2026, 1, 15));
  p.pass();
  CHECK(p.get("/v1/occasions/" + closing, p.officer()).body["open"] == false);
  CHECK(p.get("/v1/occasions/" + lasting, p.officer()).body["open"] == true);
  CHECK(p.count(p.clerk(), "dossier_lapsed") == 210);
  const auto events = p.inner.events(StreamKind::occasion, closing, 0, 10);
  REQUIRE(events.size() == 2);
  CHECK(std::get<OccasionClosed>(events[1].event.body).lapsed == 210);
  CHECK(verified(p).intact);
}

TEST_CASE("the last day is not before the deadline, and nobody but the program closes as the program", "[desk][runner]") {
  SteadyProvince p;
  CHECK(p.post("/v1/occasions", p.officer(), an_occasion("2025-06-19")).status == 422);
  CHECK(p.post("/v1/occasions", p.officer(), an_occasion("2025-06-20")).status == 201);
}

TEST_CASE("a lapse by the program before the last day is over is a broken rule", "[desk][runner]") {
  SteadyProvince p;
  const auto occasion = p.post("/v1/occasions", p.officer(), an_occasion("2025-06-30")).body["id"].get<std::string>();
  const auto draft = p.ready_dossier(p.open_submission(occasion));
  auto stored = p.inner.occasion(occasion).value();
  p.go_to(day(2025, 7, 1));
  p.pass();
  REQUIRE(verified(p).intact);
  // As if the day had been another: the stored occasion is what the rule is read from.
  stored = p.inner.occasion(occasion).value();
  stored.closes = day(2025, 12, 31);
  Change change;
  change.next = {stored};
  REQUIRE(p.inner.commit({&change, 1})[0].status == CommitStatus::done);
  const auto result = verified(p);
  CHECK(std::ranges::any_of(result.violations, [](const auto& one) { return one.invariant == "INV-3"; }));
  (void)draft;
}
