/// Brings a database to the schema this program knows.
#pragma once

namespace vinhdanh::detail {

class Connection;

/// The newest schema this program knows: the number of the last migration.
int known_schema();
/// 0 for an empty database.
int stored_schema(Connection& connection);
/// Applies what is missing, in one transaction. A new database gets an id and its demo mark. Throws CannotOpen on a schema
/// newer than known, SqlError when a statement fails.
void migrate(Connection& writer, bool demo);

}  // namespace vinhdanh::detail
