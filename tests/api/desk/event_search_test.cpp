// Auditors find events by who, what, where and when, within their units; that they looked is on record.
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct Acted : Province {
  std::string submission = open_submission(open_occasion());
  std::string dossier = ready_dossier(submission);
  Acted() {
    attach_letter(submission);
    submit(dossier);
    done(dossier, "receive", intake());
  }
  Json found(const Json& body) {
    const auto answer = post("/v1/events/search", auditor(), body);
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    return answer.body;
  }
  std::string code() { return get(dossier, officer()).body["code"]; }
};

}  // namespace

TEST_CASE("events are found newest first with names, and each points into its history", "[desk]") {
  Acted p;
  const auto all = p.found(Json::object());
  REQUIRE(all["items"].size() >= 5);
  for (std::size_t i = 1; i < all["items"].size(); ++i)
    CHECK(all["items"][i - 1]["at"].get<std::string>() >= all["items"][i]["at"].get<std::string>());
  const auto received = p.found({{"types", {"dossier_received"}}});
  REQUIRE(received["items"].size() == 1);
  const auto& line = received["items"][0];
  CHECK(line["code"] == p.code());
  CHECK(line["actor"]["office"] == "so_noi_vu_lang_son");
  CHECK(line["office_name"] == "Sở Nội vụ tỉnh Lạng Sơn");
  CHECK(line["to"] == "under_review");
  CHECK(received["names"]["people"][p.person_of(p.intake())] == "Người so_noi_vu_lang_son/intake_reviewer/");
  CHECK_FALSE(line.contains("body"));
  const auto history = p.get(p.dossier + "/history?version=" + std::to_string(line["n"].get<int>()), p.auditor());
  CHECK(history.body["items"].back()["hash"] == line["hash"]);
}

TEST_CASE("events are narrowed by person, office, dossier and time", "[desk]") {
  Acted p;
  const auto by_clerk = p.found({{"person", p.person_of(p.clerk())}});
  CHECK(by_clerk["items"].size() >= 3);
  for (const auto& it : by_clerk["items"]) CHECK(it["actor"]["person"] == p.person_of(p.clerk()));
  const auto of_office = p.found({{"office", "so_noi_vu_lang_son"}});
  for (const auto& it : of_office["items"]) CHECK(it["actor"]["office"] == "so_noi_vu_lang_son");
  const auto of_one = p.found({{"code", p.code()}});
  CHECK(of_one["items"].size() == p.get(p.dossier + "/history", p.auditor()).body["items"].size());
  CHECK(p.found({{"code", "HS-2025-99999"}})["items"].empty());
  CHECK(p.found({{"to", "2025-01-01T00:00:00.000Z"}})["items"].empty());
  CHECK(p.found({{"from", "2026-01-01T00:00:00.000Z"}})["items"].empty());
  CHECK(p.found({{"behalf_of", p.person_of(p.clerk())}})["items"].empty());
}

TEST_CASE("a page of events goes on where the one before ended, for the same question only", "[desk]") {
  Acted p;
  const auto whole = p.found({{"code", p.code()}});
  Json body{{"code", p.code()}, {"limit", 2}};
  std::vector<std::string> hashes;
  for (;;) {
    const auto page = p.found(body);
    for (const auto& it : page["items"]) hashes.push_back(it["hash"]);
    if (!page.contains("cursor")) break;
    REQUIRE(page["items"].size() == 2);
    body["cursor"] = page["cursor"];
  }
  REQUIRE(hashes.size() == whole["items"].size());
  for (std::size_t i = 0; i < hashes.size(); ++i) CHECK(whole["items"][i]["hash"] == hashes[i]);
  REQUIRE(body.contains("cursor"));
  body["code"] = "HS-2025-99999";
  CHECK(p.post("/v1/events/search", p.auditor(), body).code() == "invalid_cursor");
}

TEST_CASE("an auditor finds nothing of other units, and who is none nothing at all", "[desk]") {
  Acted p;
  const auto far = p.token("so_noi_vu_bac_kan", Role::auditor);
  for (const auto& body : {Json::object(), Json{{"code", p.code()}}, Json{{"person", p.person_of(p.clerk())}}}) {
    const auto answer = p.post("/v1/events/search", far, body);
    CHECK(answer.status == 200);
    CHECK(answer.body["items"].empty());
    CHECK(answer.body["names"]["people"].empty());
  }
  for (const auto& token : {p.clerk(), p.officer(), p.chairman(), p.token("so_noi_vu_lang_son", Role::administrator)})
    CHECK(p.post("/v1/events/search", token, Json::object()).status == 403);
  CHECK(p.post("/v1/events/search", p.auditor(), {{"types", {"dossier_eaten"}}}).status == 422);
  CHECK(p.post("/v1/events/search", p.auditor(), {{"limit", 0}}).body["errors"][0]["pointer"] == "/limit");
  CHECK(p.post("/v1/events/search", p.auditor(), {{"name", "x"}}).status == 422);
}

TEST_CASE("a search of events is in the access log", "[desk]") {
  Acted p;
  p.found({{"person", p.person_of(p.clerk())}});
  AccessQuery query;
  query.kind = AccessKind::marked_read;
  const auto noted = p.access_log.find(query);
  REQUIRE_FALSE(noted.empty());
  CHECK(noted.front().route == "/v1/events/search");
  CHECK(noted.front().person == p.person_of(p.auditor()));
}
