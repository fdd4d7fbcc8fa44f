/// Brings a database to the schema this program knows.
#pragma once

namespace vinhdanh::detail {

class Connection;
struct NewInstallation;

/// The newest schema this program knows: the number of the last migration.
int known_schema();
/// 0 for an empty database.
int stored_schema(Connection& connection);
/// Applies what is missing, in one transaction. A new database becomes what `fresh` says. Throws CannotOpen on a schema newer
/// than known, SqlError when a statement fails.
void migrate(Connection& writer, const NewInstallation& fresh);

}  // namespace vinhdanh::detail
