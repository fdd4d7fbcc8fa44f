/// Files that are whole or absent, whatever happens while they are written.
#pragma once

#include <filesystem>
#include <string>

namespace vinhdanh {

/// Writes beside `path`, syncs, renames over `path` and syncs the folder, which must exist. Mode 0600: only the account the
/// program runs under may read it. Throws StorageUnavailable.
void write_private_file(const std::filesystem::path& path, const std::string& bytes);
/// Creates the folder and those above it (mode 0700), durably. What is there already is taken to be durable. Throws
/// StorageUnavailable.
void make_private_folder(const std::filesystem::path& folder);
/// Creates one folder (mode 0700) unless it is there, and makes its name durable in the one above, which must exist. Throws
/// StorageUnavailable.
void keep_private_folder(const std::filesystem::path& folder);

}  // namespace vinhdanh
