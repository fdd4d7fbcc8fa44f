/// `vinhdanh backup DIR` and `vinhdanh restore DIR`.
#pragma once

#include <filesystem>

#include "api/cli/output.hpp"

namespace vinhdanh {

struct BackupOptions {
  std::filesystem::path data;
  std::filesystem::path to;  ///< does not exist, or is empty
};
/// Copies a folder, served or not, puts on record who took the copy, and proves it whole. A copy that cannot be put on record,
/// as of a folder that may not be written, is made all the same and says so. What verification finds does not undo the backup:
/// exit 1, with every fault named.
ExitCode backup_folder(const BackupOptions& options, const Output& output);

struct RestoreOptions {
  std::filesystem::path from;
  std::filesystem::path to;        ///< does not exist, or is empty; with `check` it may be left out
  bool check = false;              ///< places nothing
  std::filesystem::path receipts;  ///< empty: none to compare with
};
/// Proves a backup whole — bytes, history, then receipts — and only then gives the copy its place.
ExitCode restore_backup(const RestoreOptions& options, const Output& output);

}  // namespace vinhdanh
