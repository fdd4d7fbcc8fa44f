// Lists are asked for as the program means them, and read through a view that repeats the scope (migrations/0002_guards.sql).
#include "adapters/postgres/postgres_list_table.hpp"

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

/// `FROM` the table with all its conditions. The planner knows how many rows each leaves and takes what index it likes.
void from(Asking& asking, const ListScope& scope, const ListFilter& filter, const char* table) {
  asking.add(std::string(" FROM ") + table + " e");
  const std::string search = search_of(Dialect::postgres, scope, filter);
  if (!search.empty()) asking.where("e.search @@ CAST(" + asking.value(search) + " AS tsquery)");
  asking.in("e.code", filter.code ? std::vector{*filter.code} : std::vector<std::string>{});
  narrow(asking, scope, filter, {.code = true, .search = !search.empty()});
}

std::string number_of(ListOrder order) {
  if (order == ListOrder::due) return "due";
  return order == ListOrder::changed ? "changed" : "";
}

std::string in_order(ListOrder order) {
  const std::string number = number_of(order);
  const std::string way = is_ascending(order) ? "" : " DESC";
  return " ORDER BY " + (number.empty() ? "" : "e." + number + way + ", ") + "e.id" + way;
}

void beyond(Asking& asking, const ListRequest& request) {
  if (request.after.empty()) return;
  const ListKey key = key_of(request.after, request.order);
  const std::string number = number_of(request.order);
  const char* further = is_ascending(request.order) ? " > " : " < ";
  if (number.empty()) return asking.where(std::string("e.id") + further + asking.value(key.id));
  const auto bound = "CAST(" + asking.value(std::to_string(key.number)) + " AS bigint)";
  asking.where("(e." + number + ", e.id)" + further + "(" + bound + ", " + asking.value(key.id) + ")");
}

constexpr std::string_view stored_words = "SELECT marks, words FROM dossier_list WHERE id = :id";
constexpr std::string_view put_entry =
    "SELECT CAST(write_entries(CAST(:document AS jsonb), CAST(ARRAY[NULL] AS text[])) AS text)";

}  // namespace

std::vector<ListRow> PostgresListTable::page(Connection& reader, const ListRequest& request) const {
  name_scope_in(reader, request.scope);
  Asking asking(Dialect::postgres, "SELECT " + std::string(sql::entry_columns) +
                                       " FROM entries_in_scope e WHERE e.id IN (SELECT k.id FROM (SELECT e.id");
  from(asking, request.scope, request.filter, "dossier_list");
  beyond(asking, request);
  asking.add(in_order(request.order) + " LIMIT " + std::to_string(list_limit(request.limit) + 1) + ") k)" +
             in_order(request.order));
  const ListSql sql = std::move(asking).done();
  return reader.rows<ListRow>(sql.text, sql.values);
}

std::int64_t PostgresListTable::count(Connection& reader, const ListScope& scope, const ListFilter& filter) const {
  Asking asking(Dialect::postgres, "SELECT count(*)");
  from(asking, scope, filter, "dossier_list");
  const ListSql sql = std::move(asking).done();
  return reader.value<std::int64_t>(sql.text, sql.values).value_or(0);
}

std::vector<FacetCount> PostgresListTable::facets(Connection& reader, const ListScope& scope, const ListFilter& filter,
                                                  std::span<const Facet> facets) const {
  std::vector<FacetCount> found;
  for (const Facet facet : facets) {
    const std::string column = "e." + std::string(name_of(facet));
    Asking asking(Dialect::postgres, "SELECT " + column + ", count(*)");
    from(asking, scope, filter, "dossier_list");
    asking.where(column + " IS NOT NULL");
    asking.add(" GROUP BY " + column);
    const ListSql sql = std::move(asking).done();
    for (auto& [value, count] : reader.rows<std::tuple<std::string, std::int64_t>>(sql.text, sql.values))
      found.push_back({facet, std::move(value), count});
  }
  return found;
}

std::set<std::string> PostgresListTable::named(Connection& reader, const ListScope& scope, const ListFilter& among) const {
  Asking asking(Dialect::postgres, std::string("SELECT DISTINCT e.") + (among.submissions.empty() ? "decision" : "submission"));
  from(asking, scope, among, "dossier_list");
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

void PostgresListTable::put(Connection& writer, const ListEntry& entry) const {
  writer.value<std::string>(put_entry, entry_document(entry));
}

void PostgresListTable::put_words(Connection& writer, const DossierId& id, const std::string& words) const {
  writer.change(sql::put_entry_words, between_spaces(words), id);
}

}  // namespace vinhdanh::detail
