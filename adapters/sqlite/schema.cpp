// Migrations, one transaction for all that are missing.
#include "adapters/sqlite/schema.hpp"

#include "adapters/sql/connection.hpp"
#include "adapters/sql/installation.hpp"
#include "adapters/sql/statements.hpp"
#include "adapters/sqlite/migration_files.hpp"

namespace vinhdanh::detail {

int known_schema() { return newest_of(sqlite_migrations()); }

int stored_schema(Connection& connection) {
  return connection.value<int>(sql::table_count) == 1 ? schema_in_meta(connection) : 0;
}

void migrate(Connection& writer, const NewInstallation& fresh) {
  // Whatever fails here, the caller closes the session, which undoes the transaction.
  writer.script("BEGIN IMMEDIATE");
  apply_migrations(writer, sqlite_migrations(), stored_schema(writer), known_schema(), fresh);
  writer.script("COMMIT");
}

}  // namespace vinhdanh::detail
