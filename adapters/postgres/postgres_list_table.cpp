// Lists are asked for as the program means them, and read through a view that repeats the scope (migrations/0002_guards.sql).
#include "adapters/postgres/postgres_list_table.hpp"

#include <algorithm>

#include "adapters/list_keys.hpp"
#include "adapters/postgres/changes_document.hpp"
#include "adapters/sql/connection.hpp"
#include "adapters/sql/list_where.hpp"
#include "adapters/sql/statements_lists.hpp"

namespace vinhdanh::detail {
namespace {

constexpr std::string_view name_scope =
    "SELECT 1 FROM (SELECT set_config('vinhdanh.everything', :everything, false), set_config('vinhdanh.units', :units, false), "
    "set_config('vinhdanh.marks', :marks, false)) AS named";

std::string joined(const std::vector<std::string>& list) {
  std::string all;
  for (const auto& item : list) all += (all.empty() ? "" : " ") + item;
  return all;
}

/// From here on this session's view shows this scope.
void name_scope_in(Connection& reader, const ListScope& scope) {
  reader.value<int>(name_scope, std::string(scope.units ? "no" : "yes"), joined(scope.units.value_or(std::vector<OfficeId>{})),
                    joined(scope.marks));
}

/// `FROM` the entries with all conditions. The planner knows how many rows each leaves and takes what index it likes.
void from(Asking& asking, const ListScope& scope, const ListFilter& filter) {
  asking.add(" FROM dossier_list e");
  const std::string search = search_of(Dialect::postgres, scope, filter);
  if (!search.empty()) asking.where("e.search @@ CAST(" + asking.value(search) + " AS tsquery)");
  narrow(asking, scope, filter, {.search = !search.empty()});
}

ListSql counted(const ListScope& scope, const ListFilter& filter, const Counting& counting) {
  Asking asking(Dialect::postgres, counting.head());
  from(asking, scope, filter);
  counting.tail(asking);
  return std::move(asking).done();
}

constexpr std::string_view stored_words = "SELECT marks, words FROM dossier_list WHERE id = :id";
constexpr std::size_t most_entries = 500;  ///< in one document
constexpr std::string_view put_entries =
    "SELECT CAST(write_entries(CAST(:document AS jsonb), CAST(ARRAY[NULL] AS text[])) AS text)";

/// How many, from the first: one statement writes a row once.
std::size_t of_different_dossiers(std::span<const ListEntry> entries) {
  std::set<DossierId> seen;
  std::size_t count = 0;
  while (count < entries.size() && seen.insert(entries[count].id).second) ++count;
  return count;
}

}  // namespace

std::vector<ListRow> PostgresListTable::page(Connection& reader, const ListRequest& request) const {
  name_scope_in(reader, request.scope);
  Asking asking(Dialect::postgres, "SELECT " + all_entry_columns(Dialect::postgres) +
                                       " FROM entries_in_scope e WHERE e.id IN (SELECT k.id FROM (SELECT e.id");
  from(asking, request.scope, request.filter);
  beyond(asking, request);
  asking.add(in_order(request.order) + " LIMIT " + std::to_string(list_limit(request.limit) + 1) + ") k)" +
             in_order(request.order));
  const ListSql sql = std::move(asking).done();
  return reader.rows<ListRow>(sql.text, sql.values);
}

std::int64_t PostgresListTable::count(Connection& reader, const ListScope& scope, const ListFilter& filter) const {
  Asking asking(Dialect::postgres, "SELECT count(*)");
  from(asking, scope, filter);
  const ListSql sql = std::move(asking).done();
  return reader.value<std::int64_t>(sql.text, sql.values).value_or(0);
}

std::vector<FacetCount> PostgresListTable::facets(Connection& reader, const ListScope& scope, const ListFilter& filter,
                                                  std::span<const Facet> facets, Date today) const {
  std::vector<FacetCount> found;
  for (const Facet facet : facets) {
    const ListSql sql = counted(scope, filter, counting({&facet, 1}, today));
    for (auto& [value, count] : reader.rows<std::tuple<std::string, std::int64_t>>(sql.text, sql.values))
      found.push_back({facet, std::move(value), count});
  }
  return found;
}

std::vector<CountedPair> PostgresListTable::pairs(Connection& reader, const ListScope& scope, const ListFilter& filter,
                                                  const Counting& counting) const {
  const ListSql sql = counted(scope, filter, counting);
  return reader.rows<CountedPair>(sql.text, sql.values);
}

std::set<std::string> PostgresListTable::named(Connection& reader, const ListScope& scope, const ListFilter& among) const {
  const char* column = !among.submissions.empty() ? "submission" : !among.decisions.empty() ? "decision" : "id";
  Asking asking(Dialect::postgres, std::string("SELECT DISTINCT e.") + column);
  from(asking, scope, among);
  const ListSql sql = std::move(asking).done();
  std::set<std::string> found;
  for (auto& [value] : reader.rows<std::tuple<std::string>>(sql.text, sql.values)) found.insert(std::move(value));
  return found;
}

std::optional<StoredWords> PostgresListTable::words(Connection& reader, const DossierId& id) const {
  auto row = reader.row<std::tuple<std::string, std::string>>(stored_words, id);
  if (!row) return std::nullopt;
  return StoredWords{std::move(std::get<0>(*row)), std::move(std::get<1>(*row))};
}

void PostgresListTable::put(Connection& writer, std::span<const ListEntry> entries) const {
  while (!entries.empty()) {
    const std::size_t count = of_different_dossiers(entries.first(std::min(entries.size(), most_entries)));
    writer.value<std::string>(put_entries, entries_document(entries.first(count)));
    entries = entries.subspan(count);
  }
}

void PostgresListTable::put_words(Connection& writer, const DossierId& id, const std::string& words) const {
  writer.change(sql::put_entry_words, between_spaces(words), id);
}

}  // namespace vinhdanh::detail
