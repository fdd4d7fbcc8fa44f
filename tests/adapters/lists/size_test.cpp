// Lists over a hundred thousand dossiers on SQLite: numbers equal the lists behind them, and queries take their index.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "adapters/list_keys.hpp"
#include "adapters/sqlite/sqlite_connection.hpp"
#include "adapters/sqlite/list_query.hpp"
#include "tests/adapters/lists/entries.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

constexpr int kMany = 100'000;
constexpr int kUnits = 500;
constexpr int kOffices = 20;

std::string padded(int number) {
  auto text = std::to_string(number);
  return std::string(6 - text.size(), '0') + text;
}

Date nth_day(int number) { return Date::of(2025, 1, 1).value().plus(number); }

/// Number `i` of many; what it is like follows from the number alone.
ListEntry nth(int i) {
  auto it = entry("d" + padded(i));
  it.code = "HS-2025-" + padded(i);
  it.submission = "s" + std::to_string(i / 10);
  it.occasion = "occasion-" + std::to_string(i % 7);
  it.plan = "plan-" + std::to_string(i % 5);
  it.unit = "unit-" + std::to_string(i % kUnits);
  it.form = i % 3 == 0 ? "bang_khen" : "giay_khen";
  it.subject_kind = static_cast<SubjectKind>(i % 4);
  it.phase = i % 2 == 0 ? Phase::under_review : i % 10 == 1 ? Phase::awarded : Phase::awaiting_receipt;
  it.office.reset();
  if (!is_final(it.phase)) it.office = "office-" + std::to_string(i % kOffices);
  if (i % 9 == 0) it.assignee = "person-" + std::to_string(i % 90);
  if (i % 4 == 0) it.due = nth_day(i % 365);
  it.entered = it.changed = Instant{1'000'000LL + (i * 7919LL) % kMany};
  it.marks = {"unit:" + it.unit, "unit:bac_kan", "stage:office-" + std::to_string(i % kOffices),
              "ours:office-" + std::to_string((i + 1) % kOffices)};
  it.words = "hs 2025 " + padded(i) + " truong thpt so " + std::to_string(i % 1000) + (i % 50'000 == 17 ? " hiem" : "");
  return it;
}

void fill_many(Lists& lists) {
  std::vector<ListEntry> some;
  for (int i = 0; i < kMany; ++i) {
    some.push_back(nth(i));
    if (some.size() < 20'000 && i + 1 < kMany) continue;
    lists.put_entries(some);
    some.clear();
  }
}

std::int64_t expected(const std::function<bool(const ListEntry&)>& keep) {
  static const auto all = [] {
    std::vector<ListEntry> entries;
    for (int i = 0; i < kMany; ++i) entries.push_back(nth(i));
    return entries;
  }();
  return std::ranges::count_if(all, keep);
}

/// Walked by cursor, in the order asked for, each once; as many as counted.
std::int64_t walked(const Lists& lists, const ListScope& scope, const ListFilter& filter, ListOrder order) {
  const auto entries = walk(lists, {scope, filter, order, "", 200});
  std::set<std::string> ids;
  bool in_order = true;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    ids.insert(entries[i].id);
    if (i == 0) continue;
    const auto before = list_key(entries[i - 1], order);
    const auto here = list_key(entries[i], order);
    in_order = in_order && (is_ascending(order) ? before < here : here < before);
  }
  CHECK(in_order);
  CHECK(ids.size() == entries.size());
  CHECK(lists.count(scope, filter) == static_cast<std::int64_t>(entries.size()));
  return static_cast<std::int64_t>(entries.size());
}

std::string plan_of(detail::Connection& reader, const detail::ListSql& sql) {
  std::string text;
  for (const auto& row :
       reader.rows<std::tuple<int, int, int, std::string>>("EXPLAIN QUERY PLAN " + sql.text, sql.values))
    text += std::get<3>(row) + "\n";
  return text;
}

void check_plans(const std::filesystem::path& file) {
  using namespace vinhdanh::detail;
  SqliteConnection reader(file, detail::Access::read);
  const auto scope = marked({"unit:office-3", "stage:office-3", "acted:office-3"});
  const auto mine = filtered([](auto& f) { f.offices = {"office-3"}, f.role = "appraiser", f.free_for = "person-1"; });
  const auto rows = rows_for(reader, scope, mine);
  CHECK(rows.source == ListSource::office);
  for (const std::string after : {"", "20000/d000100"}) {
    const auto plan = plan_of(reader, page_query({scope, mine, ListOrder::due, after, 50}, rows));
    INFO(plan);
    CHECK(plan.find("SEARCH e USING INDEX dossier_list_office (office=?") != std::string::npos);
    CHECK(plan.find("SCAN e") == std::string::npos);
    CHECK(plan.find("TEMP B-TREE") == std::string::npos);
  }
  const auto counted = plan_of(reader, count_query(scope, mine, rows));
  CHECK(counted.find("SEARCH e USING INDEX dossier_list_office (office=?)") != std::string::npos);
  const auto rare = filtered([](auto& f) { f.words = {"hiem"}; });
  const auto few = rows_for(reader, marked({"unit:bac_kan"}), rare);
  CHECK(few.source == ListSource::found);
  CHECK(few.found == "[18,50018]");
  const auto found = plan_of(reader, page_query({anything(), rare, ListOrder::changed, "", 50}, few));
  INFO(found);
  CHECK(found.find("SEARCH e USING INTEGER PRIMARY KEY (rowid=?)") != std::string::npos);
  const auto everything = rows_for(reader, marked({"unit:bac_kan"}), {});
  CHECK(everything.source == ListSource::everything);
  for (const auto order : {ListOrder::opened, ListOrder::due, ListOrder::changed}) {
    const auto plan = plan_of(reader, page_query({marked({"unit:bac_kan"}), {}, order, "", 50}, everything));
    INFO(plan);
    CHECK(plan.find("TEMP B-TREE") == std::string::npos);
  }
  for (const auto source : {ListSource::newest, ListSource::late}) {
    const auto plan = plan_of(reader, page_query({anything(), rare, ListOrder::opened, "d001000", 50}, {source, {}}));
    INFO(plan);
    CHECK(plan.find("TEMP B-TREE") == std::string::npos);
    CHECK(plan.find(source == ListSource::late ? "INDEX dossier_list_late (id<?)" : "SCAN s VIRTUAL TABLE INDEX 192:M2<") !=
          std::string::npos);
  }
}

void check_facets(const Lists& lists, const ListScope& scope, const ListFilter& filter) {
  const std::vector facets{Facet::phase, Facet::plan, Facet::form, Facet::subject_kind, Facet::office};
  std::map<Facet, std::int64_t> sums;
  for (const auto& [facet, value, count] : lists.facets(scope, filter, facets, Date())) {
    sums[facet] += count;
    if (facet != Facet::plan && facet != Facet::phase) continue;
    auto narrowed = filter;
    if (facet == Facet::plan) narrowed.plans = {value};
    if (facet == Facet::phase) narrowed.phases = {parse_name<Phase>(value).value()};
    CHECK(lists.count(scope, narrowed) == count);
  }
  CHECK(sums[Facet::phase] == lists.count(scope, filter));
  CHECK(sums[Facet::form] == lists.count(scope, filter));
}

}  // namespace

TEST_CASE("a search gives the newest first although many entries came late", "[lists]") {
  const int many = GENERATE(1'500, 2'500);  // fewer and more than are merged in
  ListsInSqlite home;
  std::vector<ListEntry> some;
  for (int i = many; i > 0; --i) some.push_back(nth(i));
  some.push_back(nth(many + 1));
  home.lists.put_entries(some);
  const auto words = filtered([](auto& f) { f.words = {"truong"}; });
  CHECK(walked(home.lists, marked({"unit:bac_kan"}), words, ListOrder::opened) == many + 1);
}

TEST_CASE("a hundred thousand dossiers are listed, counted and found as they are", "[lists]") {
  ListsInSqlite home;
  fill_many(home.lists);
  const auto province = marked({"unit:bac_kan"});
  const auto office = marked({"stage:office-3"});

  CHECK(home.lists.count(anything(), {}) == kMany);
  CHECK(home.lists.count(province, {}) == kMany);
  CHECK(walked(home.lists, office, {}, ListOrder::opened) ==
        expected([](const ListEntry& it) { return it.marks[2] == "stage:office-3"; }));
  CHECK(walked(home.lists, marked({"unit:unit-7"}), {}, ListOrder::due) == kMany / kUnits);
  const auto waiting = filtered([](auto& f) { f.offices = {"office-4"}; });
  CHECK(walked(home.lists, province, waiting, ListOrder::due) ==
        expected([](const ListEntry& it) { return it.office == "office-4"; }));
  const auto overdue = filtered([](auto& f) { f.offices = {"office-4"}, f.due_to = nth_day(99); });
  CHECK(walked(home.lists, province, overdue, ListOrder::changed) ==
        expected([](const ListEntry& it) { return it.office == "office-4" && it.due && *it.due <= nth_day(99); }));
  const auto free = filtered([](auto& f) { f.offices = {"office-0"}, f.role = "specialist", f.free_for = "person-0"; });
  CHECK(walked(home.lists, province, free, ListOrder::due) == expected([](const ListEntry& it) {
          return it.office == "office-0" && (!it.assignee || it.assignee == "person-0");
        }));
  const auto done = filtered([](auto& f) { f.open = false, f.marks = {"ours:office-2"}; });
  CHECK(walked(home.lists, province, done, ListOrder::changed) == expected([](const ListEntry& it) {
          return is_final(it.phase) && it.marks[3] == "ours:office-2";
        }));

  const auto rare = filtered([](auto& f) { f.words = {"tru", "hie"}; });
  CHECK(ids_of(walk(home.lists, {province, rare, ListOrder::opened, "", 50})) == "d050017 d000017");
  CHECK(ids_of(walk(home.lists, {marked({"unit:unit-8"}), rare, ListOrder::opened, "", 50})).empty());
  const auto common = filtered([](auto& f) { f.words = {"truong"}; });
  CHECK(home.lists.find({province, common, ListOrder::changed, "", 50}).entries.size() == 50);
  CHECK(home.lists.count(province, common) == kMany);

  check_facets(home.lists, province, {});
  check_facets(home.lists, office, {});
  check_facets(home.lists, province, waiting);
  check_facets(home.lists, marked({"unit:unit-9"}), {});
  check_plans(SqliteStore::database_file(home.folder.path() / "data"));
}
