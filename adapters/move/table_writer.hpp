/// Writes a table's rows as another database gave them; each database has its own way.
#pragma once

#include <vector>

#include "adapters/move/table_pages.hpp"

namespace vinhdanh::detail {

/// Inside the target's transaction. Throws SqlError, also where a row breaks one of the table's rules.
class TableWriter {
 public:
  virtual ~TableWriter() = default;
  /// In this order, after what was written before. On a feed rows get their numbers here, from 1.
  virtual void write(const std::vector<MovedRow>& rows) = 0;
};

/// What is written: the table's columns, before them a feed's `seq`.
std::vector<MovedColumn> written_columns(const MovedTable& table);

}  // namespace vinhdanh::detail
