/// Files that are whole or absent, whatever happens while they are written.
#pragma once

#include <filesystem>
#include <string>

namespace vinhdanh {

/// Writes beside `path`, syncs, renames over `path` and syncs the folder, which must exist. Mode 0600: only the account the
/// program runs under may read it. Throws StorageUnavailable.
void write_private_file(const std::filesystem::path& path, const std::string& bytes);
/// Creates the folder and those above it (mode 0700), durably. Throws StorageUnavailable.
void make_private_folder(const std::filesystem::path& folder);

}  // namespace vinhdanh
