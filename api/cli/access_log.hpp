/// `vinhdanh access-log drop`, and the row that a backup leaves.
#pragma once

#include <filesystem>
#include <string>

#include "api/cli/output.hpp"
#include "api/composition.hpp"

namespace vinhdanh {

struct AccessLogOptions {
  Home home;
  int days = 1826;  ///< five years, as long as a movement lasts; 90 at least
};
/// Nothing is deleted unless somebody says so, and up to when stays on record.
ExitCode access_log_drop(const AccessLogOptions& options, const Output& output);

/// A copy of the whole folder that somebody at a command line took.
struct TakenBackup {
  std::string account;  ///< of the machine; behind sudo that of who called it
  std::string sha256;   ///< of the copied database
};
/// By the account that runs this process.
TakenBackup taken_by_caller(std::string sha256);

/// Writes the row: kind `exported`, route `backup`, no person. Throws StorageUnavailable.
void add_backup_entry(Installation& house, const TakenBackup& taken);

/// Writes it into the folder itself, or has the server do so that holds it. Why that could not be done; empty when it was.
std::string note_backup(const std::filesystem::path& data, const TakenBackup& taken);

}  // namespace vinhdanh
