// A session as anybody beside the owner may have it.
#include "adapters/sqlite/folder_history.hpp"

#include <memory>

#include "adapters/sqlite/reading_access.hpp"
#include "adapters/sqlite/sqlite_connection.hpp"
#include "adapters/sqlite/sqlite_store.hpp"

namespace vinhdanh {
namespace {

struct Session {
  explicit Session(const std::filesystem::path& folder)
      : access(detail::reading_access(folder)), session(SqliteStore::database_file(folder), access.access) {}
  detail::ReadingAccess access;
  detail::SqliteConnection session;
};

}  // namespace

StoredHistory history_in(const std::filesystem::path& folder) {
  try {
    const auto opened = std::make_shared<Session>(folder);
    return StoredHistory([opened](const std::function<void(detail::Connection&)>& work) {
      try {
        work(opened->session);
      } catch (const detail::SqlError& fault) {
        throw StorageUnavailable(std::string("reading failed: ") + fault.what());
      }
    });
  } catch (const detail::SqlError& fault) {
    throw StorageUnavailable("cannot open the database in " + folder.string() + ": " + fault.what());
  }
}

}  // namespace vinhdanh
