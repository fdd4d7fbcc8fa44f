// Ids of the same kind put in place of one's own: in paths, in bodies and in cursors.
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

std::string end_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// Two units of one province, each with a dossier that the other must not reach.
struct Neighbours : Province {
  std::string occasion = open_occasion();
  std::string mine = open_submission(occasion);
  std::string theirs;
  std::string my_dossier;
  std::string their_dossier;
  std::string their_clerk = token("so_khcn_lang_son", Role::unit_clerk);
  std::string their_head = token("so_khcn_lang_son", Role::unit_head);
  Neighbours() {
    attach_letter(mine);
    my_dossier = ready_dossier(mine);
    theirs = "/v1/submissions/" +
             post("/v1/submissions", their_clerk, {{"occasion", occasion}}).body["id"].get<std::string>();
    const auto opened = post(theirs + "/dossiers", their_clerk,
                             {{"form", "provincial_merit"},
                              {"subject_kind", "collective"},
                              {"category", "departments"},
                              {"content", some_content("Phòng Khoa học")}});
    REQUIRE(opened.status == 201);
    their_dossier = "/v1/dossiers/" + opened.body["id"].get<std::string>();
    REQUIRE(upload(their_dossier, "achievement_report", their_clerk).status == 200);
    REQUIRE(upload(theirs, "submission_letter", their_clerk).status == 200);
  }
};

}  // namespace

TEST_CASE("each id of one unit in a request of the other's is 404", "[matrix]") {
  Neighbours p;
  const auto dossier = p.get(p.their_dossier, p.their_clerk);
  const auto paper = dossier.body["papers"][0]["id"].get<std::string>();
  for (const std::string path : {"", "/content", "/check", "/actions", "/comments", "/history", "/verification"}) {
    INFO(path);
    CHECK(p.get(p.their_dossier + path, p.clerk()).status == 404);
    CHECK(p.get(p.their_dossier + path, p.their_clerk).status == 200);
  }
  CHECK(p.get(p.their_dossier + "/papers/" + paper, p.clerk()).status == 404);
  CHECK(p.get(p.my_dossier + "/papers/" + paper, p.clerk()).status == 404);  // a paper of another under one's own
  CHECK(p.get(p.mine + "/papers/" + paper, p.clerk()).status == 404);
  CHECK(p.get(p.theirs, p.clerk()).status == 404);
  const auto under = [&](const std::string& etag) { return Headers{{"if-match", etag}}; };
  CHECK(p.post(p.their_dossier + "/actions/submit", p.head(), {{"letter", a_letter()}}, under(dossier.etag())).status ==
        404);
  CHECK(p.post(p.theirs + "/actions/submit", p.head(), {{"letter", a_letter()}}, under("\"2\"")).status == 404);
  CHECK(p.post(p.theirs + "/dossiers", p.clerk(),
               {{"form", "provincial_merit"}, {"subject_kind", "collective"}, {"category", "departments"}})
            .status == 404);
  CHECK(p.call("PUT", p.their_dossier + "/content", p.clerk(), some_content("Của tôi").dump(), under("\"0\"")).status ==
        404);
  CHECK(p.call("PUT", p.their_dossier + "/papers/achievement_report", p.clerk(), pdf(),
               {{"if-match", dossier.etag()}, {"content-type", "application/pdf"}})
            .status == 404);
  CHECK(p.get(p.their_dossier, p.their_clerk).etag() == dossier.etag());
}

TEST_CASE("a filter by a foreign id finds nothing of it", "[matrix]") {
  Neighbours p;
  for (const auto& query : {"unit=so_khcn_lang_son", "submission="}) {
    const auto full = std::string(query) + (std::string(query).ends_with('=') ? end_of(p.theirs) : "");
    INFO(full);
    const auto found = p.get("/v1/dossiers?" + full, p.clerk());
    CHECK(found.status == 200);
    CHECK(found.body["items"].empty());
  }
  for (const Json& filter : {Json{{"units", {"so_khcn_lang_son"}}}, Json{{"submissions", {end_of(p.theirs)}}},
                             Json{{"under", "lang_son"}, {"text", "Khoa học"}},
                             Json{{"code", p.get(p.their_dossier, p.their_clerk).body["code"]}}}) {
    INFO(filter.dump());
    const auto found = p.call("POST", "/v1/dossiers/search", p.clerk(), filter.dump());
    CHECK(found.status == 200);
    CHECK(found.body["items"].empty());
    auto counted = filter;
    const auto facets = p.call("POST", "/v1/dossiers/facets", p.clerk(), counted.dump());
    CHECK(facets.status == 200);
    CHECK(facets.body["total"] == 0);
    const auto durations = p.call("POST", "/v1/dossiers/durations", p.clerk(), filter.dump());
    CHECK(durations.status == 200);
    CHECK(durations.body["total"] == 0);
    CHECK(durations.body["items"].empty());
  }
}

TEST_CASE("a foreign id in a body does nothing", "[matrix]") {
  Neighbours p;
  p.submit(p.my_dossier);
  p.done(p.my_dossier, "receive", p.intake());
  // Assigned to somebody elsewhere, or to nobody.
  for (const auto& person : {p.person_of(p.their_clerk), p.person_of(p.clerk()), std::string("x")}) {
    const auto answer = p.act(p.my_dossier, "assign", p.director(), {{"person", person}});
    CHECK(answer.status == 422);
    CHECK(answer.code() == "unknown_choice");
  }
  // Answers to points of another dossier; decisions of another authority or of nobody; a foreign occasion.
  const auto unknown_occasion = p.post("/v1/submissions", p.clerk(), {{"occasion", end_of(p.mine)}});
  CHECK(unknown_occasion.status == 422);
  p.attest_all(p.my_dossier);
  p.done(p.my_dossier, "propose", p.appraiser(), {{"kind", "forward"}});
  p.done(p.my_dossier, "forward", p.director(), {{"letter", a_letter()}});
  p.advise(p.mine, p.my_dossier);
  p.verify(p.my_dossier);
  p.done(p.my_dossier, "receive", p.registry());
  for (const auto& decision : {end_of(p.their_dossier), p.occasion, std::string("x"), std::string()}) {
    const auto answer = p.act(p.my_dossier, "approve", p.chairman(), {{"decision", decision}});
    CHECK(answer.status == 409);
    CHECK(answer.code() == "decision_not_open");
  }
  // A nominee who is nobody, a category of another kind of subject.
  auto content = some_content("Người lạ");
  content["nominee"]["person"] = "0190b0b0-0000-7000-8000-000000000000";
  CHECK(p.post(p.mine + "/dossiers", p.clerk(),
               {{"form", "provincial_merit"},
                {"subject_kind", "individual"},
                {"category", "official"},
                {"content", content}})
            .status == 422);
}

TEST_CASE("a key, a cursor, a notice and a view are their owner's", "[matrix]") {
  Neighbours p;
  const Headers key{{"idempotency-key", "shared"}};
  const auto body = Json{{"occasion", p.occasion}};
  const auto first = p.post("/v1/submissions", p.clerk(), body, key);
  const auto second = p.post("/v1/submissions", p.their_clerk, body, key);
  CHECK(first.status == 201);
  CHECK(second.status == 201);
  CHECK(first.body["id"] != second.body["id"]);
  const auto view = R"({"name":"Của tôi","filter":{"open":true}})";
  CHECK(p.call("PUT", "/v1/views/a", p.clerk(), view).status == 201);
  CHECK(p.get("/v1/views", p.their_clerk).body["items"].empty());
  CHECK(p.call("DELETE", "/v1/views/a", p.their_clerk, "", {{"if-match", "\"1\""}}).status == 404);
  CHECK(p.call("PUT", "/v1/views/a", p.their_clerk, R"({"name":"Của họ","filter":{}})").status == 201);
  CHECK(p.get("/v1/views", p.clerk()).body["items"][0]["name"] == "Của tôi");
}
