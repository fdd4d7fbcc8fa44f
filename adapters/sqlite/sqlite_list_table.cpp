// Runs the queries and puts their rows together.
#include "adapters/sqlite/sqlite_list_table.hpp"

#include <algorithm>

#include "adapters/sql/connection.hpp"
#include "adapters/sqlite/list_query.hpp"
#include "adapters/sqlite/list_rows.hpp"

namespace vinhdanh::detail {
namespace {

std::vector<ListRow> fetched(Connection& reader, const ListRequest& request, const ListRows& rows) {
  const ListSql sql = page_query(request, rows);
  return reader.rows<ListRow>(sql.text, sql.values);
}

/// Newest first: what the index of the search gives in that order, and what does not stand in it.
std::vector<ListRow> newest(Connection& reader, const ListRequest& request) {
  const auto later_id = [](const ListRow& left, const ListRow& right) { return std::get<0>(left) > std::get<0>(right); };
  auto rows = fetched(reader, request, {ListSource::newest, {}});
  auto late = fetched(reader, request, {ListSource::late, {}});
  const auto end_of_newest = static_cast<std::ptrdiff_t>(rows.size());
  std::ranges::move(late, std::back_inserter(rows));
  std::ranges::inplace_merge(rows, rows.begin() + end_of_newest, later_id);
  return rows;
}

}  // namespace

std::vector<ListRow> SqliteListTable::page(Connection& reader, const ListRequest& request) const {
  if (is_newest_search(reader, request)) return newest(reader, request);
  return fetched(reader, request, rows_for(reader, request.scope, request.filter));
}

std::int64_t SqliteListTable::count(Connection& reader, const ListScope& scope, const ListFilter& filter) const {
  auto searched = searched_count(scope, filter);
  const ListSql sql = searched ? std::move(*searched) : count_query(scope, filter, rows_for(reader, scope, filter));
  return reader.value<std::int64_t>(sql.text, sql.values).value_or(0);
}

std::vector<FacetCount> SqliteListTable::facets(Connection& reader, const ListScope& scope, const ListFilter& filter,
                                                std::span<const Facet> facets, Date today) const {
  const auto rows = rows_for(reader, scope, filter);
  std::vector<FacetCount> found;
  for (const Facet facet : facets) {
    const ListSql sql = facet_query(scope, filter, rows, counting({&facet, 1}, today));
    for (auto& [value, count] : reader.rows<std::tuple<std::string, std::int64_t>>(sql.text, sql.values))
      found.push_back({facet, std::move(value), count});
  }
  return found;
}

std::vector<CountedPair> SqliteListTable::pairs(Connection& reader, const ListScope& scope, const ListFilter& filter,
                                                const Counting& counting) const {
  const ListSql sql = facet_query(scope, filter, rows_for(reader, scope, filter), counting);
  return reader.rows<CountedPair>(sql.text, sql.values);
}

std::set<std::string> SqliteListTable::named(Connection& reader, const ListScope& scope, const ListFilter& among) const {
  const auto source = !among.submissions.empty() ? ListSource::submission
                      : !among.decisions.empty() ? ListSource::decision
                                                 : ListSource::everything;
  const ListSql sql = distinct_query(scope, among, source);
  std::set<std::string> found;
  for (auto& [value] : reader.rows<std::tuple<std::string>>(sql.text, sql.values)) found.insert(std::move(value));
  return found;
}

std::optional<StoredWords> SqliteListTable::words(Connection& reader, const DossierId& id) const {
  auto stored = stored_entry(reader, id);
  if (!stored) return std::nullopt;
  return StoredWords{std::move(stored->marks), std::move(stored->words)};
}

void SqliteListTable::put(Connection& writer, std::span<const ListEntry> entries) const {
  for (const ListEntry& entry : entries) put_entry(writer, entry);
}

void SqliteListTable::put_words(Connection& writer, const DossierId& id, const std::string& words) const {
  detail::put_words(writer, id, words);
}

}  // namespace vinhdanh::detail
