// A store whose database is a SQLite file.
#include "adapters/sqlite/sqlite_store.hpp"

#include "adapters/sql/statements.hpp"
#include "adapters/sqlite/schema.hpp"
#include "adapters/sqlite/sqlite_database.hpp"

namespace vinhdanh {

SqliteStore::SqliteStore(SqliteOptions options)
    : SqlStore(std::make_unique<detail::SqliteDatabase>(std::move(options))) {}

int SqliteStore::schema_version() const {
  int version = 0;
  database().reading([&](detail::Connection& reader) { version = detail::stored_schema(reader); });
  return version;
}

std::string SqliteStore::integrity_check() const {
  std::string text;
  database().reading([&](detail::Connection& reader) {
    for (const auto& [line] : reader.rows<std::tuple<std::string>>(sql::integrity_check))
      text += (text.empty() ? "" : "\n") + line;
  });
  return text;
}

}  // namespace vinhdanh
