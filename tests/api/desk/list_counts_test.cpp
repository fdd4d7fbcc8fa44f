// Every count equals the length of the list that it opens: facets, crossed ones, boxes, durations and places.
#include "api/desk/lists/list_body.hpp"
#include "api/desk/lists/refresh_entries.hpp"
#include "api/desk/lists/stage_passes.hpp"
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

using Pairs = std::vector<std::vector<std::string>>;

/// Written out, two words in braces would be taken for a member and its value.
Json pairs(const Pairs& all) { return all; }

/// Some drafts, one that was sent, one that is being appraised, one that was returned and one that is further.
struct Spread : Province {
  std::string occasion = open_occasion(3);
  std::string submission = open_submission(occasion);
  std::string draft = ready_dossier(submission, "Trường nháp");
  std::string sent = ready_dossier(submission, "Trường gửi");
  std::string received = ready_dossier(submission, "Trường nhận");
  std::string returned = ready_dossier(submission, "Trường trả");
  std::string further = ready_dossier(submission, "Trường xa");

  Spread() {
    attach_letter(submission);
    for (const auto& it : {sent, received, returned, further}) submit(it);
    done(received, "receive", intake());
    done(returned, "receive", intake());
    done(returned, "return-for-rework", director(), returning());
    appraise(further);
    give_due();
  }
  /// The plan sets its stage no limit. Entries are computed before the first answer of a day.
  void give_due() {
    total(Json::object(), officer());
    auto entry = lists.entry(received.substr(received.rfind('/') + 1)).value();
    entry.due = day(2025, 2, 20);
    lists.put_entries({&entry, 1});
  }
  static Json returning() {
    return {{"letter", a_letter("34/SNV")},
            {"points", {{{"code", "content_unclear"}, {"pointer", "/achievement"}, {"text", "Nêu rõ hơn"}}}}};
  }

  std::int64_t total(Json body, const std::string& token) {
    body["total"] = true;
    const auto found = post("/v1/dossiers/search", token, body);
    INFO(found.text);
    REQUIRE(found.status == 200);
    CHECK(found.body["items"].size() == found.body["total"]);
    return found.body["total"];
  }
  void check_opens(const Json& body, const Json& line, const std::string& token) {
    INFO(body.dump() << " and " << line.dump());
    auto narrowed = body;
    narrowed.update(line["filter"]);
    CHECK(total(narrowed, token) == line["count"]);
  }
  Json counted(Json body, const std::string& token) {
    const auto answer = post("/v1/dossiers/facets", token, body);
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    return answer.body;
  }
  void forth(unsigned date) { clock.move_to(Instant{day(2025, 2, date).days() * 86'400'000LL}); }
  Json stage_of(const Json& answer, const std::string& stage) {
    for (const auto& it : answer["items"]) {
      if (it["stage"] == stage) return it;
    }
    return nullptr;
  }
  Json durations(const std::string& token, const Json& body = Json::object()) {
    const auto answer = post("/v1/dossiers/durations", token, body);
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    for (const auto& it : answer.body["items"]) {
      auto narrowed = body;
      narrowed.update(it["filter"]);
      CHECK(total(narrowed, token) == it["dossiers"]);
    }
    return answer.body;
  }
};

}  // namespace

TEST_CASE("each facet's counts equal the lists that their filters open", "[desk]") {
  Spread p;
  for (const auto& body : {Json::object(), Json{{"text", "truong"}}, Json{{"box", "office"}}, Json{{"under", "so_gddt_lang_son"}},
                           Json{{"due_from", "2025-01-01"}}, Json{{"has_due", false}}}) {
    const auto counts = p.counted(body, p.director());
    CHECK(counts["total"] == p.total(body, p.director()));
    CHECK(counts["facets"].size() == Names<ListFacet>::all.size());
    for (const auto& [facet, lines] : counts["facets"].items()) {
      for (const auto& line : lines) p.check_opens(body, line, p.director());
    }
  }
  const auto all = p.counted(Json::object(), p.director())["facets"];
  CHECK(all["territory"][0]["value"] == "lang_son");
  CHECK(all["territory"][0]["name"] == "Tỉnh Lạng Sơn");
  CHECK(all["area"][0]["value"] == "so_gddt_lang_son");
  CHECK(all["due_bucket"].size() >= 2);
}

TEST_CASE("a unit far below a province counts for the part of it that it lies in", "[desk]") {
  Province p;
  const auto occasion = p.open_occasion();
  const auto clerk = p.token("truong_thpt_binh_gia", Role::unit_clerk);
  const auto opened = p.post("/v1/submissions", clerk, {{"occasion", occasion.substr(occasion.rfind('/') + 1)}});
  REQUIRE(opened.status == 201);
  const auto dossier = p.post("/v1/submissions/" + opened.body["id"].get<std::string>() + "/dossiers", clerk,
                              {{"form", "provincial_merit"}, {"subject_kind", "collective"}, {"category", "departments"},
                               {"content", some_content("Trường THPT Bình Gia")}});
  INFO(dossier.text);
  REQUIRE(dossier.status == 201);
  const auto found = p.post("/v1/dossiers/facets", p.officer(), {{"facets", {"territory", "area", "unit"}},
                                                                {"crossed", pairs({{"area", "phase"}, {"unit", "area"}})}});
  INFO(found.text);
  REQUIRE(found.status == 200);
  CHECK(found.body["facets"]["territory"][0]["value"] == "lang_son");
  CHECK(found.body["facets"]["area"][0]["value"] == "so_gddt_lang_son");
  CHECK(found.body["facets"]["unit"][0]["value"] == "truong_thpt_binh_gia");
  CHECK(found.body["crossed"][0]["items"][0]["values"] == Json{"so_gddt_lang_son", "drafting"});
  CHECK(found.body["crossed"][1]["items"][0]["values"] == Json{"truong_thpt_binh_gia", "so_gddt_lang_son"});
}

TEST_CASE("crossed facets count pairs, in one request, each of which opens its list", "[desk]") {
  Spread p;
  const Json body{{"crossed", pairs({{"office", "stage"}, {"area", "due_bucket"}, {"territory", "area"}, {"form", "unit"}})}};
  const auto counts = p.counted(body, p.officer());
  REQUIRE(counts["crossed"].size() == 4);
  CHECK(counts["facets"].empty());
  std::int64_t seen = 0;
  for (const auto& pair : counts["crossed"]) {
    for (const auto& line : pair["items"]) {
      p.check_opens(Json::object(), line, p.officer());
      ++seen;
    }
  }
  CHECK(seen >= 5);
  CHECK(counts["crossed"][0]["facets"] == Json{"office", "stage"});
  CHECK(counts["crossed"][0]["names"][0]["so_noi_vu_lang_son"] == "Sở Nội vụ tỉnh Lạng Sơn");
  const auto refused = [&](const Json& crossed, const std::string& pointer) {
    const auto answer = p.post("/v1/dossiers/facets", p.officer(), {{"crossed", crossed}});
    CHECK(answer.status == 422);
    CHECK(answer.body["errors"][0]["pointer"] == pointer);
  };
  refused(pairs({{"office", "office"}}), "/crossed/0");
  refused(pairs({{"office"}}), "/crossed/0");
  refused(pairs({{"office", "colour"}}), "/crossed/0/1");
  refused(pairs(Pairs(9, {"office", "stage"})), "/crossed");
}

TEST_CASE("a search within a box finds what the box has, and no more than its filter", "[desk]") {
  Spread p;
  for (const auto box : Names<Box>::all) {
    INFO(box);
    const auto list = p.get("/v1/inbox?total=true&box=" + std::string(box), p.director());
    CHECK(p.total({{"box", box}}, p.director()) == list.body["total"]);
  }
  CHECK(p.total({{"box", "office"}, {"text", "nhan"}}, p.director()) == 1);
  CHECK(p.total({{"box", "office"}, {"offices", {"hoi_dong_tdkt_lang_son"}}}, p.director()) == 0);
  CHECK(p.total({{"box", "done"}, {"open", true}}, p.director()) == 0);
  CHECK(p.total({{"box", "overdue"}, {"due_from", "2025-02-12"}}, p.director()) == 0);
  CHECK(p.post("/v1/dossiers/search", p.director(), {{"box", "all"}}).status == 422);
}

TEST_CASE("a line says by name where it is, how long it has and how often it came back", "[desk]") {
  Spread p;
  const auto line_of = [&](const std::string& text) {
    return p.post("/v1/dossiers/search", p.director(), {{"text", text}}).body["items"][0];
  };
  const auto received = line_of("nhan");
  CHECK(received["form_name"] == "Bằng khen của Chủ tịch UBND tỉnh");
  CHECK(received["stage_name"].get<std::string>() != received["stage"].get<std::string>());
  CHECK(received["returns"] == 0);
  CHECK(received["quota_key"].get<std::string>().starts_with("ubnd_lang_son/"));
  REQUIRE(received.contains("due"));
  CHECK(received["days_left"] == 6);
  CHECK(line_of("tra")["returns"] == 1);
  p.forth(26);
  p.give_due();
  CHECK(line_of("nhan")["days_left"] == -4);
}

TEST_CASE("durations count the stages that were passed, in working days from receipt to leaving", "[desk]") {
  Spread p;  // 12 February 2025, a Wednesday: one passed appraisal on the day of its receipt
  const auto first = p.durations(p.officer());
  REQUIRE(first["items"].size() == 1);
  const auto stage = first["items"][0]["stage"].get<std::string>();
  CHECK(first["items"][0]["dossiers"] == 1);
  CHECK(first["items"][0]["median"] == 0);
  CHECK(first["total"] == 5);
  p.forth(18);  // four working days after the receipt
  p.attest_all(p.received);
  p.done(p.received, "propose", p.appraiser(), {{"kind", "forward"}});
  p.done(p.received, "forward", p.director(), {{"letter", a_letter("35/SNV")}});
  const auto second = p.stage_of(p.durations(p.officer()), stage);
  CHECK(second["dossiers"] == 2);
  CHECK(second["passes"] == 2);
  CHECK(second["median"] == 0);
  CHECK(second["p90"] == 4);
  CHECK(second["name"] != stage);
  CHECK(p.stage_of(p.durations(p.officer(), {{"text", "nhan"}}), stage)["median"] == 4);
  CHECK(p.durations(p.officer(), {{"text", "nhap"}})["items"].empty());
}

TEST_CASE("what was recalled is no passing, and the whole history says the same as its steps", "[desk]") {
  Spread p;
  const auto id = p.further.substr(p.further.rfind('/') + 1);
  const auto stored = [&] { return p.lists.entry(id)->passes; };
  const auto stage = p.durations(p.officer())["items"][0]["stage"].get<std::string>();
  CHECK(stored().starts_with(" " + stage + "=0/"));
  CHECK(all_passes(*p.deps, p.inner.dossier(id).value()) == stored());
  p.done(p.further, "recall", p.director());
  CHECK(stored().empty());
  CHECK(p.durations(p.officer())["items"].empty());
  p.done(p.further, "propose", p.appraiser(), {{"kind", "forward"}});
  p.done(p.further, "forward", p.director(), {{"letter", a_letter("36/SNV")}});
  CHECK(read_passes(stored()).stages.size() == 1);
  const auto returned = p.returned.substr(p.returned.rfind('/') + 1);
  CHECK(p.lists.entry(returned)->passes == " " + stage + "!");
  CHECK(all_passes(*p.deps, p.inner.dossier(returned).value()) == " " + stage + "!");
}

TEST_CASE("entries of an older making are filled from the histories", "[desk]") {
  Spread p;
  const auto id = p.further.substr(p.further.rfind('/') + 1);
  auto emptied = p.lists.entry(id).value();
  const auto was = emptied.passes;
  emptied.passes.clear();
  emptied.all_passes = true;
  p.lists.put_entries({&emptied, 1});
  p.lists.set_computed_for("2025-02-12 of other rules");
  CHECK(refresh_entries(*p.deps) >= 1);
  CHECK(p.lists.entry(id)->passes == was);
  CHECK_FALSE(was.empty());
}

TEST_CASE("a key of places opens exactly the dossiers that its row counts", "[desk]") {
  Spread p;
  const auto rows = p.get("/v1/quotas?occasion=" + p.occasion.substr(p.occasion.rfind('/') + 1), p.officer());
  INFO(rows.text);
  REQUIRE(rows.status == 200);
  REQUIRE_FALSE(rows.body["items"].empty());
  for (const auto& row : rows.body["items"]) {
    INFO(row.dump());
    const Json under_way{{"quota_key", row["key"]},
                         {"phases", {"awaiting_receipt", "under_review", "proposed", "returned", "decided", "signed"}}};
    CHECK(p.total(under_way, p.officer()) == row["under_way"]);
    CHECK(row["organisation"] == "ubnd_lang_son");
    CHECK(row["organisation_name"] == "Ủy ban nhân dân tỉnh Lạng Sơn");
  }
  CHECK(rows.body["items"][0]["under_way"] == 4);
  const auto all = p.post("/v1/dossiers/search", p.officer(), {{"quota_key", rows.body["items"][0]["key"]}});
  for (const auto& line : all.body["items"]) CHECK(line["quota_key"] == rows.body["items"][0]["key"]);
  CHECK(all.body["items"].size() == 5);  // the draft would take one as well
  for (const std::string key : {"", "x", "a/b/c/d/e", "ubnd_lang_son/x/-/provincial_merit/-"}) {
    INFO(key);
    CHECK(p.total({{"quota_key", key}}, p.officer()) == 0);
  }
}

TEST_CASE("lists of submissions and decisions say how many there are and how far their dossiers", "[desk]") {
  Spread p;
  const auto list = p.get("/v1/submissions?total=true", p.officer());
  INFO(list.text);
  CHECK(list.body["total"] == list.body["items"].size());
  const auto& line = list.body["items"][0];
  CHECK(line["count"] == 5);
  CHECK(line["phases"]["returned"] == 1);
  CHECK(line["count"] == p.total({{"submissions", {line["id"]}}}, p.officer()));
  CHECK(line["occasion_name"].is_string());
  CHECK(list.body["names"]["offices"]["so_gddt_lang_son"] == "Sở Giáo dục và Đào tạo tỉnh Lạng Sơn");
  CHECK_FALSE(p.get("/v1/submissions", p.officer()).body.contains("total"));
  p.open_decision(p.occasion);
  const auto decisions = p.get("/v1/decisions?total=true", p.registry());
  CHECK(decisions.body["total"] == 1);
  CHECK(decisions.body["items"][0]["count"] == 0);
  CHECK(decisions.body["items"][0]["form_name"] == "Bằng khen của Chủ tịch UBND tỉnh");
  const auto duties = p.get("/v1/duties?total=true", p.officer());
  CHECK(duties.body["total"] == duties.body["items"].size());
}

TEST_CASE("a dossier's papers say who attached them, when, and the hash of their bytes", "[desk]") {
  Spread p;
  const auto view = p.get(p.sent, p.officer());
  REQUIRE_FALSE(view.body["papers"].empty());
  for (const auto& paper : view.body["papers"]) {
    CHECK(paper["sha256"].get<std::string>().size() == 64);
    CHECK(paper["sha256"] != paper["commitment"]);
    CHECK(paper["at"].get<std::string>().starts_with("2025-02-"));
    CHECK(paper["person"] == p.person_of(p.clerk()));
  }
}
