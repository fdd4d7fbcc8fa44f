/// Large files: their hash and copies of them, without holding them in memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace vinhdanh {

struct FileFacts {
  std::uintmax_t size = 0;
  std::string sha256;
};

/// Nothing when the file is not there or cannot be read.
std::optional<FileFacts> facts_of_file(const std::filesystem::path& path);
/// Copies to a new file (mode 0600) in a folder that exists, and syncs both. False when `from` is not there. Throws
/// StorageUnavailable.
bool copy_private_file(const std::filesystem::path& from, const std::filesystem::path& to);
/// Syncs a file or folder. Throws StorageUnavailable.
void sync_path(const std::filesystem::path& path);

}  // namespace vinhdanh
