/// The embedded store: one folder, one SQLite database in it, one process that owns it.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "adapters/open_fault.hpp"
#include "adapters/sql/sql_store.hpp"

namespace vinhdanh {

struct SqliteOptions {
  std::filesystem::path folder;
  /// Reads beside a running server, or alone (then no server can start until it is done): applies no migration, writes
  /// nothing. Also opens a copy of the database file alone.
  bool read_only = false;
  /// A new folder is marked so, for ever; an existing one must carry this mark. Without it any folder opens, and a new one
  /// is not a demo.
  std::optional<bool> demo;
  /// Tests only: called before COMMIT (false) and after it returned (true); what it throws counts as an error on COMMIT.
  std::function<void(bool committed)> commit_seam;
  /// Of `vinhdanh move` alone: opens what was moved away, and what is still moving in.
  bool moving = false;
};

/// Files in the folder: `vinhdanh.db` with its `-wal` and `-shm`, and `lock`. After an error on COMMIT the next write opens a
/// new session; after a sync that failed no more is written until the folder is opened again. Reads go on in either case.
class SqliteStore final : public SqlStore {
 public:
  /// Makes the folder if need be, applies what migrations are missing, checks the settings. Throws CannotOpen.
  explicit SqliteStore(SqliteOptions options);

  [[nodiscard]] int schema_version() const override;
  [[nodiscard]] std::string integrity_check() const override;

  /// For the operator's list of what is in a folder.
  static std::filesystem::path database_file(const std::filesystem::path& folder) { return folder / "vinhdanh.db"; }
};

}  // namespace vinhdanh
