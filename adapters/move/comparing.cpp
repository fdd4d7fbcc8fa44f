// Both sides are read in one order, so that no row need be looked for.
#include "adapters/move/comparing.hpp"

#include <algorithm>
#include <optional>

#include "adapters/move/feed_cursors.hpp"
#include "adapters/move/move_counts.hpp"
#include "adapters/move/table_pages.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh::detail {
namespace {

constexpr std::size_t most_papers_named = 20;

/// A table row by row.
class Rows {
 public:
  Rows(Connection& session, const MovedTable& table) : pages_(session, table) {}
  std::optional<MovedRow> next() {
    if (at_ == page_.size()) {
      page_ = pages_.next();
      at_ = 0;
    }
    if (page_.empty()) return std::nullopt;
    return std::move(page_[at_++]);
  }

 private:
  TablePages pages_;
  std::vector<MovedRow> page_;
  std::size_t at_ = 0;
};

/// The databases write the same values with other spaces and escapes.
bool same_columns(const MovedRow& a, const MovedRow& b) {
  return a.columns == b.columns || nlohmann::json::parse(a.columns) == nlohmann::json::parse(b.columns);
}

/// Places in the feed are each database's own: there a row is named by its number.
std::string name_of_row(const MovedTable& table, const MovedRow& row, std::int64_t number) {
  return table.name + (table.is_feed ? " number " + std::to_string(number) : " " + row.key);
}

/// As the databases order it: numbers as numbers, texts by their bytes.
nlohmann::json key_of(const MovedTable& table, const MovedRow& row) {
  const auto values = nlohmann::json::parse(row.columns);
  auto key = nlohmann::json::array();
  for (const std::string& name : table.key) {
    const auto column = std::ranges::find(table.columns, name, &MovedColumn::name);
    key.push_back(values.at(static_cast<std::size_t>(column - table.columns.begin())));
  }
  return key;
}

std::string difference(Connection& from, Connection& to, const MovedTable& table, MoveWatch& watch) {
  const std::int64_t total = count_rows(from, table);
  Rows there(from, table), here(to, table);
  std::int64_t done = 0;
  for (;;) {
    const auto a = there.next(), b = here.next();
    if (!a && !b) break;
    ++done;
    if (!b) return name_of_row(table, *a, done) + " is missing";
    if (!a) return name_of_row(table, *b, done) + " is not in the source";
    if (!table.is_feed && a->key != b->key) {
      return key_of(table, *a) < key_of(table, *b) ? name_of_row(table, *a, done) + " is missing"
                                                   : name_of_row(table, *b, done) + " is not in the source";
    }
    if (!same_columns(*a, *b)) return name_of_row(table, *a, done) + " is another";
    watch.went(MovePhase::comparing, table.name, done, total);
  }
  if (done == 0) watch.went(MovePhase::comparing, table.name, 0, total);
  return "";
}

void compare_papers(MovingPapers& from, MovingPapers& to, MoveWatch& watch, std::vector<std::string>& found) {
  const std::int64_t total = count_papers(from);
  std::int64_t done = 0;
  std::size_t named = 0;
  from.each([&](const PaperId& id) {
    const auto bytes = to.get(id);
    const bool same = bytes && bytes == from.get(id);
    if (!same && named++ < most_papers_named) found.push_back("paper " + id + (bytes ? " is another" : " is missing"));
    watch.went(MovePhase::comparing, papers_name, ++done, total);
  });
  if (done == 0) watch.went(MovePhase::comparing, papers_name, 0, total);
  const std::int64_t there = count_papers(to);
  if (there > total) found.push_back(std::to_string(there - total) + " papers are not in the source");
}

void compare_identity(Connection& from, Connection& to, std::vector<std::string>& found) {
  const Identity a = identity_of(from, std::nullopt, ""), b = identity_of(to, std::nullopt, "");
  if (a.instance != b.instance) found.emplace_back("the instance id is another");
  if (a.demo != b.demo) found.emplace_back("the demo mark is another");
}

}  // namespace

std::vector<std::string> differences(MoveSource& source, MoveTarget& target, MoveWatch& watch) {
  std::vector<std::string> found;
  compare_identity(source.session(), target.session(), found);
  for (const MovedTable& table : moved_tables()) {
    const std::string one = difference(source.session(), target.session(), table, watch);
    if (!one.empty()) found.push_back(one);
  }
  if (feed_cursors(source.session()) != feed_cursors(target.session()))
    found.emplace_back("a reader's place in the feed is another");
  compare_papers(source.papers(), target.papers(), watch, found);
  return found;
}

}  // namespace vinhdanh::detail
