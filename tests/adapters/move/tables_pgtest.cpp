// A migration that adds a table or column adds it to the list of what moves, or says that it does not.
#include <algorithm>
#include <set>

#include "adapters/move/moved_tables.hpp"
#include "adapters/postgres/postgres_connection.hpp"
#include "adapters/sqlite/sqlite_connection.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

using ColumnNames = std::set<std::string>;

/// `table.column`, by either database's own word.
constexpr std::string_view in_sqlite =
    "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_xinfo(t.name) c WHERE t.type = 'table'";
constexpr std::string_view in_postgres =
    "SELECT CAST(table_name || '.' || column_name AS text) FROM information_schema.columns JOIN information_schema.tables "
    "USING (table_schema, table_name) WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'";

/// Columns that are neither moved nor said to stay.
ColumnNames forgotten(detail::Connection& session, std::string_view question) {
  const auto& stays = detail::unmoved_things();
  ColumnNames moved;
  for (const auto& table : detail::moved_tables())
    for (const auto& column : table.columns) moved.insert(table.name + "." + column.name);
  ColumnNames found;
  for (const auto& [name] : session.rows<std::tuple<std::string>>(question)) {
    const bool is_known = moved.contains(name) || std::ranges::find(stays, name) != stays.end() ||
                          std::ranges::find(stays, name.substr(0, name.find('.'))) != stays.end();
    if (!is_known) found.insert(name);
  }
  return found;
}

/// Columns that are moved and not there.
ColumnNames invented(detail::Connection& session, std::string_view question) {
  ColumnNames there, found;
  for (const auto& [name] : session.rows<std::tuple<std::string>>(question)) there.insert(name);
  for (const auto& table : detail::moved_tables())
    for (const auto& column : table.columns)
      if (!there.contains(table.name + "." + column.name)) found.insert(table.name + "." + column.name);
  return found;
}

}  // namespace

TEST_CASE("every column of both databases moves, or is named as one that does not", "[postgres][move]") {
  const InSqlite sqlite;
  detail::SqliteConnection file(SqliteStore::database_file(sqlite.folder.path() / "data"), detail::Access::read);
  CHECK(forgotten(file, in_sqlite) == ColumnNames{});
  CHECK(invented(file, in_sqlite) == ColumnNames{});
  const TemporarySchema schema;
  detail::PostgresConnection owner({schema.owner_url(), schema.name()});
  CHECK(forgotten(owner, in_postgres) == ColumnNames{});
  CHECK(invented(owner, in_postgres) == ColumnNames{});
}
