// Reads by blocks: a stream's iterator would throw where a disk fails.
#include "adapters/files/small_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "adapters/files/descriptor.hpp"

namespace vinhdanh {

std::optional<std::string> bytes_of_file(const std::filesystem::path& path, std::error_code& fault) {
  fault.clear();
  const auto failed = [&] {
    fault.assign(errno, std::generic_category());
    return std::nullopt;
  };
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return failed();
  std::string bytes;
  std::array<char, 65536> block;
  for (;;) {
    const ssize_t n = read(file.get(), block.data(), block.size());
    if (n == 0) return bytes;
    if (n > 0) bytes.append(block.data(), static_cast<std::size_t>(n));
    else if (errno != EINTR) return failed();
  }
}

std::optional<std::string> bytes_of_file(const std::filesystem::path& path) {
  std::error_code any;
  return bytes_of_file(path, any);
}

std::string secret_in_file(const std::filesystem::path& path) {
  std::string line = bytes_of_file(path).value_or("");
  line.resize(std::min(line.find('\n'), line.size()));
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
  return line;
}

}  // namespace vinhdanh
