/// Cutting the power of a folder: what was not synced is gone, wholly or in parts.
#pragma once

#include <filesystem>
#include <random>

#include "tests/disk/disk.hpp"

namespace vinhdanh::test {

enum class Loss {
  all,   ///< only what was synced survives
  some,  ///< of what was not, any sectors and any folder's names may
};

/// A folder under observation of a disk from here on: the process that has it begins after this, and ends before the cut.
class Recorded {
 public:
  /// Takes everything there now for synced.
  explicit Recorded(const std::filesystem::path& root, int unsynced = 0, Disk& of = disk());
  ~Recorded();
  Recorded(const Recorded&) = delete;
  Recorded& operator=(const Recorded&) = delete;
  /// Ends the observation and leaves in the folder what a disk would have.
  void cut(Loss loss, std::mt19937& random);

 private:
  std::filesystem::path root_;
  std::filesystem::path image_;
  Disk& disk_;
};

}  // namespace vinhdanh::test
