/// Files found and flipped, for tests of what must be noticed.
#pragma once

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace vinhdanh::test {

inline void flip(const std::filesystem::path& path, std::size_t at) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(at));
  const char byte = static_cast<char>(file.get() ^ 1);
  file.seekp(static_cast<std::streamoff>(at));
  file.put(byte);
}

/// Any paper of a data folder or a backup.
inline std::filesystem::path paper_in(const std::filesystem::path& folder) {
  for (const auto& it : std::filesystem::recursive_directory_iterator(folder / "papers"))
    if (it.is_regular_file()) return it.path();
  throw std::runtime_error("no paper");
}

}  // namespace vinhdanh::test
