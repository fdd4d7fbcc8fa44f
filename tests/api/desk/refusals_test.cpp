// Refusals as problems, bodies that are wrong, and the list of actions beside the real attempt.
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

TEST_CASE("a refusal is a problem with every reason, in Vietnamese and English", "[desk]") {
  Province p;
  const auto submission = p.open_submission(p.open_occasion());
  const auto opened =
      p.post(submission + "/dossiers", p.clerk(),
             {{"form", "provincial_merit"}, {"subject_kind", "collective"}, {"category", "departments"}});
  REQUIRE(opened.status == 201);
  const auto dossier = "/v1/dossiers/" + opened.body["id"].get<std::string>();
  const auto refused = p.act(dossier, "submit", p.head(), {{"letter", a_letter()}});
  CHECK(refused.status == 422);
  CHECK(refused.headers.at("content-type") == "application/problem+json; charset=utf-8");
  CHECK(refused.body["type"] == "/problems/paper-missing");
  CHECK(refused.reasons() == std::vector<std::string>{"paper_missing", "content_incomplete"});
  for (const auto& reason : refused.body["reasons"]) {
    CHECK_FALSE(reason["sentence"]["vi"].get<std::string>().empty());
    CHECK_FALSE(reason["sentence"]["en"].get<std::string>().empty());
  }
  CHECK(refused.body["reasons"][0]["details"]["slot"] == "submission_letter");
  CHECK(refused.body["reasons"][0]["sentence"]["vi"] == "Cần đủ thành phần hồ sơ, nhưng còn thiếu giấy tờ: tờ trình.");
  CHECK(refused.body["reasons"][0]["assumed"] == true);
}

TEST_CASE("who may open a dossier is told by role and by the office's name", "[desk]") {
  Province p;
  const auto submission = p.open_submission(p.open_occasion());
  const auto wanted = Json{{"form", "provincial_merit"}, {"subject_kind", "collective"}, {"category", "departments"}};
  const auto refused = p.post(submission + "/dossiers", p.token("so_gddt_lang_son", Role::specialist), wanted);
  REQUIRE(refused.status == 403);
  std::string text;
  for (const auto& reason : refused.body["reasons"]) {
    text += reason["sentence"]["vi"];
    CHECK(reason["sentence"]["vi"].get<std::string>().find('_') == std::string::npos);
  }
  CHECK(text.find("(cán bộ lập hồ sơ; thủ trưởng đơn vị)") != std::string::npos);
}

TEST_CASE("actions lists every command with its way, and agrees with the attempt", "[desk]") {
  Province p;
  const auto submission = p.open_submission(p.open_occasion());
  p.attach_letter(submission);
  const auto dossier = p.ready_dossier(submission);
  const auto actions = p.get(dossier + "/actions", p.head());
  REQUIRE(actions.status == 200);
  REQUIRE(actions.body["actions"].size() == Names<Command>::all.size());
  for (const auto& action : actions.body["actions"]) {
    const auto command = action["command"].get<std::string>();
    INFO(command);
    CHECK(action["allowed"].get<bool>() == action["reasons"].empty());
    if (command == "submit") CHECK(action["allowed"] == true);
    if (command == "submit") CHECK(action["href"] == dossier + "/actions/submit");
    if (command == "edit_content") CHECK(action["href"] == dossier + "/content");
    if (command == "receive") CHECK(action["allowed"] == false);
  }
  const auto attempt = p.act(dossier, "receive", p.head());
  for (const auto& action : actions.body["actions"]) {
    if (action["command"] == "receive") CHECK(action["reasons"] == attempt.body["reasons"]);
  }
}

TEST_CASE("a body must be an object of known members with texts that are safe and not too long", "[desk]") {
  Province p;
  const auto submission = p.open_submission(p.open_occasion());
  const auto dossier = p.ready_dossier(submission);
  const auto send = [&](const std::string& body) {
    return p.call("POST", dossier + "/actions/withdraw", p.head(), body,
                  {{"if-match", p.get(dossier, p.head()).etag()}, {"idempotency-key", "k"}});
  };
  CHECK(send("").code() == "invalid_json");
  CHECK(send("{\"reason\":").code() == "invalid_json");
  CHECK(send("[]").code() == "validation");
  const auto unknown = send(R"({"reason":"x","phase":"awarded"})");
  CHECK(unknown.status == 422);
  CHECK(unknown.body["errors"][0]["pointer"] == "/phase");
  CHECK(unknown.body["errors"][0]["code"] == "unknown_member");
  CHECK(send(R"({"reason":7})").body["errors"][0]["code"] == "wrong_type");
  CHECK(send("{\"reason\":\"a\u202e\"}").status == 422);
  CHECK(send("{\"reason\":\"" + std::string(20'001, 'a') + "\"}").body["errors"][0]["code"] == "too_long");
  CHECK(send(R"({"reason":"   "})").code() == "reason_missing");
  CHECK(send(R"({})").code() == "reason_missing");
}

TEST_CASE("a command that is not given to a dossier says where it is; an unknown one is not there", "[desk]") {
  Province p;
  const auto dossier = p.ready_dossier(p.open_submission(p.open_occasion()));
  const auto sign = p.act(dossier, "sign", p.chairman());
  CHECK(sign.status == 404);  // a draft is no business of the Chairman's
  CHECK(p.act(dossier, "sign", p.head()).code() == "acts_elsewhere");
  CHECK(p.act(dossier, "promote", p.head()).status == 404);
  CHECK(p.act(dossier, "return_for_rework", p.head()).status == 404);
}

TEST_CASE("opening refuses unknown forms, categories, references that are taken and closed doors", "[desk]") {
  Province p;
  const auto occasion = p.open_occasion();
  const auto submission = p.open_submission(occasion);
  const Json good{{"form", "provincial_merit"}, {"subject_kind", "collective"}, {"category", "departments"}};
  auto wrong = good;
  wrong["form"] = "pm_merit";
  wrong["category"] = "household";
  const auto invalid = p.post(submission + "/dossiers", p.clerk(), wrong);
  CHECK(invalid.status == 422);
  CHECK(invalid.body["errors"].size() == 2);
  auto named = good;
  named["external_ref"] = "A-1";
  CHECK(p.post(submission + "/dossiers", p.clerk(), named).status == 201);
  const auto twice = p.post(submission + "/dossiers", p.clerk(), named);
  CHECK(twice.status == 409);
  CHECK(twice.code() == "external_ref_taken");
  CHECK(p.post(submission + "/dossiers", p.officer(), good).status == 403);
  CHECK(p.post("/v1/occasions", p.clerk(), Json::object()).code() == "forbidden");
  const auto far =
      p.post("/v1/submissions", p.token("so_noi_vu_ninh_binh", Role::unit_clerk), {{"occasion", occasion}});
  CHECK(far.status == 422);
  const auto decision = p.post("/v1/decisions", p.director(), {{"form", "provincial_merit"}, {"occasion", occasion}});
  CHECK(decision.code() == "not_responsible_office");
}

TEST_CASE("a number that another decision has is refused, and an empty decision is not signed", "[desk]") {
  Province p;
  const auto occasion = p.open_occasion();
  const auto submission = p.open_submission(occasion);
  p.attach_letter(submission);
  const auto empty = p.open_decision(occasion);
  CHECK(p.act(empty, "sign", p.chairman()).code() == "decision_empty");
  for (const std::string name : {"Trường A", "Trường B"}) {
    const auto dossier = p.ready_dossier(submission, name);
    p.submit(dossier);
    p.appraise(dossier);
    p.advise(submission, dossier);
    p.verify(dossier);
    const auto decision = p.open_decision(occasion);
    p.approve(dossier, decision);
    p.done(decision, "sign", p.chairman());
    const auto numbered = p.act(decision, "number", p.registry(), {{"number", "7/QĐ"}, {"date", "2025-02-12"}});
    CHECK(numbered.status == (name == "Trường A" ? 200 : 409));
    if (name == "Trường B") CHECK(numbered.code() == "number_taken");
  }
}
