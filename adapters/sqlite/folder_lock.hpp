/// One process owns a folder.
#pragma once

#include <filesystem>
#include <optional>

#include "adapters/files/descriptor.hpp"

namespace vinhdanh::detail {

/// A lock on `FOLDER/lock`, given back when this goes or the process ends, however it ends.
class FolderLock {
 public:
  /// Nothing when somebody else has it. Throws CannotOpen when the file cannot be made.
  static std::optional<FolderLock> take(const std::filesystem::path& folder);
  /// Together with other readers, while nobody owns the folder; nothing when somebody does or there is no lock file.
  static std::optional<FolderLock> share(const std::filesystem::path& folder);

 private:
  explicit FolderLock(int fd) : fd_(fd) {}
  Descriptor fd_;
};

}  // namespace vinhdanh::detail
