/// The history in a folder's database, of whatever schema, without opening it as a store.
#pragma once

#include <filesystem>

#include "adapters/sql/stored_history.hpp"

namespace vinhdanh {

/// Reads beside the folder's owner or alone, on a session of its own; for one thread. Throws StorageUnavailable.
StoredHistory history_in(const std::filesystem::path& folder);

}  // namespace vinhdanh
