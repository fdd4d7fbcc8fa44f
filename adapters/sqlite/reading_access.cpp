// Whether the log is empty and whether somebody owns the folder.
#include "adapters/sqlite/reading_access.hpp"

#include "adapters/sqlite/sqlite_store.hpp"

namespace vinhdanh::detail {
namespace {

bool has_log(const std::filesystem::path& file) {
  std::error_code none;
  const auto size = std::filesystem::file_size(file.string() + "-wal", none);
  return !none && size > 0;
}

}  // namespace

ReadingAccess reading_access(const std::filesystem::path& folder) {
  ReadingAccess found;
  if (has_log(SqliteStore::database_file(folder))) return found;
  found.lock = FolderLock::share(folder);
  if (found.lock || !std::filesystem::exists(folder / "lock")) found.access = Access::read_still;
  return found;
}

}  // namespace vinhdanh::detail
