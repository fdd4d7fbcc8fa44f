/// A backup: a folder with the database as one file, the papers that it names, and a manifest with the hash of every file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vinhdanh {

struct BackupFile {
  std::string path;  ///< below the folder: `vinhdanh.db`, `papers/…`
  std::uintmax_t size = 0;
  std::string sha256;
};

struct BackupManifest {
  std::string instance;
  int schema = 0;
  bool demo = false;
  std::string program;  ///< its version
  std::string made_at;  ///< UTC
  std::int64_t streams = 0;
  std::int64_t events = 0;
  std::vector<BackupFile> files;
};

/// Copies a folder, served or not, into `to`, which exists and is empty: first the database at one moment, then the papers
/// that its events name, then the manifest, each durable before the next. A paper that is missing is left out: verification
/// names it. Throws CannotOpen, StorageUnavailable.
BackupManifest make_backup(const std::filesystem::path& data, const std::filesystem::path& to, const std::string& program,
                           const std::string& made_at);

/// True of a folder with a manifest: whoever writes into it damages it.
bool is_backup(const std::filesystem::path& folder);

struct BackupCheck {
  std::optional<BackupManifest> manifest;  ///< null where it cannot be believed
  std::vector<std::string> faults;         ///< a sentence per file that is missing, altered or not in the manifest
};
/// Compares every byte with the manifest, and the manifest with its own hash.
BackupCheck check_backup(const std::filesystem::path& folder);

/// Copies what the manifest lists into a new folder, durably. Throws StorageUnavailable, also where a file has changed meanwhile.
void copy_backup(const std::filesystem::path& from, const BackupManifest& manifest, const std::filesystem::path& to);

}  // namespace vinhdanh
