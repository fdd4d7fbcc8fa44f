// All stores answer every question about the same entries alike, in whatever order the entries came.
#include <algorithm>
#include <random>

#include "tests/adapters/lists/entries.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

class Asker {
 public:
  explicit Asker(unsigned seed) : random_(seed) {}

  /// Number `i` of few units, offices, people and words, so that every question finds some and leaves some.
  ListEntry some_entry(int i) {
    auto it = entry("d" + std::to_string(1000 + i));
    it.submission = "submission-" + digit(9);
    it.occasion = "occasion-" + digit(3);
    if (one_in(4)) it.decision = "decision-" + digit(3);
    it.plan = "plan-" + digit(3);
    it.unit = "unit-" + digit(6);
    it.form = one_in(2) ? "bang_khen" : "giay_khen";
    it.subject_kind = static_cast<SubjectKind>(random_() % Names<SubjectKind>::all.size());
    it.phase = static_cast<Phase>(random_() % Names<Phase>::all.size());
    it.stage.reset();
    if (!one_in(4)) it.stage = "stage-" + digit(3);
    it.office.reset();
    if (!is_final(it.phase)) it.office = "office-" + digit(4);
    it.roles = one_in(2) ? std::vector<std::string>{"appraiser"} : std::vector<std::string>{"specialist", "office_head"};
    if (one_in(2)) it.assignee = "person-" + digit(3);
    it.reserved = it.assignee && one_in(2);
    if (one_in(2)) it.due = some_day();
    it.held = one_in(5);
    it.changed = Instant{static_cast<std::int64_t>(random_() % 40)};
    if (one_in(2)) it.passes = " stage-" + digit(3) + "=" + digit(9) + "/5";
    if (one_in(3)) it.passes += " stage-" + digit(3) + "!";
    it.all_passes = one_in(3);
    if (one_in(9)) it.external_ref = "ref-" + digit(4);
    it.marks = {"unit:" + it.unit, "stage:office-" + digit(4), "ours:office-" + digit(4)};
    it.words = "hs " + some_word() + " " + some_word() + " " + std::to_string(i);
    return it;
  }

  ListScope some_scope() {
    if (one_in(5)) return anything();
    auto scope = marked({"unit:unit-" + digit(6), "stage:office-" + digit(4)});
    if (one_in(4)) scope.units->push_back("unit-" + digit(6));
    return scope;
  }

  ListFilter some_filter() {
    ListFilter filter;
    if (one_in(6)) filter.phases = {static_cast<Phase>(random_() % 5), Phase::awarded};
    if (one_in(8)) filter.plans = {"plan-" + digit(3)};
    if (one_in(8)) filter.stages = {"stage-1", "stage-" + digit(3)};
    if (one_in(8)) filter.passed = {"stage-1", "stage-" + digit(3)};
    if (one_in(12)) filter.dossiers = {"d10" + digit(9) + "1", "d1002", "d1100"};
    if (one_in(8)) filter.occasions = {"occasion-" + digit(3)};
    if (one_in(8)) filter.submissions = {"submission-" + digit(9), "submission-1", "submission-2"};
    if (one_in(8)) filter.decisions = {"decision-" + digit(3)};
    if (one_in(8)) filter.forms = {"giay_khen"};
    if (one_in(9)) filter.subject_kinds = {SubjectKind::collective, SubjectKind::individual};
    if (one_in(9)) filter.units = {"unit-" + digit(6), "unit-1"};
    if (one_in(5)) filter.offices = {"office-" + digit(4)};
    if (one_in(9)) filter.not_offices = {"office-" + digit(4)};
    if (one_in(6)) filter.role = one_in(2) ? "appraiser" : "office_head";
    if (one_in(9)) filter.assignee = "person-" + digit(3);
    if (one_in(9)) filter.assigned = one_in(2);
    if (one_in(4)) filter.free_for = "person-" + digit(3);
    if (one_in(6)) filter.due_from = some_day();
    if (one_in(6)) filter.due_to = some_day();
    if (one_in(9)) filter.has_due = one_in(2);
    if (one_in(9)) filter.held = one_in(2);
    if (one_in(6)) filter.open = one_in(2);
    if (one_in(6)) filter.marks = {"ours:office-" + digit(4)};
    if (one_in(20)) filter.external_ref = "ref-" + digit(4);
    if (one_in(20)) filter.code = "HS-2025-d10" + digit(9) + digit(9);
    if (one_in(3)) filter.words = {some_word().substr(0, 1 + random_() % 3)};
    if (one_in(6)) filter.words.push_back(one_in(4) ? "%" : some_word());
    return filter;
  }

  ListOrder some_order() { return static_cast<ListOrder>(random_() % Names<ListOrder>::all.size()); }
  int some_limit() { return 1 + static_cast<int>(random_() % 9); }
  /// Leaves most in their order.
  template <class T>
  void disturb(std::vector<T>& list) {
    for (std::size_t i = 0; i < list.size() / 9; ++i) std::swap(list[random_() % list.size()], list[random_() % list.size()]);
  }

 private:
  bool one_in(unsigned n) { return random_() % n == 0; }
  std::string digit(unsigned n) { return std::to_string(random_() % n); }
  Date some_day() { return Date::of(2025, 3, 1 + random_() % 9).value(); }
  std::string some_word() {
    static const std::vector<std::string> words{"binh", "bao", "dong", "kinh", "khanh", "truong", "tan", "y"};
    return words[random_() % words.size()];
  }

  std::mt19937 random_;
};

std::string told(const Lists& lists, const ListScope& scope, const ListFilter& filter) {
  std::vector<Facet> all;
  for (std::size_t i = 0; i < Names<Facet>::all.size(); ++i) all.push_back(static_cast<Facet>(i));
  std::vector<std::string> lines;
  const auto today = Date::of(2025, 3, 4).value();
  for (const auto& [facet, value, count] : lists.facets(scope, filter, all, today))
    lines.push_back(std::string(name_of(facet)) + "=" + value + ":" + std::to_string(count));
  for (const auto& [value, by, count] : lists.crossed(scope, filter, Facet::office, Facet::due_bucket, today))
    lines.push_back("crossed " + value + " " + by + ":" + std::to_string(count));
  for (const auto& [plan, passes, count] : lists.passes(scope, filter))
    lines.push_back("passes " + plan + passes + ":" + std::to_string(count));
  for (const auto& id : lists.dossiers_in(scope, {"d1001", "d1002", "d1003", "d1004"})) lines.push_back("in scope " + id);
  std::ranges::sort(lines);
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEMPLATE_TEST_CASE("a database finds, counts and orders entries as the memory store does", "[lists]", ListsInSqlite,
                   ListsInPostgres) {
  Asker asker(GENERATE(1u, 2u, 3u));
  ListsInMemory memory;
  TestType database;
  std::vector<ListEntry> entries;
  for (int i = 0; i < 300; ++i) entries.push_back(asker.some_entry(i));
  asker.disturb(entries);
  for (int i = 0; i < 60; ++i) {  // some of them change
    entries.push_back(asker.some_entry(i));
    entries.back().version = 1;
  }
  memory.lists.put_entries(entries);
  database.lists.put_entries(entries);
  std::size_t found = 0;
  for (int i = 0; i < 400; ++i) {
    const auto scope = asker.some_scope();
    const auto filter = asker.some_filter();
    const auto order = asker.some_order();
    const auto limit = asker.some_limit();
    INFO("question " << i << ", order " << name_of(order) << ", pages of " << limit);
    const auto ids = ids_of(walk(memory.lists, {scope, filter, order, "", 200}));
    CHECK(ids_of(walk(memory.lists, {scope, filter, order, "", limit})) == ids);
    CHECK(ids_of(walk(database.lists, {scope, filter, order, "", limit})) == ids);
    const auto count = memory.lists.count(scope, filter);
    CHECK(database.lists.count(scope, filter) == count);
    CHECK(told(database.lists, scope, filter) == told(memory.lists, scope, filter));
    found += static_cast<std::size_t>(count);
  }
  CHECK(found > 2000);
}
