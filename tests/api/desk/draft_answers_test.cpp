// The answers to a return's points as the unit's shared draft.
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct Returned : Province {
  std::string submission = open_submission(open_occasion());
  std::string dossier;
  Returned() {
    attach_letter(submission);
    dossier = ready_dossier(submission);
    submit(dossier);
    done(dossier, "receive", intake());
    give_back();
  }
  void give_back() {
    done(dossier, "return-for-rework", director(),
         {{"letter", a_letter("5/SNV")},
          {"points", {{{"code", "content_unclear"}, {"pointer", "/achievement"}, {"text", "Nêu rõ"}}}}});
  }
  std::string point() { return get(dossier, head()).body["points"][0]["id"]; }
  Answer content(const std::string& token) { return get(dossier + "/content", token); }
  /// The content as it is, with these members changed.
  Answer save(const std::string& token, const Json& change) {
    const auto now = content(token);
    auto body = now.body["content"];
    body.merge_patch(change);
    return call("PUT", dossier + "/content", token, body.dump(), {{"if-match", now.etag()}});
  }
  Answer resubmit(const std::string& text) {
    return done(dossier, "resubmit", head(), {{"answers", {{{"point", point()}, {"text", text}}}}});
  }
  std::string kept() { return inner.workspace(dossier.substr(dossier.rfind('/') + 1)).value().content; }
};

}  // namespace

TEST_CASE("what one of the unit answers to a return the others find, and nobody else", "[desk]") {
  Returned p;
  CHECK(p.content(p.clerk()).body["answers"] == Json::object());
  const auto point = p.point();
  const auto saved = p.save(p.clerk(), {{"answers", {{point, "Đã nêu rõ ở mục 2"}}}});
  CHECK(saved.status == 200);
  CHECK(saved.body["answers"][point] == "Đã nêu rõ ở mục 2");
  for (const auto& token : {p.clerk(), p.head(), p.token("so_gddt_lang_son", Role::unit_clerk, "second")})
    CHECK(p.content(token).body["answers"][point] == "Đã nêu rõ ở mục 2");
  // The office above sees the draft of the content; others what was sent.
  const auto above = p.content(p.token("lang_son", Role::unit_head));
  CHECK(above.body["frozen"] == false);
  CHECK_FALSE(above.body.contains("answers"));
  CHECK_FALSE(p.content(p.director()).body.contains("answers"));
  CHECK_FALSE(p.content(p.auditor()).body.contains("answers"));
}

TEST_CASE("two people's answers meet at the version of the draft", "[desk]") {
  Returned p;
  const auto point = p.point();
  const auto seen = p.content(p.head());
  REQUIRE(p.save(p.clerk(), {{"answers", {{point, "Của văn thư"}}}}).status == 200);
  auto body = seen.body["content"];
  body["answers"][point] = "Của thủ trưởng";
  const auto stale = p.call("PUT", p.dossier + "/content", p.head(), body.dump(), {{"if-match", seen.etag()}});
  CHECK(stale.status == 412);
  CHECK(stale.body["current"]["answers"][point] == "Của văn thư");
  const auto above = p.call("PUT", p.dossier + "/content", p.token("lang_son", Role::unit_head), body.dump(),
                            {{"if-match", seen.etag()}});
  CHECK(above.status == 412);
  CHECK_FALSE(above.body["current"].contains("answers"));
  CHECK(p.content(p.head()).body["answers"][point] == "Của văn thư");
}

TEST_CASE("a save that says nothing of answers leaves them, one with none of them takes them away", "[desk]") {
  Returned p;
  const auto point = p.point();
  REQUIRE(p.save(p.clerk(), {{"answers", {{point, "Đã nêu"}}}}).status == 200);
  CHECK(p.save(p.clerk(), {{"achievement", "Rõ hơn"}}).body["answers"][point] == "Đã nêu");
  CHECK(p.save(p.clerk(), {{"answers", {{point, " "}}}}).body["answers"] == Json::object());
  CHECK(p.kept().find("answers") == std::string::npos);
  CHECK(p.content(p.clerk()).body["content"]["achievement"] == "Rõ hơn");
}

TEST_CASE("only open points of a return are answered", "[desk]") {
  Returned p;
  const auto unknown = p.save(p.clerk(), {{"answers", {{"nowhere/else", "x"}}}});
  CHECK(unknown.status == 422);
  CHECK(unknown.body["errors"][0]["pointer"] == "/answers/nowhere~1else");
  CHECK(p.save(p.clerk(), {{"answers", {{p.point(), std::string(20'001, 'x')}}}}).status == 422);
  const auto draft = p.ready_dossier(p.submission, "Trường nháp");
  const auto now = p.get(draft + "/content", p.clerk());
  CHECK_FALSE(now.body.contains("answers"));
  auto body = now.body["content"];
  body["answers"][p.point()] = "x";
  CHECK(p.call("PUT", draft + "/content", p.clerk(), body.dump(), {{"if-match", now.etag()}}).status == 422);
  CHECK(p.save(p.director(), {{"answers", {{p.point(), "x"}}}}).status != 200);
}

TEST_CASE("the resubmission records what it says; the draft of it is no part of the content or the history", "[desk]") {
  Returned p;
  const auto point = p.point();
  const auto before = p.content(p.head()).body["content"];
  REQUIRE(p.save(p.clerk(), {{"answers", {{point, "Nháp của văn thư"}}}}).status == 200);
  p.resubmit("Bản ký");
  const auto sent = p.get(p.dossier, p.head()).body;
  CHECK(sent["points"][0]["answer"]["value"] == "Bản ký");
  CHECK(sent["content"]["value"]["value"] == before);
  CHECK(p.get(p.dossier + "/history", p.head()).text.find("Nháp của văn thư") == std::string::npos);
  CHECK_FALSE(p.content(p.head()).body.contains("answers"));
  CHECK(p.get(p.dossier + "/verification", p.head()).body["intact"] == true);
}

TEST_CASE("a recall brings the draft of the answers back, a new return asks for new ones", "[desk]") {
  Returned p;
  const auto first = p.point();
  REQUIRE(p.save(p.clerk(), {{"answers", {{first, "Đã nêu"}}}}).status == 200);
  p.resubmit("Đã nêu");
  p.done(p.dossier, "recall", p.head());
  CHECK(p.content(p.clerk()).body["answers"][first] == "Đã nêu");
  p.resubmit("Đã nêu");
  p.done(p.dossier, "receive", p.intake());
  p.give_back();
  CHECK(p.content(p.clerk()).body["answers"] == Json::object());
  REQUIRE(p.save(p.clerk(), {{"achievement", "Lần hai"}}).status == 200);
  CHECK(p.kept().find("Đã nêu") == std::string::npos);
}
