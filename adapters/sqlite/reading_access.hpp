/// How a folder's database may be read by somebody who does not own it.
#pragma once

#include <filesystem>
#include <optional>

#include "adapters/sqlite/sqlite_connection.hpp"
#include "adapters/sqlite/folder_lock.hpp"

namespace vinhdanh::detail {

struct ReadingAccess {
  Access access = Access::read;
  std::optional<FolderLock> lock;  ///< held while reading: keeps owners out
};

/// If nobody owns the folder and everything is in the main file, reading need not make files beside it; the lock then keeps
/// owners out, who would change the file. A copy of the database alone has no lock to take.
ReadingAccess reading_access(const std::filesystem::path& folder);

}  // namespace vinhdanh::detail
