/// One consistent copy of a database, taken while its owner goes on writing.
#pragma once

#include <filesystem>
#include <string>

namespace vinhdanh {

struct Snapshot {
  std::string instance;
  int schema = 0;
  bool demo = false;
};

/// Copies the folder's database to `to`, which must not exist, as one file without a log, durably and readable by its owner
/// only. Reads as anybody beside the owner may: it neither writes nor checkpoints what it copies from. Deleted rows do not come
/// along. Throws CannotOpen when there is no database, StorageUnavailable.
Snapshot snapshot_database(const std::filesystem::path& folder, const std::filesystem::path& to);

/// The newest schema that this program knows.
int newest_schema();

}  // namespace vinhdanh
