// Who is denied and who reads marked data is on record, and auditors read the record within their scope.
#include <algorithm>

#include "api/routes/watch.hpp"
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

std::vector<AccessEntry> entries(Rig& rig, std::optional<AccessKind> kind = {}) {
  AccessQuery query;
  query.kind = kind;
  query.limit = 200;
  return rig.access_log.find(query);
}

const std::string nobody = "01890000-0000-7000-8000-000000000000";

}  // namespace

TEST_CASE("every marked route is a route", "[access_log]") {
  Rig rig(day(2024, 3, 4));
  for (const auto& mark : marked_routes()) {
    INFO(mark.method << ' ' << mark.pattern);
    CHECK(std::ranges::any_of(rig.routes(), [&](const HttpRoute& route) {
      return route.method == mark.method && route.pattern == mark.pattern;
    }));
    CHECK_FALSE(mark.reason.empty());
  }
}

TEST_CASE("whoever is turned away is on record: nobody known, the wrong role, out of scope", "[access_log]") {
  Rig rig(day(2024, 3, 4));
  const auto clerk = rig.token("so_noi_vu_lang_son", Role::specialist);
  CHECK(rig.get("/v1/dossiers/" + nobody, "vd_unknown").status == 401);
  CHECK(rig.get("/v1/access-log", clerk).status == 403);
  CHECK(rig.post("/v1/dossiers/" + nobody + "/actions/receive", clerk, {}, {{"if-match", "\"1\""}}).status == 404);
  const auto found = entries(rig);
  REQUIRE(found.size() == 3);
  CHECK(found[2].code == "unauthenticated");
  CHECK_FALSE(found[2].person);
  CHECK(found[2].target.empty());
  CHECK(found[2].route == "/v1/dossiers/{id}");
  CHECK(found[1].code == "forbidden");
  CHECK(found[1].person == rig.person_of(clerk));
  CHECK(found[1].status == 403);
  CHECK(found[0].route == "/v1/dossiers/{id}/actions/{command}");
  CHECK(found[0].method == "POST");
  CHECK(found[0].target == nobody);
  CHECK(found[0].person == rig.person_of(clerk));
  CHECK(found[0].office == "so_noi_vu_lang_son");
  CHECK(found[0].request_id == "req-1");
  for (const auto& it : found) CHECK(it.kind == AccessKind::denied);
}

TEST_CASE("what a caller writes for an id is not in the log unless it could be one", "[access_log]") {
  Rig rig(day(2024, 3, 4));
  const auto clerk = rig.token("so_noi_vu_lang_son", Role::specialist);
  CHECK(rig.get("/v1/dossiers/N%C3%B4ng%20Th%E1%BB%8B%20An", clerk).status == 404);
  REQUIRE(entries(rig).size() == 1);
  CHECK(entries(rig)[0].target.empty());
}

TEST_CASE("open routes and answers that are no denial are not on record", "[access_log]") {
  Rig rig(day(2024, 3, 4));
  const auto clerk = rig.token("so_noi_vu_lang_son", Role::specialist);
  CHECK(rig.get("/healthz", "").status == 200);
  CHECK(rig.get("/v1/me", clerk).status == 200);
  CHECK(rig.get("/v1/dossiers?limit=0", clerk).status == 422);
  CHECK(rig.get("/problems/no-such-kind", "").status == 404);
  CHECK(entries(rig).empty());
}

TEST_CASE("an auditor reads the log of his scope, and that he did is in it", "[access_log]") {
  Rig rig(day(2024, 3, 4));
  const auto here = rig.token("so_noi_vu_lang_son", Role::specialist);
  const auto there = rig.token("so_noi_vu_bac_kan", Role::specialist);
  CHECK(rig.get("/v1/dossiers/" + nobody, here).status == 404);
  CHECK(rig.get("/v1/dossiers/" + nobody, there).status == 404);
  CHECK(rig.get("/v1/dossiers/" + nobody, "").status == 401);
  const auto auditor = rig.token("ubnd_lang_son", Role::auditor);
  const auto list = rig.get("/v1/access-log", auditor);
  REQUIRE(list.status == 200);
  REQUIRE(list.body["items"].size() == 1);
  CHECK(list.body["items"][0]["person"] == rig.person_of(here));
  CHECK(list.body["items"][0]["kind"] == "denied");
  CHECK(list.body["items"][0]["count"] == 1);
  CHECK(list.body["names"]["people"].contains(rig.person_of(here)));
  const auto reads = rig.get("/v1/access-log?kind=marked_read", auditor);
  REQUIRE(reads.body["items"].size() == 1);
  CHECK(reads.body["items"][0]["person"] == rig.person_of(auditor));
  CHECK(reads.body["items"][0]["route"] == "/v1/access-log");
  CHECK(rig.get("/v1/access-log", here).status == 403);
}

TEST_CASE("the log is read in pages, newest first, by time, person and kind", "[access_log]") {
  Rig rig(day(2024, 3, 4));
  const auto clerk = rig.token("so_noi_vu_lang_son", Role::specialist);
  const auto auditor = rig.token("ubnd_lang_son", Role::auditor);
  for (int i = 0; i < 3; ++i) {
    CHECK(rig.get("/v1/dossiers/" + nobody, clerk).status == 404);
    rig.clock.system.milliseconds += 60'000;
  }
  const auto first = rig.get("/v1/access-log?kind=denied&limit=2", auditor);
  REQUIRE(first.body["items"].size() == 2);
  const auto next = rig.get(first.body["next"].get<std::string>(), auditor);
  REQUIRE(next.status == 200);
  REQUIRE(next.body["items"].size() == 1);
  CHECK(first.body["items"][1]["at"] > next.body["items"][0]["at"]);
  const auto at = first.body["items"][1]["at"].get<std::string>();
  CHECK(rig.get("/v1/access-log?kind=denied&from=" + at, auditor).body["items"].size() == 2);
  CHECK(rig.get("/v1/access-log?kind=denied&to=" + at, auditor).body["items"].size() == 1);
  CHECK(rig.get("/v1/access-log?person=" + rig.person_of(clerk), auditor).body["items"].size() == 3);
  CHECK(rig.get("/v1/access-log?person=" + nobody, auditor).body["items"].empty());
  CHECK(rig.get("/v1/access-log?kind=anything", auditor).status == 422);
}

TEST_CASE("who reads a dossier is on record: its case, check, content and history, each by itself", "[access_log]") {
  Province rig;
  const auto submission = rig.open_submission(rig.open_occasion());
  const auto dossier = rig.ready_dossier(submission);
  std::size_t count = entries(rig, AccessKind::marked_read).size();
  const auto reader = rig.head();
  CHECK(rig.get("/v1/dossiers", reader).status == 200);
  CHECK(entries(rig, AccessKind::marked_read).size() == count);
  for (const std::string part : {"", "/check", "/content", "/history"}) {
    INFO(part);
    CHECK(rig.get(dossier + part, reader).status == 200);
    const auto found = entries(rig, AccessKind::marked_read);
    REQUIRE(found.size() == ++count);
    CHECK(found.front().route == "/v1/dossiers/{id}" + part);
    CHECK(found.front().target == dossier.substr(dossier.rfind('/') + 1));
    CHECK(found.front().person == rig.person_of(reader));
    CHECK(found.front().status == 200);
    CHECK(found.front().code.empty());
  }
}

TEST_CASE("an act under an old version shows the case, and that is on record", "[access_log]") {
  Province rig;
  const auto submission = rig.open_submission(rig.open_occasion());
  const auto dossier = rig.ready_dossier(submission);
  const auto before = entries(rig, AccessKind::marked_read).size();
  const auto stale = [&] {
    return rig.post(dossier + "/actions/withdraw", rig.head(), {{"reason", "Rút"}}, {{"if-match", "\"900\""}});
  };
  const auto shown = stale();
  REQUIRE(shown.status == 412);
  REQUIRE(shown.body.contains("current"));
  const auto found = entries(rig, AccessKind::marked_read);
  REQUIRE(found.size() == before + 1);
  CHECK(found.front().route == "/v1/dossiers/{id}/actions/{command}");
  CHECK(found.front().status == 412);
  rig.access_log.failing = true;
  CHECK(stale().status == 503);
}

TEST_CASE("a marked read that cannot be noted is not answered; what is denied stays denied", "[access_log]") {
  Province rig;
  const auto submission = rig.open_submission(rig.open_occasion());
  const auto dossier = rig.ready_dossier(submission);
  rig.access_log.failing = true;
  for (const std::string part : {"", "/check", "/content", "/history", "/papers/achievement_report"}) {
    const auto refused = rig.get(dossier + part, rig.head());
    CHECK(refused.status == 503);
    CHECK(refused.code() == "storage_unavailable");
    CHECK(refused.text.find("Trường") == std::string::npos);
  }
  CHECK(rig.get("/v1/dossiers", rig.head()).status == 200);
  CHECK(rig.get("/v1/dossiers/" + nobody, rig.head()).status == 404);
  rig.access_log.failing = false;
  CHECK(rig.get(dossier + "/content", rig.head()).status == 200);
}

TEST_CASE("an export of everything is of every office, a denial of nobody known of none", "[access_log]") {
  Rig rig(day(2024, 3, 4));
  for (const auto kind : {AccessKind::exported, AccessKind::denied}) {
    AccessEntry it;
    it.at = rig.clock.system_now();
    it.kind = kind;
    it.address = "local:an";
    rig.access_log.add({&it, 1});
  }
  for (const std::string office : {"ubnd_lang_son", "so_noi_vu_bac_kan"}) {
    const auto list = rig.get("/v1/access-log", rig.token(office, Role::auditor));
    REQUIRE(list.status == 200);
    REQUIRE(list.body["items"].size() == 1);
    CHECK(list.body["items"][0]["kind"] == "exported");
    CHECK(list.body["items"][0]["address"] == "local:an");
  }
}
