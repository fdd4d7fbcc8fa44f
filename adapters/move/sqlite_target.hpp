/// A new or empty folder that is moved into.
#pragma once

#include <memory>
#include <optional>

#include "adapters/move/folder_papers.hpp"
#include "adapters/move/move_target.hpp"
#include "adapters/sqlite/folder_lock.hpp"
#include "adapters/sqlite/sqlite_connection.hpp"

namespace vinhdanh::detail {

/// Owns the folder from `begin` or `resume` on.
class SqliteTarget final : public MoveTarget {
 public:
  explicit SqliteTarget(std::filesystem::path folder) : folder_(std::move(folder)), papers_(folder_) {}
  [[nodiscard]] State state() override;
  void begin(const Identity& identity) override;
  void commit() override;
  void resume() override;
  [[nodiscard]] Connection& session() override { return *writer_; }
  [[nodiscard]] std::unique_ptr<TableWriter> writer(const MovedTable& table) override;
  [[nodiscard]] MovingPapers& papers() override { return papers_; }
  void settle() override;

 private:
  void own();

  std::filesystem::path folder_;
  FolderPapers papers_;
  std::optional<FolderLock> lock_;
  std::unique_ptr<SqliteConnection> writer_;
};

}  // namespace vinhdanh::detail
