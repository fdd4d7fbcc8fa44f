/// A folder that goes away again.
#pragma once

#include <filesystem>
#include <string>

namespace vinhdanh::bench {

/// Below `VINHDANH_BENCH_DIR`, or else the system's folder for temporary files: its disk is what is measured.
class Folder {
 public:
  explicit Folder(const std::string& name);
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace vinhdanh::bench
