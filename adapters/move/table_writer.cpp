// What both ways of writing have in common.
#include "adapters/move/table_writer.hpp"

namespace vinhdanh::detail {

std::vector<MovedColumn> written_columns(const MovedTable& table) {
  std::vector<MovedColumn> columns = table.columns;
  if (table.is_feed) columns.insert(columns.begin(), {"seq", true});
  return columns;
}

}  // namespace vinhdanh::detail
