/// The side of a move that is gone to.
#pragma once

#include <memory>
#include <string>

#include "adapters/home.hpp"
#include "adapters/move/moving_papers.hpp"
#include "adapters/move/table_writer.hpp"
#include "adapters/sql/installation.hpp"

namespace vinhdanh::detail {

/// In this order: `state`; then `begin`, rows and papers, `commit`, or `resume` where all that was done before; then `settle`.
/// No store opens what is there from `begin` to `settle`. Throws CannotOpen, StorageUnavailable, SqlError.
class MoveTarget {
 public:
  enum class State { empty, moving_in, used };

  virtual ~MoveTarget() = default;
  [[nodiscard]] virtual State state() = 0;
  /// Makes the newest schema with this identity, durably, and begins the transaction in which everything comes.
  virtual void begin(const Identity& identity) = 0;
  virtual void commit() = 0;
  virtual void resume() = 0;
  /// After `begin` or `resume`.
  [[nodiscard]] virtual Connection& session() = 0;
  /// Between `begin` and `commit`; borrows this and the table.
  [[nodiscard]] virtual std::unique_ptr<TableWriter> writer(const MovedTable& table) = 0;
  [[nodiscard]] virtual MovingPapers& papers() = 0;
  /// From here on it is served.
  virtual void settle() = 0;
};

/// `app_role`: of a database, the role that nodes connect as.
std::unique_ptr<MoveTarget> move_target(const Home& home, const std::string& app_role);

}  // namespace vinhdanh::detail
