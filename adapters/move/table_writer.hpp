/// Writes a table's rows as another database gave them, a page in one statement.
#pragma once

#include <cstdint>
#include <vector>

#include "adapters/move/table_pages.hpp"

namespace vinhdanh::detail {

/// Throws SqlError, also where a row breaks one of the table's rules.
class TableWriter {
 public:
  /// Both are borrowed; the session is in a transaction.
  TableWriter(Connection& session, const MovedTable& table);
  /// In this order, after what was written before.
  void write(const std::vector<MovedRow>& rows);

 private:
  Connection& session_;
  const MovedTable& table_;
  std::string text_;
  std::int64_t written_ = 0;
};

}  // namespace vinhdanh::detail
