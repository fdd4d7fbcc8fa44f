// A store whose database is a PostgreSQL server's.
#include "adapters/postgres/postgres_store.hpp"

#include "adapters/postgres/postgres_database.hpp"
#include "adapters/postgres/postgres_schema.hpp"

namespace vinhdanh {

PostgresStore::PostgresStore(PostgresOptions options)
    : SqlStore(std::make_unique<detail::PostgresDatabase>(std::move(options))) {}

int PostgresStore::schema_version() const {
  int version = 0;
  database().reading([&](detail::Connection& reader) { version = detail::stored_postgres_schema(reader); });
  return version;
}

}  // namespace vinhdanh
