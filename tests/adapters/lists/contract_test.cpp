// What every store promises of lists: scope, filters, orders, pages, facets, search and saved views.
#include <atomic>
#include <functional>
#include <set>
#include <thread>

#include "tests/adapters/lists/entries.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

#define LISTS ListsInMemory, ListsInSqlite, ListsInPostgres

namespace {

Date march(unsigned date) { return Date::of(2025, 3, date).value(); }

std::string found(const Lists& lists, const ListFilter& filter, ListOrder order = ListOrder::opened,
                  const ListScope& scope = anything()) {
  const auto entries = walk(lists, {scope, filter, order, "", 2});
  CHECK(lists.count(scope, filter) == static_cast<std::int64_t>(entries.size()));
  return ids_of(entries);
}

/// a … e, each different in what can be asked for.
template <class Home>
void fill_lists(Home& home) {
  auto a = entry("a");
  a.due = march(10);
  a.changed = Instant{300};
  auto b = entry("b");
  b.phase = Phase::drafting;
  b.stage.reset();
  b.office = "unit-2";
  b.unit = "unit-2";
  b.hand = "unit";
  b.roles = {"unit_clerk"};
  b.marks = {"unit:unit-2", "unit:bac_kan"};
  b.words = "hs 2025 so y te";
  b.changed = Instant{100};
  auto c = entry("c");
  c.due = march(5);
  c.held = true;
  c.assignee = "person-7";
  c.reserved = true;
  c.subject_kind = SubjectKind::individual;
  c.marks = {"unit:unit-1", "stage:office-1", "ours:unit-1"};
  c.changed = Instant{200};
  auto d = entry("d");
  d.phase = Phase::proposed;
  d.assignee = "person-7";
  d.office = "office-2";
  d.roles = {"office_head"};
  d.decision = "decision-1";
  d.due = march(10);
  d.occasion = "occasion-2";
  d.changed = Instant{400};
  auto e = entry("e");
  e.phase = Phase::awarded;
  e.office.reset();
  e.hand = "";
  e.roles = {};
  e.submission = "submission-2";
  e.form = "giay_khen";
  e.plan = "plan-b";
  e.external_ref = "ref-e";
  e.changed = Instant{300};
  const std::vector<ListEntry> all{c, a, e, d, b};
  home.lists.put_entries(all);
}

}  // namespace

TEMPLATE_TEST_CASE("an entry comes back as it was put, with its marks and words", "[contract]", LISTS) {
  TestType home;
  auto it = entry("a");
  it.version = 7;
  it.decision = "decision-1";
  it.assignee = "person-1";
  it.reserved = true;
  it.external_ref = "ref-1";
  it.due = march(10);
  it.held = true;
  it.subject_kind = SubjectKind::household;
  it.entered = Instant{5};
  it.changed = Instant{6};
  home.lists.put_entries({&it, 1});
  const auto back = home.lists.entry("a");
  REQUIRE(back);
  CHECK(back->version == 7);
  CHECK(back->code == it.code);
  CHECK(back->decision == it.decision);
  CHECK(back->assignee == it.assignee);
  CHECK(back->reserved);
  CHECK(back->due == it.due);
  CHECK(back->external_ref == it.external_ref);
  CHECK(back->held);
  CHECK(back->subject_kind == it.subject_kind);
  CHECK(back->phase == it.phase);
  CHECK(back->stage == it.stage);
  CHECK(back->office == it.office);
  CHECK(back->hand == it.hand);
  CHECK(back->roles == it.roles);
  CHECK(back->marks == it.marks);
  CHECK(back->words == it.words);
  CHECK(back->entered == it.entered);
  CHECK(back->changed == it.changed);
  CHECK_FALSE(home.lists.entry("b"));
}

TEMPLATE_TEST_CASE("an entry of an older version replaces none, and one without words keeps them", "[contract]", LISTS) {
  TestType home;
  auto it = entry("a");
  it.version = 4;
  home.lists.put_entries({&it, 1});
  it.version = 3;
  it.hand = "send";
  home.lists.put_entries({&it, 1});
  CHECK(home.lists.entry("a")->hand == "propose");
  it.version = 5;
  it.words.reset();
  home.lists.put_entries({&it, 1});
  CHECK(home.lists.entry("a")->hand == "send");
  CHECK(home.lists.entry("a")->words == "hs 2025 truong binh gia");
}

TEMPLATE_TEST_CASE("entries are committed with their change, or not at all", "[contract]", LISTS) {
  TestType home;
  lay_ground(home.store);
  auto change = opening("d1");
  change.entries = {entry("d1")};
  REQUIRE(commit_one(home.store, change).status == CommitStatus::done);
  CHECK(found(home.lists, {}) == "d1");
  auto stale = opening("d1");
  stale.entries = {entry("d1")};
  stale.entries[0].hand = "never";
  CHECK(commit_one(home.store, stale).status == CommitStatus::stale);
  CHECK(home.lists.entry("d1")->hand == "propose");
}

TEMPLATE_TEST_CASE("scope is by unit or by mark, and what is outside is neither listed nor counted", "[contract]",
                   LISTS) {
  TestType home;
  fill_lists(home);
  CHECK(found(home.lists, {}) == "e d c b a");
  CHECK(found(home.lists, {}, ListOrder::opened, marked({})).empty());
  CHECK(found(home.lists, {}, ListOrder::opened, marked({"unit:unit-2"})) == "b");
  CHECK(found(home.lists, {}, ListOrder::opened, marked({"unit:unit-2", "ours:unit-1"})) == "c b");
  CHECK(found(home.lists, {}, ListOrder::opened, marked({"unit:unit"})).empty());
  CHECK(found(home.lists, {}, ListOrder::opened, {std::vector<OfficeId>{"unit-2"}, {}}) == "b");
  CHECK(found(home.lists, {}, ListOrder::opened, {std::vector<OfficeId>{"unit-2"}, {"ours:unit-1"}}) == "c b");
  const std::vector facets{Facet::unit};
  const auto counts = home.lists.facets(marked({"unit:unit-2"}), {}, facets, march(6));
  REQUIRE(counts.size() == 1);
  CHECK(counts[0].value == "unit-2");
}

TEMPLATE_TEST_CASE("each member of a filter narrows", "[contract]", LISTS) {
  TestType home;
  fill_lists(home);
  const auto of = [&](const std::function<void(ListFilter&)>& set) { return found(home.lists, filtered(set)); };
  CHECK(of([](auto& f) { f.phases = {Phase::drafting, Phase::awarded}; }) == "e b");
  CHECK(of([](auto& f) { f.plans = {"plan-b"}; }) == "e");
  CHECK(of([](auto& f) { f.stages = {"appraisal"}; }) == "e d c a");
  CHECK(of([](auto& f) { f.occasions = {"occasion-2"}; }) == "d");
  CHECK(of([](auto& f) { f.submissions = {"submission-2", "x"}; }) == "e");
  CHECK(of([](auto& f) { f.decisions = {"decision-1"}; }) == "d");
  CHECK(of([](auto& f) { f.forms = {"giay_khen"}; }) == "e");
  CHECK(of([](auto& f) { f.subject_kinds = {SubjectKind::individual}; }) == "c");
  CHECK(of([](auto& f) { f.units = {"unit-2"}; }) == "b");
  CHECK(of([](auto& f) { f.offices = {"office-1"}; }) == "c a");
  CHECK(of([](auto& f) { f.offices = {"office-1", "office-2"}; }) == "d c a");
  CHECK(of([](auto& f) { f.not_offices = {"office-1", "unit-2"}; }) == "e d");
  CHECK(of([](auto& f) { f.role = "appraiser"; }) == "c a");
  CHECK(of([](auto& f) { f.role = "apprais"; }).empty());
  CHECK(of([](auto& f) { f.assignee = "person-7"; }) == "d c");
  CHECK(of([](auto& f) { f.assigned = false; }) == "e b a");
  CHECK(of([](auto& f) { f.free_for = "person-1"; }) == "e d b a");
  CHECK(of([](auto& f) { f.free_for = "person-7"; }) == "e d c b a");
  CHECK(of([](auto& f) { f.free_for = "person-1", f.offices = {"office-1"}; }) == "a");
  CHECK(of([](auto& f) { f.due_to = march(9); }) == "c");
  CHECK(of([](auto& f) { f.due_from = march(6); }) == "d a");
  CHECK(of([](auto& f) { f.due_from = f.due_to = march(10); }) == "d a");
  CHECK(of([](auto& f) { f.due_from = march(11), f.due_to = march(10); }).empty());
  CHECK(of([](auto& f) { f.has_due = false; }) == "e b");
  CHECK(of([](auto& f) { f.has_due = true; }) == "d c a");
  CHECK(of([](auto& f) { f.held = true; }) == "c");
  CHECK(of([](auto& f) { f.open = false; }) == "e");
  CHECK(of([](auto& f) { f.open = true; }) == "d c b a");
  CHECK(of([](auto& f) { f.marks = {"unit:unit-1", "ours:unit-1"}; }) == "c");
  CHECK(of([](auto& f) { f.code = "HS-2025-b"; }) == "b");
  CHECK(of([](auto& f) { f.external_ref = "ref-e"; }) == "e");
  CHECK(of([](auto& f) { f.offices = {"office-1"}, f.due_to = march(5), f.role = "appraiser"; }) == "c");
}

TEMPLATE_TEST_CASE("lists have three orders, each with its pages", "[contract]", LISTS) {
  TestType home;
  fill_lists(home);
  CHECK(found(home.lists, {}, ListOrder::opened) == "e d c b a");
  CHECK(found(home.lists, {}, ListOrder::due) == "c a d b e");
  CHECK(found(home.lists, {}, ListOrder::changed) == "d e a c b");
  CHECK(found(home.lists, filtered([](auto& f) { f.offices = {"office-1"}; }), ListOrder::due) == "c a");
  CHECK(found(home.lists, filtered([](auto& f) { f.words = {"hs"}; }), ListOrder::changed) == "d e a c b");
  CHECK(found(home.lists, {}, ListOrder::due, marked({"unit:bac_kan"})) == "a d b e");
  ListRequest whole{anything(), {}, ListOrder::opened, "", 5};
  CHECK_FALSE(home.lists.find(whole).next);
  whole.limit = 4;
  CHECK(home.lists.find(whole).next == "b");
}

TEMPLATE_TEST_CASE("a page goes on where it ended although entries come and go", "[contract]", LISTS) {
  TestType home;
  fill_lists(home);
  ListRequest request{anything(), {}, ListOrder::opened, "", 2};
  const auto first = home.lists.find(request);
  CHECK(ids_of(first.entries) == "e d");
  auto newest = entry("f");
  auto moved = entry("c");
  moved.version = 1;
  moved.changed = Instant{900};
  home.lists.put_entries(std::vector{newest, moved});
  request.after = *first.next;
  CHECK(ids_of(walk(home.lists, request)) == "c b a");
}

TEMPLATE_TEST_CASE("words are found by their beginnings and taken literally", "[contract]", LISTS) {
  TestType home;
  fill_lists(home);
  auto odd = entry("f");
  odd.words = "đặng 100% a\"b c_d";
  home.lists.put_entries({&odd, 1});
  const auto words = [&](std::vector<std::string> list) {
    return found(home.lists, filtered([&](auto& f) { f.words = list; }));
  };
  CHECK(words({"tru"}) == "e d c a");
  CHECK(words({"truong", "gia"}) == "e d c a");
  CHECK(words({"gia", "y"}).empty());
  CHECK(words({"y", "so"}) == "b");
  CHECK(words({"ruong"}).empty());
  CHECK(words({"đặ"}) == "f");
  CHECK(words({"%"}).empty());
  CHECK(words({"_"}).empty());
  CHECK(words({"100%"}) == "f");
  CHECK(words({"a\""}) == "f");
  CHECK(words({"c_"}) == "f");
  CHECK(words({"c%"}).empty());
  for (const std::string typed : {"\"", "'", "*", "OR", "NOT", "words:truong", "NEAR(", "unit:unit-1", "a* OR b", ")"}) {
    INFO(typed);
    CHECK(words({typed}).empty());
  }
}

TEMPLATE_TEST_CASE("facets count what the list narrowed to each value holds", "[contract]", LISTS) {
  TestType home;
  fill_lists(home);
  std::vector<Facet> all;
  for (std::size_t i = 0; i < Names<Facet>::all.size(); ++i) all.push_back(static_cast<Facet>(i));
  std::string text;
  for (const auto& [facet, value, count] : home.lists.facets(marked({"unit:bac_kan"}), {}, all, march(6)))
    text += std::string(name_of(facet)) + " " + value + " " + std::to_string(count) + "\n";
  CHECK(text == "phase awarded 1\nphase drafting 1\nphase proposed 1\nphase under_review 1\n"
                "plan plan-a 3\nplan plan-b 1\nstage appraisal 3\noccasion occasion-1 3\noccasion occasion-2 1\n"
                "form bang_khen 3\nform giay_khen 1\nsubject_kind collective 4\nunit unit-1 3\nunit unit-2 1\n"
                "office office-1 1\noffice office-2 1\noffice unit-2 1\nassignee person-7 1\ndue_bucket due_later 2\ndue_bucket no_due 2\n");
  const std::vector one{Facet::form};
  CHECK(home.lists.facets(anything(), filtered([](auto& f) { f.words = {"truong"}; }), one, march(6))[0].count == 3);
}

TEMPLATE_TEST_CASE("a workspace is saved together with the words of its dossier", "[contract]", LISTS) {
  TestType home;
  lay_ground(home.store);
  auto change = opening("d1");
  change.entries = {entry("d1")};
  change.workspace = Workspace{"d1", 0, "{}"};
  REQUIRE(commit_one(home.store, change).status == CommitStatus::done);
  CHECK(home.lists.save_workspace("d1", 0, "{\"a\":1}", "dong kinh") == 1);
  CHECK(home.store.workspace("d1")->content == "{\"a\":1}");
  CHECK(found(home.lists, filtered([](auto& f) { f.words = {"kinh"}; })) == "d1");
  CHECK(found(home.lists, filtered([](auto& f) { f.words = {"binh"}; })).empty());
  CHECK_FALSE(home.lists.save_workspace("d1", 0, "{}", "lost"));
  CHECK(home.lists.save_workspace("d1", 1, "{}", std::nullopt) == 2);
  CHECK(home.lists.entry("d1")->words == "dong kinh");
}

TEMPLATE_TEST_CASE("a saved view is a person's own and replaced only by who saw it", "[contract]", LISTS) {
  TestType home;
  CHECK(home.lists.save_view({"v1", "person-1", "Quá hạn", "{}", 0}, 9) == ViewSaved::done);
  CHECK(home.lists.save_view({"v1", "person-1", "Khác", "{}", 0}, 9) == ViewSaved::changed);
  CHECK(home.lists.save_view({"v1", "person-1", "Mới", "{\"a\":1}", 1}, 9) == ViewSaved::done);
  CHECK(home.lists.save_view({"v1", "person-1", "Trễ", "{}", 1}, 9) == ViewSaved::changed);
  CHECK(home.lists.save_view({"v2", "person-1", "Đã xóa", "{}", 3}, 9) == ViewSaved::changed);
  CHECK(home.lists.save_view({"v1", "person-2", "Của tôi", "{}", 0}, 9) == ViewSaved::done);
  const auto views = home.lists.views("person-1");
  REQUIRE(views.size() == 1);
  CHECK(views[0].name == "Mới");
  CHECK(views[0].filter == "{\"a\":1}");
  CHECK(views[0].version == 2);
  home.lists.drop_view("person-1", "v1");
  CHECK(home.lists.views("person-1").empty());
  CHECK(home.lists.views("person-2").size() == 1);
}

TEMPLATE_TEST_CASE("of views made at the same time no more are kept than a person may have", "[contract]", LISTS) {
  TestType home;
  REQUIRE(home.lists.save_view({"other", "person-2", "Khác", "{}", 0}, 5) == ViewSaved::done);
  std::vector<std::thread> together;
  std::atomic<int> done = 0, refused = 0;
  for (int i = 0; i < 8; ++i) {
    together.emplace_back([&, i] {
      for (int n = 0; n < 4; ++n) {
        const auto id = "v" + std::to_string(10 * i + n);
        const auto saved = home.lists.save_view({id, "person-1", "Của tôi", "{}", 0}, 5);
        ++(saved == ViewSaved::done ? done : refused);
      }
    });
  }
  for (auto& thread : together) thread.join();
  CHECK(done == 5);
  CHECK(refused == 27);
  const auto views = home.lists.views("person-1");
  REQUIRE(views.size() == 5);
  CHECK(home.lists.save_view({"more", "person-1", "Thêm", "{}", 0}, 5) == ViewSaved::too_many);
  CHECK(home.lists.save_view({views[0].id, "person-1", "Đổi tên", "{}", 1}, 5) == ViewSaved::done);
  home.lists.drop_view("person-1", views[1].id);
  CHECK(home.lists.save_view({"more", "person-1", "Thêm", "{}", 0}, 5) == ViewSaved::done);
}

TEMPLATE_TEST_CASE("submissions and decisions are told by their entries in scope", "[contract]", LISTS) {
  TestType home;
  fill_lists(home);
  const std::vector<SubmissionId> both{"submission-1", "submission-2", "none"};
  CHECK(home.lists.submissions_in(anything(), both) == std::set<SubmissionId>{"submission-1", "submission-2"});
  CHECK(home.lists.submissions_in(anything(), {"submission-2"}) == std::set<SubmissionId>{"submission-2"});
  CHECK(home.lists.submissions_in(marked({"unit:unit-2"}), both) == std::set<SubmissionId>{"submission-1"});
  CHECK(home.lists.submissions_in({std::vector<OfficeId>{"unit-2"}, {}}, both) == std::set<SubmissionId>{"submission-1"});
  CHECK(home.lists.submissions_in(marked({}), both).empty());
  CHECK(home.lists.submissions_in(anything(), {}).empty());
  CHECK(home.lists.decisions_in(anything(), {"decision-1", "none"}) == std::set<DecisionId>{"decision-1"});
  CHECK(home.lists.decisions_in(marked({"stage:office-1"}), {"decision-1"}) == std::set<DecisionId>{"decision-1"});
  CHECK(home.lists.decisions_in(marked({"unit:unit-2"}), {"decision-1"}).empty());
  CHECK(home.lists.decisions_in(marked({}), {"decision-1"}).empty());
  CHECK(home.lists.decisions_in(anything(), {}).empty());
}

TEMPLATE_TEST_CASE("the lists say what they were computed for", "[contract]", LISTS) {
  TestType home;
  CHECK(home.lists.computed_for().empty());
  home.lists.set_computed_for("2025-03-10");
  CHECK(home.lists.computed_for() == "2025-03-10");
}
