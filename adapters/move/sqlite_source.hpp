/// A folder that is moved away from.
#pragma once

#include "adapters/move/folder_papers.hpp"
#include "adapters/move/move_source.hpp"
#include "adapters/sqlite/sqlite_connection.hpp"
#include "adapters/sqlite/sqlite_store.hpp"

namespace vinhdanh::detail {

/// Owns the folder: no server can have it, and none can start. Its schema is brought up to this program's.
class SqliteSource final : public MoveSource {
 public:
  /// Throws CannotOpen.
  explicit SqliteSource(const std::filesystem::path& folder);
  [[nodiscard]] Connection& session() override { return session_; }
  [[nodiscard]] MovingPapers& papers() override { return papers_; }
  void mark_moved(const std::string& where) override;

 private:
  SqliteStore owner_;
  SqliteConnection session_;
  FolderPapers papers_;
};

}  // namespace vinhdanh::detail
