// The commands that the straight way does not need: each once through the API.
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// Lạng Sơn's plan in a second version, in which the merit may be given as a lower form.
const Definitions& with_lower_form() {
  static const Definitions definitions = [] {
    Definitions made;
    auto plan = Json::parse(made.record(DefinitionKind::plan, "lang-son-2021-2025", 1)->bytes);
    plan["version"] = 2;
    auto& forms = plan["award_forms"];
    Json lower;
    for (auto& form : forms) {
      if (form["code"] == "provincial_merit") lower = form;
      if (form["code"] == "provincial_merit") form["lower_forms"] = {"provincial_letter"};
    }
    lower["code"] = "provincial_letter";
    lower["rank"] = 1;
    lower["lower_forms"] = Json::array();
    forms.push_back(lower);
    for (auto& expected : plan["occasions"]) expected["award_forms"].push_back("provincial_letter");
    const auto errors = made.add(plan.dump());
    for (const auto& error : errors) UNSCOPED_INFO(error.pointer << ' ' << error.message_en);
    REQUIRE(errors.empty());
    return made;
  }();
  return definitions;
}

struct Sent : Province {
  std::string occasion;
  std::string submission;
  std::string dossier;
  explicit Sent(const std::string& form = "provincial_merit", const Definitions& definitions = shipped_definitions())
      : Province(definitions),
        occasion(open_occasion(-1, forms_with(form, definitions))),
        submission(open_submission(occasion)) {
    attach_letter(submission);
    dossier = ready_dossier(submission, "Trường A", form);
    submit(dossier);
  }
  static std::vector<std::string> forms_with(const std::string& form, const Definitions& definitions) {
    if (&definitions == &shipped_definitions()) return {form};
    return {form, "provincial_letter"};
  }
};

}  // namespace

TEST_CASE("what was not received yet is recalled and sent again", "[desk]") {
  Sent p;
  CHECK(p.done(p.dossier, "recall", p.head()).body["phase"] == "drafting");
  CHECK(p.done(p.dossier, "submit", p.head(), {{"letter", a_letter()}}).body["phase"] == "awaiting_receipt");
}

TEST_CASE("an accompanying office gives its opinion; a correction is confirmed by the unit", "[desk]") {
  Sent p;
  p.done(p.dossier, "receive", p.intake());
  p.done(p.dossier, "give-opinion", p.token("so_ldtbxh_lang_son", Role::specialist),
         {{"agrees", true}, {"text", "Nhất trí"}});
  p.done(p.dossier, "record-correction", p.appraiser(), {{"pointer", "/nominee/name"}, {"value", "Trường THPT A"}});
  CHECK(p.get("/v1/inbox", p.clerk()).body["items"][0]["hand"] == "confirm");
  p.done(p.dossier, "confirm-correction", p.clerk());
  const auto shown = p.get(p.dossier, p.clerk());
  CHECK(shown.body["nominee_name"] == "Trường THPT A");
  CHECK(shown.body["opinions"][0]["text"]["value"] == "Nhất trí");
}

TEST_CASE("what is returned comes back with an answer to each point, and goes on with a disagreement", "[desk]") {
  Sent p;
  p.done(p.dossier, "receive", p.intake());
  p.done(p.dossier, "return-for-rework", p.director(),
         {{"letter", a_letter("5/SNV")},
          {"points", {{{"code", "content_unclear"}, {"pointer", "/achievement"}, {"text", "Nêu rõ"}}}}});
  const auto point = p.get(p.dossier, p.head()).body["points"][0];
  CHECK(point["text"]["value"] == "Nêu rõ");
  const auto unanswered = p.act(p.dossier, "resubmit", p.head(), {{"answers", Json::array()}});
  CHECK(unanswered.code() == "point_open");
  p.done(p.dossier, "resubmit", p.head(), {{"answers", {{{"point", point["id"]}, {"text", "Đã nêu"}}}}});
  p.done(p.dossier, "receive", p.intake());
  p.attest_all(p.dossier);
  p.done(p.dossier, "propose", p.appraiser(), {{"kind", "forward_with_disagreement"}, {"text", "Chưa rõ"}});
  p.done(p.dossier, "forward-with-disagreement", p.director(), {{"letter", a_letter()}, {"opinion", "Chưa nhất trí"}});
  CHECK(p.get(p.dossier, p.clerk()).body["endorsements"][0]["agrees"] == false);
}

TEST_CASE("a dossier that fails a criterion is found ineligible, and its unit is told", "[desk]") {
  Sent p;
  p.done(p.dossier, "receive", p.intake());
  p.attest_all(p.dossier, "not_met");
  const auto& plan = *p.deps->rulebook.latest_plan("lang-son-2021-2025");
  const auto failed = plan.category("departments")->criteria.front().id;
  p.done(p.dossier, "conclude-ineligible", p.director(),
         {{"letter", a_letter("8/SNV")}, {"grounds", {{{"criterion", failed}}}}, {"text", "Không đạt"}});
  p.done(p.dossier, "notify-not-awarded", p.director(),
         {{"document", a_letter("9/SNV")}, {"reason", "Không đạt tiêu chí"}});
  const auto shown = p.get(p.dossier, p.clerk());
  CHECK(shown.body["phase"] == "ineligible");
  CHECK(shown.body["notice"]["reason"]["value"] == "Không đạt tiêu chí");
}

TEST_CASE("the decider gives a lower form, in a decision of that form", "[desk]") {
  Sent p("provincial_merit", with_lower_form());
  p.appraise(p.dossier);
  p.advise(p.submission, p.dossier);
  p.verify(p.dossier);
  p.done(p.dossier, "receive", p.registry());
  const auto decision = p.open_decision(p.occasion, "provincial_letter");
  p.done(p.dossier, "approve-lower-form", p.chairman(),
         {{"form", "provincial_letter"}, {"decision", decision.substr(decision.rfind('/') + 1)}});
  CHECK(p.get(p.dossier, p.clerk()).body["granted_form"] == "provincial_letter");
}

TEST_CASE("at his endorsement the Chairman gives his own form, and that ends it", "[desk]") {
  Sent p("pm_merit");
  p.appraise(p.dossier);
  p.advise(p.submission, p.dossier);
  p.verify(p.dossier);
  p.done(p.dossier, "receive", p.registry());
  const auto decision = p.open_decision(p.occasion, "provincial_merit");
  p.done(p.dossier, "approve-lower-form", p.chairman(),
         {{"form", "provincial_merit"}, {"decision", decision.substr(decision.rfind('/') + 1)}});
  const auto shown = p.get(p.dossier, p.clerk());
  CHECK(shown.body["phase"] == "decided");
  CHECK(shown.body["stage"] == "chairman_endorsement");
  CHECK(shown.body["granted_form"] == "provincial_merit");
}

TEST_CASE("results from outside are recorded, stage by stage", "[desk]") {
  Sent p("pm_merit");
  p.appraise(p.dossier);
  p.advise(p.submission, p.dossier);
  p.verify(p.dossier);
  p.done(p.dossier, "receive", p.registry());
  p.done(p.dossier, "forward", p.chairman(), {{"letter", a_letter("70/TTr-UBND")}});
  const auto board = p.token("ban_tdkt_tw", Role::recorder);
  p.done(p.dossier, "receive", board);
  p.done(p.dossier, "record-result", board,
         {{"approved", true}, {"document", a_letter("80/BTĐKT")}, {"sent", a_letter("70/TTr")}});
  const auto office = p.token("thu_tuong_chinh_phu", Role::recorder);
  p.done(p.dossier, "receive", office);
  p.done(p.dossier, "record-result", office, {{"approved", true}, {"document", a_letter("90/QĐ-TTg")}});
  CHECK(p.get(p.dossier, p.clerk()).body["result"]["number"] == "90/QĐ-TTg");
}

TEST_CASE("candidates are ranked within an occasion, and the decider declines one", "[desk]") {
  Rig p(day(2023, 11, 10));
  const auto opened = p.post("/v1/occasions", p.token("ubnd_ninh_thuan", Role::board_officer),
                             {{"plan", "ninh-thuan-statistics-2021-2025"},
                              {"milestone", "interim_review"},
                              {"name", "Sơ kết 2023"},
                              {"document", {{"number", "3/HD"}, {"date", "2023-10-01"}}},
                              {"forms", {"unit_commendation"}},
                              {"opens", "2023-10-01"},
                              {"receipt_deadline", "2023-12-31"}});
  INFO(opened.text);
  REQUIRE(opened.status == 201);
  const auto head = p.token("phong_thong_ke_tong_hop_ninh_thuan", Role::unit_head);
  const auto made = p.post("/v1/submissions", head, {{"occasion", opened.body["id"]}});
  REQUIRE(made.status == 201);
  const auto submission = "/v1/submissions/" + made.body["id"].get<std::string>();
  REQUIRE(p.upload(submission, "submission_letter", head).status == 200);
  const auto drafted = p.post(submission + "/dossiers", head,
                              {{"form", "unit_commendation"},
                               {"subject_kind", "collective"},
                               {"category", "collective"},
                               {"content", some_content("Phòng Thống kê Tổng hợp")}});
  REQUIRE(drafted.status == 201);
  const auto dossier = "/v1/dossiers/" + drafted.body["id"].get<std::string>();
  REQUIRE(p.upload(dossier, "achievement_report", head).status == 200);
  const auto personnel = p.token("phong_tchc_cuc_thong_ke_ninh_thuan", Role::specialist);
  const auto chief = p.token("phong_tchc_cuc_thong_ke_ninh_thuan", Role::office_head);
  const auto director = p.token("cuc_thong_ke_ninh_thuan", Role::decider);
  const auto do_it = [&](const std::string& command, const std::string& token, const Json& body) {
    const auto answer = p.act(dossier, command, token, body);
    INFO(command << ' ' << answer.text);
    REQUIRE(answer.status == 200);
  };
  do_it("submit", head, {{"letter", {{"number", "1/TTr"}, {"date", "2023-11-09"}}}});
  do_it("receive", personnel, Json::object());
  do_it("rank", personnel, {{"rank", 1}});
  do_it("forward", chief, {{"letter", {{"number", "2/TCHC"}, {"date", "2023-11-10"}}}});
  do_it("receive", p.token("cuc_thong_ke_ninh_thuan", Role::registry_clerk), Json::object());
  do_it("decline", director, {{"reason", "Hết số lượng"}});
  CHECK(p.get(dossier, head).body["phase"] == "not_awarded");
}

TEST_CASE("one dossier on hold does not stop the others of its submission", "[desk]") {
  Sent p;
  const auto other = p.ready_dossier(p.submission, "Trường B");
  p.submit(other);
  const auto code_of = [&](const std::string& dossier) { return p.get(dossier, p.clerk()).body["code"]; };
  const auto phase_of = [&](const std::string& dossier) { return p.get(dossier, p.clerk()).body["phase"]; };
  const Json holding{{"document", a_letter("5/TTr")}, {"review", "2025-03-20"}, {"reason", "Đang xác minh đơn"}};
  p.done(other, "hold", p.officer(), holding);

  const auto received = p.done(p.submission, "receive", p.intake());
  CHECK(received.body["skipped"] == Json{code_of(other)});
  REQUIRE(received.body["dossiers"].size() == 1);
  CHECK(phase_of(p.dossier) == "under_review");
  CHECK(phase_of(other) == "awaiting_receipt");

  p.done(other, "lift-hold", p.officer(), {{"document", a_letter("6/TTr")}, {"reason", "Đơn không đúng"}});
  p.done(other, "receive", p.intake());
  p.attest_all(p.submission);
  p.done(p.submission, "propose", p.appraiser(), {{"kind", "forward"}});
  p.done(other, "hold", p.officer(), holding);
  const auto forwarded = p.done(p.submission, "forward", p.director(), {{"letter", a_letter("33/SNV")}});
  CHECK(forwarded.body["skipped"] == Json{code_of(other)});
  CHECK(phase_of(p.dossier) == "awaiting_receipt");
  CHECK(phase_of(other) == "proposed");
}

TEST_CASE("a submission whose dossiers are all on hold stays; what a hold does not stop is done on all", "[desk]") {
  Sent p;
  const auto other = p.ready_dossier(p.submission, "Trường B");
  p.submit(other);
  for (const auto& dossier : {p.dossier, other}) {
    p.done(dossier, "hold", p.officer(),
           {{"document", a_letter("5/TTr")}, {"review", "2025-03-20"}, {"reason", "Đang xác minh đơn"}});
  }
  const auto refused = p.act(p.submission, "receive", p.intake());
  CHECK(refused.status == 409);
  CHECK(refused.reasons() == std::vector<std::string>{"on_hold"});
  CHECK(refused.body["reasons"].size() == 2);
  const auto withdrawn = p.done(p.submission, "withdraw", p.head(), {{"reason", "Đơn vị rút"}});
  CHECK(withdrawn.body["dossiers"].size() == 2);
  CHECK(withdrawn.body["skipped"].empty());
}

TEST_CASE("one held draft does not keep a submission from being sent", "[desk]") {
  Province p;
  const auto submission = p.open_submission(p.open_occasion());
  p.attach_letter(submission);
  const auto sent = p.ready_dossier(submission, "Trường A");
  const auto held = p.ready_dossier(submission, "Trường B");
  p.done(held, "hold", p.officer(),
         {{"document", a_letter("5/TTr")}, {"review", "2025-03-20"}, {"reason", "Đang xác minh đơn"}});
  const auto answer = p.done(submission, "submit", p.head(), {{"letter", a_letter()}});
  REQUIRE(answer.body["dossiers"].size() == 1);
  CHECK(answer.body["dossiers"][0]["id"] == sent.substr(sent.rfind('/') + 1));
  CHECK(p.get(held, p.clerk()).body["phase"] == "drafting");
}

TEST_CASE("a decision is signed with all its dossiers or not at all", "[desk]") {
  Sent p;
  p.appraise(p.dossier);
  p.advise(p.submission, p.dossier);
  p.verify(p.dossier);
  const auto decision = p.open_decision(p.occasion);
  p.approve(p.dossier, decision);
  const auto other = p.ready_dossier(p.submission, "Trường B");
  p.submit(other);
  p.appraise(other);
  p.advise(p.submission, other);
  p.verify(other);
  p.approve(other, decision);
  p.done(other, "hold", p.officer(),
         {{"document", a_letter("5/TTr")}, {"review", "2025-03-20"}, {"reason", "Đang xác minh đơn"}});
  CHECK(p.act(decision, "sign", p.chairman()).code() == "on_hold");
  CHECK(p.get(p.dossier, p.clerk()).body["phase"] == "decided");

  // Without the one that is held, the others go on.
  const auto removed = p.done(other, "remove-from-decision", p.chairman(), {{"reason", "Đang xác minh đơn"}});
  CHECK(removed.body["phase"] == "under_review");
  CHECK(p.act(decision, "sign", p.chairman()).status == 200);
  CHECK(p.get(p.dossier, p.clerk()).body["phase"] == "signed");
  CHECK(p.get(other, p.clerk()).body["phase"] == "under_review");
}
