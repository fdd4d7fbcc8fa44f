// From a unit's draft to the numbered decision through the API, with its receipts, history and verification.
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

TEST_CASE("a dossier travels from draft to awarded, and its history verifies", "[desk]") {
  Province p;
  const auto occasion = p.open_occasion();
  const auto submission = p.open_submission(occasion);
  p.attach_letter(submission);
  const auto dossier = p.ready_dossier(submission);
  p.submit(dossier);
  p.appraise(dossier);
  p.advise(submission, dossier);
  p.verify(dossier);
  const auto decision = p.open_decision(occasion);
  p.approve(dossier, decision);
  CHECK(p.done(decision, "sign", p.chairman()).body["state"] == "signed");
  const auto numbered = p.done(decision, "number", p.registry(), {{"number", "123/QĐ-UBND"}, {"date", "2025-02-12"}});
  CHECK(numbered.body["dossiers"][0]["phase"] == "awarded");

  const auto shown = p.get(dossier, p.clerk());
  REQUIRE(shown.status == 200);
  CHECK(shown.body["phase"] == "awarded");
  CHECK(shown.body["result"]["number"] == "123/QĐ-UBND");
  CHECK(shown.body["nominee_name"] == "Trường THPT Bình Gia");
  CHECK(shown.body["next"] == nullptr);
  CHECK(shown.body["route"].size() == 4);
  CHECK(shown.body["route"][0]["assumed"] == true);

  const auto verified = p.get(dossier + "/verification", p.auditor());
  INFO(verified.text);
  CHECK(verified.body["intact"] == true);
  const auto whole = p.get("/v1/verification", p.auditor());
  INFO(whole.text);
  CHECK(whole.body["intact"] == true);
}

TEST_CASE("every act that makes an event gives its receipt: stream, place and hash of what is stored", "[desk]") {
  Province p;
  const auto submission = p.open_submission(p.open_occasion());
  p.attach_letter(submission);
  const auto dossier = p.ready_dossier(submission);
  const auto answer = p.done(dossier, "submit", p.head(), {{"letter", a_letter()}});
  bool on_dossier = false;
  bool on_submission = false;
  REQUIRE(answer.body["receipts"].size() >= 2);
  for (const auto& receipt : answer.body["receipts"]) {
    const auto kind = parse_name<StreamKind>(receipt["stream"].get<std::string>());
    const auto events = p.inner.events(kind.value(), receipt["id"], receipt["n"], 1);
    REQUIRE(events.size() == 1);
    CHECK(events[0].hash == receipt["hash"]);
    on_dossier = on_dossier || *kind == StreamKind::dossier;
    on_submission = on_submission || *kind == StreamKind::submission;
  }
  CHECK(on_dossier);
  CHECK(on_submission);
  CHECK(answer.etag() == p.get(dossier, p.head()).etag());
  CHECK(p.get(submission, p.head()).body["letter"]["number"] == "12/TTr");
}

TEST_CASE("history shows the state as of a version, with the names and values of people kept apart from events",
          "[desk]") {
  Province p;
  const auto submission = p.open_submission(p.open_occasion());
  p.attach_letter(submission);
  const auto dossier = p.ready_dossier(submission);
  p.submit(dossier);
  p.done(dossier, "receive", p.intake());
  const auto all = p.get(dossier + "/history", p.clerk());
  REQUIRE(all.status == 200);
  REQUIRE(all.body["items"].size() >= 4);
  CHECK(all.body["items"][0]["type"] == "dossier_opened");
  CHECK(all.body["items"].back()["type"] == "dossier_received");
  CHECK(all.body["items"].back()["office_name"] == "Sở Nội vụ tỉnh Lạng Sơn");
  CHECK_FALSE(all.body.contains("state"));
  const auto submitted = p.get(dossier + "/history?version=2", p.clerk());
  REQUIRE(submitted.status == 200);
  CHECK(submitted.body["items"].size() == 3);
  CHECK(submitted.body["state"]["phase"] == "awaiting_receipt");
  CHECK(submitted.body["state"]["version"] == 2);
  const auto first = p.get(dossier + "/history?version=0", p.clerk());
  CHECK(first.body["state"]["phase"] == "drafting");
  const auto page = p.get(dossier + "/history?limit=2", p.clerk());
  REQUIRE(page.body["items"].size() == 2);
  const auto rest = p.get(page.body["next"], p.clerk());
  REQUIRE(rest.status == 200);
  CHECK(rest.body["items"][0]["n"] == 2);
}

TEST_CASE("all dossiers of a submission are sent together, or none", "[desk]") {
  Province p;
  const auto submission = p.open_submission(p.open_occasion());
  p.attach_letter(submission);
  const auto one = p.ready_dossier(submission, "Trường A");
  const auto unfinished =
      p.post(submission + "/dossiers", p.clerk(),
             {{"form", "provincial_merit"}, {"subject_kind", "collective"}, {"category", "departments"}});
  REQUIRE(unfinished.status == 201);
  const auto refused = p.act(submission, "submit", p.head(), {{"letter", a_letter()}});
  CHECK(refused.status == 422);
  CHECK(refused.code() == "paper_missing");
  CHECK(refused.body["reasons"][0]["details"]["of_dossier"] == unfinished.body["code"]);
  CHECK(p.get(one, p.clerk()).body["phase"] == "drafting");

  const auto two = "/v1/dossiers/" + unfinished.body["id"].get<std::string>();
  p.done(two, "withdraw", p.head(), {{"reason", "Chưa đủ thành tích"}});
  const auto sent = p.done(submission, "submit", p.head(), {{"letter", a_letter()}});
  CHECK(sent.body["dossiers"].size() == 1);
  CHECK(sent.body["skipped"][0] == unfinished.body["code"]);
  CHECK(p.get(one, p.clerk()).body["phase"] == "awaiting_receipt");
}

TEST_CASE("closing an occasion lapses its drafts and leaves what is on its way", "[desk]") {
  Province p;
  const auto occasion = p.open_occasion();
  const auto submission = p.open_submission(occasion);
  p.attach_letter(submission);
  const auto sent = p.ready_dossier(submission, "Trường A");
  const auto draft = p.ready_dossier(submission, "Trường B");
  p.submit(sent);
  const auto path = "/v1/occasions/" + occasion;
  CHECK(p.post(path + "/close", p.clerk(), Json::object(), {{"if-match", "\"0\""}}).code() == "not_in_role");
  const auto closed =
      p.post(path + "/close", p.officer(), Json::object(), {{"if-match", p.get(path, p.officer()).etag()}});
  INFO(closed.text);
  REQUIRE(closed.status == 200);
  CHECK(closed.body["closed"] == true);
  CHECK(closed.body["lapsed"] == 1);
  CHECK(p.get(draft, p.clerk()).body["phase"] == "lapsed");
  CHECK(p.get(sent, p.clerk()).body["phase"] == "awaiting_receipt");
  const auto late = p.post("/v1/submissions", p.clerk(), {{"occasion", occasion}});
  CHECK(late.status == 409);
  CHECK(late.code() == "occasion_not_open");
}
