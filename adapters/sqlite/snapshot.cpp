// VACUUM INTO from a reading session.
#include "adapters/sqlite/snapshot.hpp"

#include <sys/stat.h>

#include "adapters/files/whole_file.hpp"
#include "adapters/sqlite/sqlite_connection.hpp"
#include "adapters/sqlite/reading_access.hpp"
#include "adapters/sqlite/schema.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "adapters/sql/statements.hpp"

namespace vinhdanh {
namespace {

std::string quoted(const std::string& text) {
  std::string all = "'";
  for (const char c : text) all += c == '\'' ? std::string("''") : std::string(1, c);
  return all + "'";
}

}  // namespace

Snapshot snapshot_database(const std::filesystem::path& folder, const std::filesystem::path& to) {
  const auto file = SqliteStore::database_file(folder);
  if (!std::filesystem::exists(file))
    throw CannotOpen(OpenFault::not_found, "there is no database in " + folder.string());
  const mode_t before = umask(0177);  // SQLite makes the new file
  try {
    const detail::ReadingAccess reading = detail::reading_access(folder);
    detail::SqliteConnection source(file, reading.access);
    // The file is open for reading only all the same; this setting would forbid the new one too.
    source.script("PRAGMA query_only = OFF");
    source.script("VACUUM INTO " + quoted(std::filesystem::absolute(to).string()));
    umask(before);
    sync_path(to);
    sync_path(std::filesystem::absolute(to).parent_path());
    detail::SqliteConnection copy(to, detail::Access::read_still);
    return {copy.value<std::string>(sql::instance).value_or(""), detail::stored_schema(copy),
            copy.value<std::string>(sql::meta, std::string("demo")) == "1"};
  } catch (const detail::SqlError& fault) {
    umask(before);
    throw StorageUnavailable("cannot copy the database: " + std::string(fault.what()));
  }
}

int newest_schema() { return detail::known_schema(); }

}  // namespace vinhdanh
