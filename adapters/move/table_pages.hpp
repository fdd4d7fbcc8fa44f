/// A table's rows, read in the order of its key, some at a time.
#pragma once

#include <string>
#include <vector>

#include "adapters/move/moved_tables.hpp"
#include "adapters/sql/connection.hpp"

namespace vinhdanh::detail {

/// A row as both databases write it: a JSON array of the table's columns. `key` is for people: the key's values, parted by
/// spaces.
struct MovedRow {
  std::string columns;
  std::string key;
};

/// One pass over a table, which must not change meanwhile. Throws SqlError.
class TablePages {
 public:
  /// Both are borrowed.
  TablePages(Connection& session, const MovedTable& table);

  /// The next rows; none at the end.
  std::vector<MovedRow> next();

 private:
  [[nodiscard]] std::string text(bool first) const;
  Connection& session_;
  const MovedTable& table_;
  std::vector<std::string> order_;
  std::vector<std::string> last_;  ///< the key of the last row seen; empty at first
};

std::int64_t count_rows(Connection& session, const MovedTable& table);

}  // namespace vinhdanh::detail
