// Lists of dossiers: what is typed is found, totals and facets equal the lists, and saved views.
#include "api/desk/lists/fold_text.hpp"
#include "api/desk/lists/list_entry.hpp"
#include "api/desk/lists/saved_views.hpp"
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

std::vector<std::string> names_in(const Answer& answer) {
  std::vector<std::string> names;
  for (const auto& item : answer.body.at("items")) names.push_back(item["nominee_name"]);
  std::ranges::sort(names);
  return names;
}

using Found = std::vector<std::string>;

/// Somebody else saves a view between the reading and the writing of a request.
struct Overtaken final : Lists {
  Overtaken(Lists& lists, SavedView first) : lists(lists), first(std::move(first)) {}
  ListPage find(const ListRequest& request) const override { return lists.find(request); }
  std::int64_t count(const ListScope& scope, const ListFilter& filter) const override { return lists.count(scope, filter); }
  std::vector<FacetCount> facets(const ListScope& scope, const ListFilter& filter,
                                 std::span<const Facet> facets, Date today) const override {
    return lists.facets(scope, filter, facets, today);
  }
  std::vector<CrossCount> crossed(const ListScope& scope, const ListFilter& filter, Facet facet, Facet by,
                                  Date today) const override {
    return lists.crossed(scope, filter, facet, by, today);
  }
  std::vector<PassesCount> passes(const ListScope& scope, const ListFilter& filter) const override {
    return lists.passes(scope, filter);
  }
  std::set<DossierId> dossiers_in(const ListScope& scope, const std::vector<DossierId>& among) const override {
    return lists.dossiers_in(scope, among);
  }
  std::set<SubmissionId> submissions_in(const ListScope& scope, const std::vector<SubmissionId>& among) const override {
    return lists.submissions_in(scope, among);
  }
  std::set<DecisionId> decisions_in(const ListScope& scope, const std::vector<DecisionId>& among) const override {
    return lists.decisions_in(scope, among);
  }
  std::optional<ListEntry> entry(const DossierId& id) const override { return lists.entry(id); }
  void put_entries(std::span<const ListEntry> entries) override { lists.put_entries(entries); }
  std::string computed_for() const override { return lists.computed_for(); }
  void set_computed_for(const std::string& stamp) override { lists.set_computed_for(stamp); }
  std::optional<std::int64_t> save_workspace(const DossierId& id, std::int64_t expected, const std::string& content,
                                             const std::optional<std::string>& words) override {
    return lists.save_workspace(id, expected, content, words);
  }
  std::vector<SavedView> views(const PersonId& person) const override { return lists.views(person); }
  ViewSaved save_view(const SavedView& view, std::size_t most) override {
    REQUIRE(lists.save_view(first, most) == ViewSaved::done);
    return lists.save_view(view, most);
  }
  void drop_view(const PersonId& person, const std::string& id) override { lists.drop_view(person, id); }

  Lists& lists;
  SavedView first;
};

struct Drafts : Province {
  std::string occasion = open_occasion();
  std::string submission = open_submission(occasion);
  std::string east = ready_dossier(submission, "Trường Đông Kinh");
  std::string giant = ready_dossier(submission, "Trường Bình Gia 100%");
  Answer search(const std::string& token, const Json& body) { return post("/v1/dossiers/search", token, body); }
  Found found(const std::string& text) { return names_in(search(clerk(), {{"text", text}})); }
};

}  // namespace

TEST_CASE("text is folded and parted into words", "[desk]") {
  CHECK(fold_text("Khen THƯỞNG Đặng") == "khen thuong dang");
  CHECK(folded_words("  HS-2025,Đặng\"Thị%") == std::vector<std::string>{"hs", "2025", "dang", "thi"});
  CHECK(folded_words("%_*\"").empty());
}

TEST_CASE("dossiers are found by the words of nominee, code and unit, without marks and case, within scope only",
          "[desk]") {
  Drafts p;
  CHECK(p.found("DONG kinh") == Found{"Trường Đông Kinh"});
  CHECK(p.found("kin tru") == Found{"Trường Đông Kinh"});
  CHECK(p.found("đông") == Found{"Trường Đông Kinh"});
  CHECK(p.found("ong").empty());
  CHECK(p.found("so giao duc lang son").size() == 2);  // the unit
  const auto code = p.get(p.east, p.clerk()).body["code"].get<std::string>();
  CHECK(p.found(code) == Found{"Trường Đông Kinh"});
  CHECK(p.found("").size() == 2);
  CHECK(names_in(p.search(p.appraiser(), {{"text", "dong"}})).empty());
  p.attach_letter(p.submission);
  p.submit(p.east);
  CHECK(names_in(p.search(p.appraiser(), {{"text", "dong"}})) == Found{"Trường Đông Kinh"});
  CHECK(names_in(p.search(p.appraiser(), {{"text", "truong"}})) == Found{"Trường Đông Kinh"});
}

TEST_CASE("everything typed is literal", "[desk]") {
  Drafts p;
  CHECK(p.found("100%") == Found{"Trường Bình Gia 100%"});
  for (const std::string typed : {"%", "_", "\"", "'", "*", "truong NOT dong", "dong OR gia", "words:dong", "(", "d_ng",
                                  "unit:lang_son", "\\"}) {
    INFO(typed);
    const auto answer = p.search(p.clerk(), {{"text", typed}});
    CHECK(answer.status == 200);
    CHECK(names_in(answer).empty());
  }
}

TEST_CASE("a draft is found by its new name as soon as it is saved", "[desk]") {
  Drafts p;
  const auto put = p.call("PUT", p.east + "/content", p.clerk(), some_content("Trường Chi Lăng").dump(),
                          {{"if-match", p.get(p.east + "/content", p.clerk()).etag()}});
  REQUIRE(put.status == 200);
  CHECK(p.found("chi lang") == Found{"Trường Chi Lăng"});
  CHECK(p.found("dong kinh").empty());
}

TEST_CASE("a search takes filters, an order and pages of its own", "[desk]") {
  Drafts p;
  const auto third = p.ready_dossier(p.submission, "Trường Văn Quan");
  p.attach_letter(p.submission);
  p.submit(third);
  const auto sent = p.search(p.clerk(), {{"phases", {"awaiting_receipt"}}, {"total", true}});
  CHECK(names_in(sent) == Found{"Trường Văn Quan"});
  CHECK(sent.body["total"] == 1);
  CHECK(sent.body["items"][0]["office"] == "so_noi_vu_lang_son");
  CHECK(sent.body["items"][0]["hand"] == "receive");
  const Json two{{"text", "truong"}, {"limit", 2}, {"order", "changed"}};
  const auto first = p.search(p.clerk(), two);
  REQUIRE(first.body["items"].size() == 2);
  CHECK(first.body["items"][0]["nominee_name"] == "Trường Văn Quan");
  auto next = two;
  next["cursor"] = first.body["cursor"];
  const auto rest = p.search(p.clerk(), next);
  REQUIRE(rest.body["items"].size() == 1);
  CHECK_FALSE(rest.body.contains("cursor"));
  auto other = next;
  other["text"] = "dong";
  CHECK(p.search(p.clerk(), other).code() == "invalid_cursor");
  CHECK(p.search(p.head(), next).code() == "invalid_cursor");
  next["cursor"] = "AAAA";
  CHECK(p.search(p.clerk(), next).code() == "invalid_cursor");
  CHECK(p.search(p.clerk(), {{"under", "lang_son"}}).body["items"].size() == 3);
  CHECK(p.search(p.clerk(), {{"under", "ninh_binh"}}).body["items"].empty());
  CHECK(p.search(p.clerk(), {{"held", true}}).body["items"].empty());
  const auto others = p.search(p.token("so_khcn_lang_son", Role::unit_clerk), {{"total", true}});
  CHECK(others.body["items"].empty());
  CHECK(others.body["total"] == 0);
  p.clock.move_to(Instant{day(2025, 2, 13).days() * 86'400'000LL});
  p.submit(p.east);
  const auto first_by = [&](const char* order) {
    return p.search(p.clerk(), {{"order", order}, {"limit", 1}}).body["items"][0]["nominee_name"];
  };
  CHECK(first_by("changed") == "Trường Đông Kinh");
  CHECK(first_by("opened") == "Trường Văn Quan");
}

TEST_CASE("a search refuses what it does not know and what is too much", "[desk]") {
  Drafts p;
  const auto refused = [&](const Json& body, const std::string& pointer) {
    const auto answer = p.search(p.clerk(), body);
    INFO(answer.text);
    CHECK(answer.status == 422);
    CHECK(answer.body["errors"][0]["pointer"] == pointer);
  };
  refused({{"password", "x"}}, "/password");
  refused({{"order", "words"}}, "/order");
  refused({{"limit", 0}}, "/limit");
  refused({{"limit", -1}}, "/limit");
  refused({{"limit", 1'000'000'000}}, "/limit");
  refused({{"phases", {"happy"}}}, "/phases/0");
  refused({{"text", std::string(301, 'a')}}, "/text");
  refused({{"text", "a b c d e f g h i k l m n o p q r"}}, "/text");
  refused({{"units", std::vector<std::string>(51, "u")}}, "/units");
  refused({{"due_from", "2025-02-30"}}, "/due_from");
  CHECK(p.post("/v1/dossiers/search?limit=2", p.clerk(), Json::object()).code() == "unknown_parameter");
}

TEST_CASE("facets count what each narrowed search finds, and nothing outside the caller's scope", "[desk]") {
  Drafts p;
  p.attach_letter(p.submission);
  p.submit(p.east);
  const auto facets = p.post("/v1/dossiers/facets", p.clerk(), {{"text", "truong"}});
  REQUIRE(facets.status == 200);
  CHECK(facets.body["total"] == 2);
  std::int64_t phases = 0;
  for (const auto& line : facets.body["facets"]["phase"]) {
    const auto list = p.search(p.clerk(), {{"text", "truong"}, {"phases", {line["value"]}}, {"total", true}});
    CHECK(list.body["total"] == line["count"]);
    CHECK(list.body["items"].size() == line["count"]);
    phases += line["count"].get<std::int64_t>();
  }
  CHECK(phases == 2);
  CHECK(facets.body["facets"]["unit"][0]["name"] == "Sở Giáo dục và Đào tạo tỉnh Lạng Sơn");
  const auto outside = p.post("/v1/dossiers/facets", p.appraiser(), Json::object());
  CHECK(outside.body["total"] == 1);
  CHECK(outside.body["facets"]["phase"].size() == 1);
  const auto few = p.post("/v1/dossiers/facets", p.clerk(), {{"facets", {"form", "unit"}}});
  CHECK(few.body["facets"].size() == 2);
  CHECK(few.body["facets"]["form"][0]["count"] == 2);
  CHECK(p.post("/v1/dossiers/facets", p.clerk(), {{"facets", {"words"}}}).status == 422);
  CHECK(p.post("/v1/dossiers/facets", p.clerk(), {{"colour", "red"}}).status == 422);
}

TEST_CASE("a list takes filters, an order and says its total", "[desk]") {
  Drafts p;
  const auto list = p.get("/v1/dossiers?total=true&order=changed&plan=lang-son-2021-2025&open=true", p.clerk());
  REQUIRE(list.status == 200);
  CHECK(list.body["total"] == 2);
  CHECK(p.get("/v1/dossiers?order=name", p.clerk()).code() == "validation");
  CHECK(p.get("/v1/dossiers?due_from=2025-13-01", p.clerk()).code() == "validation");
  CHECK(p.get("/v1/dossiers?external_ref=none", p.clerk()).body["items"].empty());
}

TEST_CASE("pages of submissions and decisions are full while there are more, however many others lie between", "[desk]") {
  constexpr int kOthers = 2100;
  Province p;
  const auto occasion = p.open_occasion();
  const auto occasion_id = occasion.substr(occasion.rfind('/') + 1);
  std::vector<std::string> sent;
  std::string dossier;
  for (int i = 0; i < 3; ++i) {
    sent.push_back(p.open_submission(occasion));
    p.attach_letter(sent.back());
    dossier = p.ready_dossier(sent.back(), "Trường số " + std::to_string(i));
    p.submit(dossier);
  }
  Change change;
  for (int i = 0; i < kOthers; ++i) {  // before those that were sent
    Submission other;
    other.id = "0" + std::to_string(10'000 + i);
    other.occasion = occasion_id;
    other.unit = "so_khcn_lang_son";
    Decision theirs;
    theirs.id = other.id;
    theirs.authority = "ubnd_ninh_binh";
    theirs.occasion = occasion_id;
    theirs.form = "provincial_merit";
    change.next.emplace_back(std::move(other));
    change.next.emplace_back(std::move(theirs));
  }
  Decision ours;
  ours.id = "99";
  ours.authority = "ubnd_ninh_binh";
  ours.occasion = occasion_id;
  ours.form = "provincial_merit";
  auto decided = p.inner.dossier(dossier.substr(dossier.rfind('/') + 1)).value();
  decided.decision = ours.id;
  change.next.emplace_back(ours);
  change.next.emplace_back(decided);
  add_entries(*p.deps, change);
  REQUIRE(p.inner.commit({&change, 1}).front().status == CommitStatus::done);

  const auto first = p.get("/v1/submissions?limit=2", p.intake());
  REQUIRE(first.body["items"].size() == 2);
  CHECK(sent[0].ends_with(first.body["items"][0]["id"].get<std::string>()));
  CHECK(sent[1].ends_with(first.body["items"][1]["id"].get<std::string>()));
  const auto rest = p.get(first.body["next"], p.intake());
  REQUIRE(rest.body["items"].size() == 1);
  CHECK(sent[2].ends_with(rest.body["items"][0]["id"].get<std::string>()));
  CHECK_FALSE(rest.body.contains("next"));
  CHECK_FALSE(p.get("/v1/submissions?limit=3", p.intake()).body.contains("next"));
  CHECK(p.get("/v1/submissions", p.clerk()).body["items"].size() == 3);
  CHECK(p.get("/v1/submissions?limit=7", p.token("so_khcn_lang_son", Role::unit_clerk)).body["items"].size() == 7);
  CHECK(p.get("/v1/submissions", p.token("so_khcn_lang_son", Role::administrator)).body["items"].empty());

  const auto decisions = p.get("/v1/decisions?limit=1", p.intake());
  REQUIRE(decisions.body["items"].size() == 1);
  CHECK(decisions.body["items"][0]["id"] == "99");
  CHECK_FALSE(decisions.body.contains("next"));
  CHECK(p.get("/v1/decisions", p.token("so_khcn_lang_son", Role::unit_clerk)).body["items"].empty());
}

TEST_CASE("saved views are a person's own, checked, and replaced only by who saw them", "[desk]") {
  Drafts p;
  const auto put = [&](const std::string& id, const Json& body, const Headers& headers = {}) {
    return p.call("PUT", "/v1/views/" + id, p.clerk(), body.dump(), headers);
  };
  const Json view{{"name", "Đang chờ"}, {"filter", {{"phases", {"awaiting_receipt"}}, {"order", "due"}}}};
  const auto made = put("waiting", view);
  REQUIRE(made.status == 201);
  CHECK(made.etag() == "\"1\"");
  CHECK(made.body["filter"] == view["filter"]);
  CHECK(put("waiting", view).code() == "precondition_required");
  CHECK(put("waiting", view, {{"if-match", "\"7\""}}).code() == "precondition_failed");
  CHECK(put("new", view, {{"if-match", "\"1\""}}).code() == "precondition_failed");
  const auto changed = put("waiting", {{"name", "Chờ"}, {"filter", Json::object()}}, {{"if-match", "\"1\""}});
  CHECK(changed.status == 200);
  CHECK(changed.etag() == "\"2\"");
  CHECK(p.get("/v1/views", p.clerk()).body["items"][0]["name"] == "Chờ");
  CHECK(p.get("/v1/views", p.head()).body["items"].empty());
  CHECK(put("x", {{"name", ""}, {"filter", Json::object()}}).status == 422);
  CHECK(put("x", {{"name", "a"}, {"filter", {{"colour", 1}}}}).body["errors"][0]["pointer"] == "/filter/colour");
  CHECK(put("x", {{"name", "a"}, {"filter", {{"cursor", "c"}}}}).body["errors"][0]["pointer"] == "/filter/cursor");
  CHECK(put("Not_An_Id", view).status == 404);
  CHECK(p.call("DELETE", "/v1/views/waiting", p.head()).status == 404);
  CHECK(p.call("DELETE", "/v1/views/waiting", p.clerk()).code() == "precondition_required");
  CHECK(p.call("DELETE", "/v1/views/waiting", p.clerk(), "", {{"if-match", "\"2\""}}).status == 200);
  CHECK(p.get("/v1/views", p.clerk()).body["items"].empty());
  CHECK(p.get("/v1/views?all=1", p.clerk()).code() == "unknown_parameter");
  for (int i = 0; i < 50; ++i) REQUIRE(put("view-" + std::to_string(i), view).status == 201);
  CHECK(put("one-more", view).body["errors"][0]["code"] == "too_long");
  CHECK(put("view-7", view, {{"if-match", "\"1\""}}).status == 200);
}

TEST_CASE("of two requests that save a view at the same time the later one is told", "[desk]") {
  Province p;
  const Actor actor{.person = "person-1", .appointment = {}, .office = "so_gddt_lang_son", .role = Role::unit_clerk};
  const auto put = [&](const SavedView& first, const std::string& id) {
    Overtaken lists(p.lists, first);
    const Deps& deps = *p.deps;
    const Deps overtaken{deps.store, lists, deps.notices, deps.webhooks, deps.duties, deps.sign_in, deps.access_log, deps.committer,
                         deps.blobs, deps.clock, deps.fresh, deps.rulebook, deps.lifecycle, {}, {}};
    HttpRequest request;
    request.method = "PUT";
    request.path = "/v1/views/" + id;
    request.parameters["id"] = id;
    request.headers.emplace("content-type", "application/json");
    request.body = R"({"name": "Của tôi", "filter": {}})";
    return put_view(overtaken, request, actor);
  };
  CHECK(put({"mine", actor.person, "Trước", "{}", 0}, "mine").status == 412);
  CHECK(p.lists.views(actor.person)[0].name == "Trước");
  for (std::size_t i = 1; i + 1 < kMostViews; ++i)
    REQUIRE(p.lists.save_view({"v" + std::to_string(i), actor.person, "Khác", "{}", 0}, kMostViews) == ViewSaved::done);
  CHECK(put({"last", actor.person, "Trước", "{}", 0}, "one-more").status == 422);
  CHECK(p.lists.views(actor.person).size() == kMostViews);
}
