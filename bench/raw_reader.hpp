/// The floor of a read: prepared statements stepped by nothing but SQLite, their columns copied out.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace vinhdanh::bench {

class RawReader {
 public:
  /// With the settings of the store's readers.
  explicit RawReader(const std::filesystem::path& database);
  ~RawReader();
  RawReader(const RawReader&) = delete;
  RawReader& operator=(const RawReader&) = delete;

  /// All rows, each a list of texts (a null is empty).
  std::vector<std::vector<std::string>> rows(const std::string& statement, const std::vector<std::string>& parameters);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace vinhdanh::bench
