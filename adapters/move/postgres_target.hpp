/// An empty schema of a PostgreSQL database that is moved into.
#pragma once

#include <memory>
#include <string>

#include "adapters/move/database_papers.hpp"
#include "adapters/move/move_target.hpp"
#include "adapters/postgres/postgres_connection.hpp"

namespace vinhdanh::detail {

/// Works as the owner of the tables. The schema may be there already, migrated or not.
class PostgresTarget final : public MoveTarget {
 public:
  PostgresTarget(PostgresPlace place, std::string app_role);
  [[nodiscard]] State state() override;
  void begin(const Identity& identity) override;
  void commit() override;
  void resume() override {}
  [[nodiscard]] Connection& session() override { return session_; }
  [[nodiscard]] std::unique_ptr<TableWriter> writer(const MovedTable& table) override;
  [[nodiscard]] MovingPapers& papers() override { return papers_; }
  void settle() override;

 private:
  PostgresPlace place_;
  std::string app_role_;
  PostgresConnection session_;
  DatabasePapers papers_;
};

}  // namespace vinhdanh::detail
