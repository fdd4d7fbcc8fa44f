/// A PostgreSQL database that is moved away from.
#pragma once

#include "adapters/move/database_papers.hpp"
#include "adapters/move/move_source.hpp"
#include "adapters/postgres/postgres_connection.hpp"

namespace vinhdanh::detail {

/// One transaction that sees one moment and keeps every table from being written: nodes wait, and then say that storage is
/// unavailable.
class PostgresSource final : public MoveSource {
 public:
  /// The role must own the tables. Throws CannotOpen.
  explicit PostgresSource(const PostgresPlace& place);
  [[nodiscard]] Connection& session() override { return session_; }
  [[nodiscard]] MovingPapers& papers() override { return papers_; }
  /// Takes the right to write from the application's role too, since nodes that run have looked for marks already; `migrate`
  /// gives it back.
  void mark_moved(const std::string& where) override;

 private:
  PostgresConnection session_;
  DatabasePapers papers_;
};

}  // namespace vinhdanh::detail
