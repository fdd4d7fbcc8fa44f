// What every store promises of counts: crossed facets, due buckets, what was passed, and that each equals its list.
#include <set>

#include "engine/model/due_bucket.hpp"
#include "tests/adapters/lists/entries.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

#define LISTS ListsInMemory, ListsInSqlite, ListsInPostgres

namespace {

Date may(unsigned date) { return Date::of(2025, 5, date).value(); }
const Date wednesday = may(7);

ListEntry due_on(const std::string& id, std::optional<Date> due, const std::string& office = "office-1") {
  auto it = entry(id);
  it.due = due;
  it.office = office;
  return it;
}

ListEntry passed(const std::string& id, std::int64_t version, std::string passes, bool all = false) {
  auto it = entry(id);
  it.version = version;
  it.passes = std::move(passes);
  it.all_passes = all;
  return it;
}

/// No database promises an order of counts.
using Lines = std::set<std::string>;

Lines stages_of(const Lists& lists) {
  Lines lines;
  for (const auto& [plan, passes, count] : lists.passes(anything(), {})) lines.insert(plan + passes + ":" + std::to_string(count));
  return lines;
}

}  // namespace

TEST_CASE("a week ends with its Sunday, and every due date is in one bucket", "[lists]") {
  CHECK(due_bucket(std::nullopt, wednesday) == DueBucket::no_due);
  CHECK(due_bucket(may(6), wednesday) == DueBucket::overdue);
  CHECK(due_bucket(may(7), wednesday) == DueBucket::due_today);
  CHECK(due_bucket(may(8), wednesday) == DueBucket::due_this_week);
  CHECK(due_bucket(may(11), wednesday) == DueBucket::due_this_week);
  CHECK(due_bucket(may(12), wednesday) == DueBucket::due_later);
  CHECK(due_bucket(may(12), may(11)) == DueBucket::due_later);  // seen from the Sunday itself
  for (unsigned day = 1; day <= 28; ++day) {
    for (const auto bucket : {DueBucket::overdue, DueBucket::due_today, DueBucket::due_this_week, DueBucket::due_later}) {
      const auto range = due_range(bucket, wednesday);
      const bool within = (!range.from || *range.from <= may(day)) && (!range.to || may(day) <= *range.to);
      CHECK(within == (due_bucket(may(day), wednesday) == bucket));
    }
  }
}

TEMPLATE_TEST_CASE("due buckets are counted as their ranges list them", "[contract]", LISTS) {
  TestType home;
  const std::vector<ListEntry> all{due_on("a", may(6)),  due_on("b", may(7)),  due_on("c", may(11)), due_on("d", may(12)),
                                   due_on("e", may(30)), due_on("f", std::nullopt)};
  home.lists.put_entries(all);
  const std::vector facets{Facet::due_bucket};
  Lines lines;
  for (const auto& [facet, value, count] : home.lists.facets(anything(), {}, facets, wednesday)) {
    lines.insert(value + " " + std::to_string(count));
    const auto bucket = parse_name<DueBucket>(value).value();
    const auto range = due_range(bucket, wednesday);
    ListFilter narrowed;
    narrowed.due_from = range.from;
    narrowed.due_to = range.to;
    narrowed.has_due = bucket != DueBucket::no_due;
    CHECK(home.lists.count(anything(), narrowed) == count);
  }
  CHECK(lines == Lines{"due_later 2", "due_this_week 1", "due_today 1", "no_due 1", "overdue 1"});
}

TEMPLATE_TEST_CASE("crossed facets count each pair that there is, in scope only", "[contract]", LISTS) {
  TestType home;
  auto elsewhere = due_on("d", may(6));
  elsewhere.marks = {"unit:unit-9"};
  auto ended = due_on("e", std::nullopt);
  ended.office.reset();
  const std::vector<ListEntry> all{due_on("a", may(6)), due_on("b", may(6), "office-2"), due_on("c", may(12)), elsewhere, ended};
  home.lists.put_entries(all);
  Lines lines;
  for (const auto& [value, by, count] : home.lists.crossed(marked({"unit:unit-1"}), {}, Facet::office, Facet::due_bucket, wednesday)) {
    lines.insert(value + " " + by + " " + std::to_string(count));
    ListFilter narrowed;
    narrowed.offices = {value};
    narrowed.due_from = due_range(parse_name<DueBucket>(by).value(), wednesday).from;
    narrowed.due_to = due_range(parse_name<DueBucket>(by).value(), wednesday).to;
    narrowed.has_due = true;
    CHECK(home.lists.count(marked({"unit:unit-1"}), narrowed) == count);
  }
  CHECK(lines == Lines{"office-1 due_later 1", "office-1 overdue 1", "office-2 overdue 1"});
  CHECK(home.lists.crossed(marked({}), {}, Facet::office, Facet::stage, wednesday).empty());
}

TEMPLATE_TEST_CASE("what is passed stands behind what was, unless it is all of it", "[contract]", LISTS) {
  TestType home;
  const auto put = [&](const ListEntry& it) { home.lists.put_entries({&it, 1}); };
  put(passed("a", 1, " review=3/10"));
  put(passed("a", 2, ""));
  put(passed("a", 3, " decide=0/-"));
  CHECK(home.lists.entry("a")->passes == " review=3/10 decide=0/-");
  put(passed("a", 2, " advise=9/9"));  // computed from an older state
  CHECK(home.lists.entry("a")->passes == " review=3/10 decide=0/-");
  put(passed("a", 4, " review=3/10", true));
  CHECK(home.lists.entry("a")->passes == " review=3/10");
  put(passed("b", 0, " review=3/10", true));
  put(passed("c", 0, " review!"));
  put(passed("d", 0, ""));
  CHECK(stages_of(home.lists) == Lines{"plan-a review!:1", "plan-a review=3/10:2"});
  const auto by_stage = filtered([](auto& f) { f.passed = {"review", "advise"}; });
  CHECK(ids_of(walk(home.lists, {anything(), by_stage, ListOrder::opened, "", 50})) == "b a");
  CHECK(home.lists.count(anything(), by_stage) == 2);
  CHECK(home.lists.count(anything(), filtered([](auto& f) { f.passed = {"view"}; })) == 0);
  CHECK(home.lists.find({anything(), by_stage}).entries.front().passes == " review=3/10");
}

TEMPLATE_TEST_CASE("of dossiers those are left that are in scope", "[contract]", LISTS) {
  TestType home;
  auto elsewhere = entry("b");
  elsewhere.marks = {"unit:unit-9"};
  const std::vector<ListEntry> all{entry("a"), elsewhere};
  home.lists.put_entries(all);
  CHECK(home.lists.dossiers_in(marked({"unit:unit-1"}), {"a", "b", "c"}) == std::set<DossierId>{"a"});
  CHECK(home.lists.dossiers_in(anything(), {"b", "c"}) == std::set<DossierId>{"b"});
  CHECK(home.lists.dossiers_in(anything(), {}).empty());
}
