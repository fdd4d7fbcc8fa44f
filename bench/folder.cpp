// Makes and removes temporary folders.
#include "bench/folder.hpp"

#include <unistd.h>

#include <cstdlib>

namespace vinhdanh::bench {

Folder::Folder(const std::string& name) {
  const char* chosen = std::getenv("VINHDANH_BENCH_DIR");
  const std::filesystem::path below = chosen ? std::filesystem::path(chosen) : std::filesystem::temp_directory_path();
  path_ = below / ("vinhdanh-bench-" + std::to_string(getpid()) + "-" + name);
  std::filesystem::remove_all(path_);
  std::filesystem::create_directories(path_);
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace vinhdanh::bench
