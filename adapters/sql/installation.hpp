/// What a database keeps of the installation that it holds: its migrations, its id and its demo mark.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "engine/ports/embedded.hpp"

namespace vinhdanh::detail {

class Connection;

/// The number of the last of them: `sqlite/migrations/0001_initial.sql` is 1.
int newest_of(std::span<const EmbeddedFile> migrations);

/// What `meta` says; 0 where it does not say. The table must be there.
int schema_in_meta(Connection& session);

struct Identity {
  std::string instance;
  bool demo = false;
};
/// Throws SqlError.
void write_identity(Connection& writer, const Identity& identity);

/// Throws CannotOpen for a schema that is not one of those from `oldest` to `newest`.
void check_schema(int stored, int oldest, int newest);

/// What an empty database becomes.
struct NewInstallation {
  Identity identity;       ///< without an id: a new one
  bool moving_in = false;  ///< its data is still to come (adapters/sql/moving_marks.hpp)
};

/// Applies those after `stored` up to `wanted`, inside the caller's transaction. One that was empty (0) becomes what `fresh`
/// says. Throws CannotOpen on a schema newer than the newest, SqlError.
void apply_migrations(Connection& writer, std::span<const EmbeddedFile> migrations, int stored, int wanted,
                      const NewInstallation& fresh);

/// Throws CannotOpen where `demo` is wanted otherwise; `what` is "folder" or "database".
Identity identity_of(Connection& session, std::optional<bool> demo, const std::string& what);

}  // namespace vinhdanh::detail
