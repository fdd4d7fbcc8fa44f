/// PostgreSQL's way to write many rows.
#pragma once

#include <cstdint>
#include <string>

#include "adapters/move/table_writer.hpp"
#include "adapters/postgres/postgres_connection.hpp"

namespace vinhdanh::detail {

/// A page in one COPY.
class CopyWriter final : public TableWriter {
 public:
  /// Both are borrowed.
  CopyWriter(PostgresConnection& session, const MovedTable& table);
  void write(const std::vector<MovedRow>& rows) override;

 private:
  PostgresConnection& session_;
  const MovedTable& table_;
  const std::string into_;
  std::int64_t written_ = 0;
};

}  // namespace vinhdanh::detail
