/// The stores that the contract suite runs against, each in a home of its own.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "adapters/memory/memory_store.hpp"
#include "adapters/postgres/postgres_store.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "tests/support/postgres.hpp"

namespace vinhdanh::test {

/// An empty folder that goes with the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "vinhdanh test=XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code none;
    std::filesystem::remove_all(path_, none);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct InMemory {
  MemoryStore store;
};

struct InSqlite {
  TemporaryFolder folder;
  SqliteStore store{SqliteOptions{folder.path() / "data", false, std::nullopt, {}}};
};

struct InPostgres {
  TemporarySchema schema;
  PostgresStore store{PostgresOptions{schema.url(), schema.name(), std::nullopt}};
};

}  // namespace vinhdanh::test
