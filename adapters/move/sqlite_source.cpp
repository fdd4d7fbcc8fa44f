// The folder's owner holds the lock and writes the mark; a session beside it reads.
#include "adapters/move/sqlite_source.hpp"

#include "adapters/sql/moving_marks.hpp"

namespace vinhdanh::detail {
namespace {

/// Opening to work would make a new installation where there is none.
SqliteOptions owner_of(const std::filesystem::path& folder) {
  if (!std::filesystem::exists(SqliteStore::database_file(folder)))
    throw CannotOpen(OpenFault::not_found, "there is no database in " + folder.string());
  SqliteOptions options{folder, false, std::nullopt, {}};
  options.moving = true;
  return options;
}

}  // namespace

SqliteSource::SqliteSource(const std::filesystem::path& folder)
    : owner_(owner_of(folder)), session_(SqliteStore::database_file(folder), Access::read), papers_(folder) {}

void SqliteSource::mark_moved(const std::string& where) {
  owner_.set_meta(std::string(moved_to_name), where);
}

}  // namespace vinhdanh::detail
