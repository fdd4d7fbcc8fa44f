/// Which tables a move copies, with their columns, in one order for both databases: what is referred to comes first.
#pragma once

#include <string>
#include <vector>

#include "adapters/sql/text.hpp"

namespace vinhdanh::detail {

struct MovedColumn {
  std::string name;
  bool is_number = false;  ///< else a text; either may be null
};

struct MovedTable {
  std::string name;
  std::vector<MovedColumn> columns;
  std::vector<std::string> key;  ///< names of columns; rows are read and written in its order
  std::string only;              ///< a condition; empty: all rows
  /// Events alone: read in the order of the feed and numbered anew, since a place in the feed is each database's own.
  bool is_feed = false;
};

const std::vector<MovedTable>& moved_tables();

/// The order of rows: columns, on a feed those of a place in it.
std::vector<std::string> order_of(const MovedTable& table, Dialect dialect);

/// What is there and not copied row by row: a table's name, or `table.column`. Each has its reason beside it.
const std::vector<std::string>& unmoved_things();

}  // namespace vinhdanh::detail
