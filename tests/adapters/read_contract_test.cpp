// What every store promises of reads: queries, pages, streams, people, workspaces and codes.
#include <mutex>
#include <set>
#include <thread>

#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

#define STORES InMemory, InSqlite, InPostgres

namespace {

template <class T>
std::string ids(const std::vector<T>& found) {
  std::string text;
  for (const T& it : found) text += (text.empty() ? "" : " ") + it.id;
  return text;
}

/// d1 … d4, each different in what can be asked for.
void fill(Store& store) {
  lay_ground(store);
  commit_one(store, writing({occasion("occasion-2", "lang_son"), submission("submission-2", "unit-2")}));
  Dossier d1 = dossier("d1");
  d1.external_ref = "ref-1";
  d1.nominee_person = "person-7";
  Dossier d2 = dossier("d2");
  d2.phase = Phase::under_review;
  d2.stage = "review";
  d2.submission = "submission-2";
  d2.unit = "unit-2";
  Dossier d3 = dossier("d3");
  d3.phase = Phase::under_review;
  d3.stage = "advise";
  d3.form = "giay_khen";
  d3.occasion = "occasion-2";
  d3.territory = "lang_son";
  d3.plan.id = "plan-b";
  Dossier d4 = dossier("d4");
  d4.phase = Phase::decided;
  d4.stage = "review";
  d4.decision = "decision-1";
  d4.nominee_office = "office-9";
  for (const Dossier& it : {d4, d2, d3, d1}) REQUIRE(commit_one(store, opening(it)).status == CommitStatus::done);
}

}  // namespace

TEMPLATE_TEST_CASE("what is not there is nothing", "[contract]", STORES) {
  TestType home;
  CHECK_FALSE(home.store.dossier("x"));
  CHECK_FALSE(home.store.submission("x"));
  CHECK_FALSE(home.store.occasion("x"));
  CHECK_FALSE(home.store.decision("x"));
  CHECK_FALSE(home.store.workspace("x"));
  CHECK_FALSE(home.store.quota("x"));
  CHECK_FALSE(home.store.answer("x", "y", Instant{}));
  CHECK_FALSE(home.store.token("x"));
  CHECK_FALSE(home.store.account("x"));
  CHECK_FALSE(home.store.appointment("x"));
  CHECK(home.store.find_dossiers({}).empty());
  CHECK(home.store.events(StreamKind::dossier, "x", 0, 10).empty());
  CHECK(home.store.raw_events(StreamKind::dossier, "x").empty());
  CHECK(home.store.streams({}, 10).empty());
  CHECK(home.store.definitions().empty());
  CHECK(home.store.accounts().empty());
}

TEMPLATE_TEST_CASE("an aggregate comes back as it was written", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  Dossier it = dossier("d1");
  it.external_ref = "Số 12 \"quoted\" ' ; --";
  it.papers = {{"p1", "report", "c", PaperKind::digitally_signed, "application/pdf", 5'000'000'000, {}, false}};
  it.entered = Instant{1'737'684'184'005};
  it.quota = QuotaHold{"k", HoldState::consumed};
  commit_one(home.store, opening(it));
  CHECK(encode(home.store.dossier("d1").value()) == encode(it));

  Occasion round = occasion("o");
  round.name = "Đợt xét 2025";
  round.places = {{"bang_khen", SubjectKind::individual, 3}};
  round.opens = Date(20000);
  commit_one(home.store, writing({round}));
  CHECK(encode(home.store.occasion("o").value()) == encode(round));
}

TEMPLATE_TEST_CASE("a query narrows by each member", "[contract]", STORES) {
  TestType home;
  fill(home.store);
  DossierQuery q;
  SECTION("any") { CHECK(ids(home.store.find_dossiers(q)) == "d1 d2 d3 d4"); }
  SECTION("occasion") {
    q.occasions = {"occasion-2", "none"};
    CHECK(ids(home.store.find_dossiers(q)) == "d3");
  }
  SECTION("submission") {
    q.submissions = {"submission-2"};
    CHECK(ids(home.store.find_dossiers(q)) == "d2");
  }
  SECTION("decision") {
    q.decisions = {"decision-1"};
    CHECK(ids(home.store.find_dossiers(q)) == "d4");
  }
  SECTION("unit") {
    q.units = {"unit-2", "unit-1"};
    CHECK(ids(home.store.find_dossiers(q)) == "d1 d2 d3 d4");
    q.units = {"unit-2"};
    CHECK(ids(home.store.find_dossiers(q)) == "d2");
  }
  SECTION("territory") {
    q.territories = {"lang_son"};
    CHECK(ids(home.store.find_dossiers(q)) == "d3");
  }
  SECTION("plan and stage go together") {
    q.plan_stages = {{"plan-a", "review"}, {"plan-b", "review"}};
    CHECK(ids(home.store.find_dossiers(q)) == "d2 d4");
    q.plan_stages = {{"plan-b", "advise"}};
    CHECK(ids(home.store.find_dossiers(q)) == "d3");
    q.plan_stages = {{"plan-a", "advise"}};
    CHECK(home.store.find_dossiers(q).empty());
  }
  SECTION("phase") {
    q.phases = {Phase::under_review, Phase::drafting};
    CHECK(ids(home.store.find_dossiers(q)) == "d1 d2 d3");
  }
  SECTION("form") {
    q.forms = {"giay_khen"};
    CHECK(ids(home.store.find_dossiers(q)) == "d3");
  }
  SECTION("external reference") {
    q.external_ref = "ref-1";
    CHECK(ids(home.store.find_dossiers(q)) == "d1");
    q.external_ref = "ref";
    CHECK(home.store.find_dossiers(q).empty());
  }
  SECTION("code") {
    q.code = "HS-2025-d2";
    CHECK(ids(home.store.find_dossiers(q)) == "d2");
  }
  SECTION("nominee") {
    q.nominee_person = "person-7";
    CHECK(ids(home.store.find_dossiers(q)) == "d1");
    q.nominee_person.reset();
    q.nominee_office = "office-9";
    CHECK(ids(home.store.find_dossiers(q)) == "d4");
  }
  SECTION("all together") {
    q.occasions = {"occasion-1"};
    q.submissions = {"submission-1"};
    q.decisions = {"decision-1"};
    q.units = {"unit-1"};
    q.territories = {"bac_kan"};
    q.plan_stages = {{"plan-a", "review"}};
    q.phases = {Phase::decided};
    q.forms = {"bang_khen"};
    q.code = "HS-2025-d4";
    q.nominee_office = "office-9";
    CHECK(ids(home.store.find_dossiers(q)) == "d4");
    q.nominee_person = "person-7";
    q.external_ref = "ref-1";
    CHECK(home.store.find_dossiers(q).empty());
  }
}

TEMPLATE_TEST_CASE("a value that reads like SQL is a value", "[contract]", STORES) {
  TestType home;
  fill(home.store);
  DossierQuery q;
  q.units = {"unit-1') OR 1=1 --", "\"", "%"};
  CHECK(home.store.find_dossiers(q).empty());
  q.units.clear();
  q.code = "' OR '1'='1";
  CHECK(home.store.find_dossiers(q).empty());
}

TEMPLATE_TEST_CASE("pages follow each other by key, in the order of ids", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  for (const char* id : {"d5", "d3", "d1", "d4", "d2"}) commit_one(home.store, opening(id));
  DossierQuery q;
  q.page.limit = 2;
  CHECK(ids(home.store.find_dossiers(q)) == "d1 d2");
  commit_one(home.store, opening("d0"));  // what is written before the cursor moves nothing behind it
  q.page.after = "d2";
  CHECK(ids(home.store.find_dossiers(q)) == "d3 d4");
  q.page.after = "d4";
  CHECK(ids(home.store.find_dossiers(q)) == "d5");
  q.page.after = "d5";
  CHECK(home.store.find_dossiers(q).empty());
}

TEMPLATE_TEST_CASE("a page's limit stays within 1 and 200", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  std::vector<Change> batch;
  for (int i = 0; i < 205; ++i) batch.push_back(opening("d" + std::to_string(1000 + i)));
  home.store.commit(batch);
  DossierQuery q;
  q.page.limit = 100000;
  CHECK(home.store.find_dossiers(q).size() == 200);
  q.page.limit = 0;
  CHECK(home.store.find_dossiers(q).size() == 1);
}

TEMPLATE_TEST_CASE("submissions, occasions and decisions are found alike", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  Submission s2 = submission("submission-2", "unit-2");
  s2.external_ref = "ref";
  Occasion o2 = occasion("occasion-2", "lang_son");
  o2.plan.id = "plan-b";
  o2.open = false;
  o2.external_ref = "ref";
  Decision q2 = decision("q2");
  q2.state = DecisionState::numbered;
  q2.authority = "director";
  q2.occasion = "occasion-2";
  q2.external_ref = "ref";
  commit_one(home.store, writing({q2, decision("q1"), s2, o2}));

  const Store& store = home.store;
  CHECK(ids(store.find_submissions({})) == "submission-1 submission-2");
  CHECK(ids(store.find_submissions({{}, {"unit-2"}, {}, {}})) == "submission-2");
  CHECK(ids(store.find_submissions({{"occasion-1"}, {}, "ref", {}})) == "submission-2");
  CHECK(store.find_submissions({{"occasion-2"}, {}, {}, {}}).empty());
  CHECK(ids(store.find_occasions({})) == "occasion-1 occasion-2");
  CHECK(ids(store.find_occasions({"plan-b", {}, {}, {}, {}})) == "occasion-2");
  CHECK(ids(store.find_occasions({{}, {"bac_kan"}, {}, {}, {}})) == "occasion-1");
  CHECK(ids(store.find_occasions({{}, {}, true, {}, {}})) == "occasion-1");
  CHECK(ids(store.find_occasions({{}, {}, false, {}, {}})) == "occasion-2");
  CHECK(ids(store.find_occasions({{}, {}, {}, "ref", {}})) == "occasion-2");
  CHECK(ids(store.find_decisions({})) == "q1 q2");
  CHECK(ids(store.find_decisions({{"director"}, {}, {}, {}, {}})) == "q2");
  CHECK(ids(store.find_decisions({{}, {"occasion-1"}, {}, {}, {}})) == "q1");
  CHECK(ids(store.find_decisions({{}, {}, DecisionState::open, {}, {}})) == "q1");
  CHECK(ids(store.find_decisions({{}, {}, {}, "ref", {}})) == "q2");
  CHECK(ids(store.find_decisions({{}, {}, {}, {}, {"q1", 1}})) == "q2");
}

TEMPLATE_TEST_CASE("events are read from a place on, at most so many", "[contract]", STORES) {
  TestType home;
  Change change;
  for (int i = 0; i < 5; ++i) change.events.push_back(event(StreamKind::quota, "k", PlaceReserved{"k", "d"}));
  commit_one(home.store, change);
  const auto some = home.store.events(StreamKind::quota, "k", 2, 2);
  REQUIRE(some.size() == 2);
  CHECK(some[0].n == 2);
  CHECK(some[1].n == 3);
  CHECK(home.store.events(StreamKind::quota, "k", 5, 10).empty());
  CHECK(home.store.raw_events(StreamKind::quota, "k").size() == 5);
  CHECK(home.store.raw_events(StreamKind::quota, "k")[4].n == 4);
}

TEMPLATE_TEST_CASE("streams are listed in order, page by page", "[contract]", STORES) {
  TestType home;
  Change change;
  change.events = {event(StreamKind::quota, "b", PlaceReserved{"b", "d"}),
                   event(StreamKind::decision, "z", DecisionJoined{"d"}),
                   event(StreamKind::quota, "a", PlaceReserved{"a", "d"}),
                   event(StreamKind::quota, "a", PlaceReleased{"a", "d"})};
  commit_one(home.store, change);
  std::string seen;
  std::optional<StreamRef> after;
  for (;;) {
    const auto page = home.store.streams(after, 2);
    if (page.empty()) break;
    for (const StreamRef& it : page) seen += std::string(name_of(it.kind)) + "/" + it.id + " ";
    after = page.back();
  }
  CHECK(seen == "decision/z quota/a quota/b ");
}

TEMPLATE_TEST_CASE("a workspace is saved by whoever saw its version", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  CHECK_FALSE(home.store.save_workspace("d1", 0, "{}"));
  Change change = opening("d1");
  change.workspace = Workspace{"d1", 0, "{\"v\":0}"};
  commit_one(home.store, change);
  CHECK(home.store.save_workspace("d1", 0, "{\"v\":1}") == 1);
  CHECK_FALSE(home.store.save_workspace("d1", 0, "{\"v\":2}"));
  CHECK(home.store.save_workspace("d1", 1, "{\"v\":3}") == 2);
  const Workspace now = home.store.workspace("d1").value();
  CHECK(now.version == 2);
  CHECK(now.content == "{\"v\":3}");
  CHECK(home.store.raw_events(StreamKind::dossier, "d1").size() == 1);

  Change correction;
  correction.workspace = Workspace{"d1", 9, "{\"v\":9}"};
  commit_one(home.store, correction);
  CHECK(home.store.workspace("d1")->version == 9);
}

TEMPLATE_TEST_CASE("people, appointments and tokens come back in order", "[contract]", STORES) {
  TestType home;
  Appointment deputy = appointment("b", Date(10), Date(20));
  deputy.capacity = Capacity::deputy;
  deputy.deputy_for = "a";
  deputy.document = DocumentRef{"12/QD", Date(9)};
  Change change = writing({deputy, account("p2"), appointment("a", Date(1)), account("p1", true)});
  change.tokens = {{"sha-1", "a", Instant{5000}}};
  commit_one(home.store, change);
  CHECK(ids(home.store.appointments()) == "a b");
  CHECK(home.store.appointment("b")->deputy_for == "a");
  CHECK(home.store.appointment("b")->document->number == "12/QD");
  CHECK_FALSE(home.store.appointment("a")->to);
  REQUIRE(home.store.accounts().size() == 2);
  CHECK(home.store.accounts()[0].person == "p1");
  CHECK(home.store.account("p1")->disabled);
  CHECK(home.store.account("p2")->login == "login of p2");
  CHECK(home.store.token("sha-1")->expires == Instant{5000});

  change.next.clear();
  change.tokens[0].expires = Instant{1};
  commit_one(home.store, change);
  CHECK(home.store.token("sha-1")->expires == Instant{1});
}

TEMPLATE_TEST_CASE("codes count up within a year", "[contract]", STORES) {
  TestType home;
  CHECK(home.store.next_code(2025) == "HS-2025-00001");
  CHECK(home.store.next_code(2025) == "HS-2025-00002");
  CHECK(home.store.next_code(2026) == "HS-2026-00001");
}

TEMPLATE_TEST_CASE("no code is given twice, whoever asks", "[contract]", STORES) {
  TestType home;
  std::mutex mutex;
  std::set<std::string> codes;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 8; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 10; ++i) {
          const std::string code = home.store.next_code(2025);
          const std::lock_guard lock(mutex);
          codes.insert(code);
        }
      });
    }
  }
  CHECK(codes.size() == 80);
}

TEMPLATE_TEST_CASE("reads go on while others write", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  std::atomic<bool> done = false;
  std::atomic<int> torn = 0;
  {
    std::vector<std::jthread> readers;
    for (int t = 0; t < 6; ++t) {
      readers.emplace_back([&] {
        while (!done) {
          DossierQuery q;
          q.page.limit = 200;
          // Pairs are committed together, so an odd number would be half a change.
          if (home.store.find_dossiers(q).size() % 2 != 0) ++torn;
        }
      });
    }
    for (int i = 0; i < 40; ++i) {
      Change pair = opening("a" + std::to_string(i));
      const Change other = opening("b" + std::to_string(i));
      pair.events.insert(pair.events.end(), other.events.begin(), other.events.end());
      pair.next.insert(pair.next.end(), other.next.begin(), other.next.end());
      CHECK(commit_one(home.store, pair).status == CommitStatus::done);
    }
    done = true;
  }
  CHECK(torn == 0);
}

TEMPLATE_TEST_CASE("the installation has one id", "[contract]", STORES) {
  TestType home;
  CHECK(home.store.instance().size() == 36);
  CHECK(home.store.instance() == home.store.instance());
}
