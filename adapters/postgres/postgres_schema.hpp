/// Brings a PostgreSQL database to the schema this program knows, as its owner.
#pragma once

#include <optional>
#include <string>

#include "adapters/postgres/postgres_connection.hpp"
#include "adapters/sql/installation.hpp"

namespace vinhdanh {

struct MigrateOptions {
  detail::PostgresPlace place;   ///< its role is to own the tables: not a superuser, not the application's
  std::string app_role;  ///< gets the rights that a node needs, no more; it must exist
  bool demo = false;     ///< of a new database, for ever
  int up_to = 0;         ///< tests only: the last migration to apply; 0: all
  /// What is moving in keeps its id and its demo mark; the database holds nothing yet.
  std::optional<detail::Identity> moving_in = {};
};

struct Migrated {
  int from = 0;  ///< 0: the database was empty
  int to = 0;
};

/// Applies what is missing in one transaction, one process at a time. Throws CannotOpen, StorageUnavailable.
Migrated migrate_postgres(const MigrateOptions& options);

/// The newest schema that this program knows, and the oldest that it serves: nodes are upgraded one by one, before the schema.
int newest_postgres_schema();
int oldest_postgres_schema();

namespace detail {
class Connection;
/// 0 for an empty database.
int stored_postgres_schema(Connection& session);
}  // namespace detail

}  // namespace vinhdanh
