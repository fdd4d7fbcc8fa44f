// Reads a file to its end.
#include "api/cli/file.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace vinhdanh {

std::optional<std::string> bytes_of_file(const std::string& path) {
  std::error_code none;
  if (std::filesystem::is_directory(path, none)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace vinhdanh
