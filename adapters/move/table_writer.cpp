// All rows of a page are one parameter, a JSON array of arrays.
#include "adapters/move/table_writer.hpp"

namespace vinhdanh::detail {
namespace {

/// Events get their numbers here, as their first column.
std::vector<MovedColumn> written_columns(const MovedTable& table) {
  std::vector<MovedColumn> columns = table.columns;
  if (table.is_feed) columns.insert(columns.begin(), {"seq", true});
  return columns;
}

/// The column at `place` of a row; each has its own functions over a JSON array.
std::string value_at(Dialect dialect, std::size_t place, bool is_number) {
  const std::string number = std::to_string(place);
  if (dialect == Dialect::sqlite) return "json_extract(value, '$[" + number + "]')";
  return is_number ? "CAST(e ->> " + number + " AS bigint)" : "e ->> " + number;
}

std::string insert_into(Dialect dialect, const MovedTable& table) {
  std::string names, values;
  const auto columns = written_columns(table);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    names += (i == 0 ? "" : ", ") + columns[i].name;
    values += (i == 0 ? "" : ", ") + value_at(dialect, i, columns[i].is_number);
  }
  const std::string into = "INSERT INTO " + table.name + " (" + names + ") ";
  if (dialect == Dialect::sqlite) return into + "SELECT " + values + " FROM json_each(:rows)";
  // Numbers that the server would give by itself come along as well.
  return into + "OVERRIDING SYSTEM VALUE SELECT " + values +
         " FROM jsonb_array_elements(CAST(:rows AS jsonb)) WITH ORDINALITY AS r(e, place) ORDER BY place";
}

}  // namespace

TableWriter::TableWriter(Connection& session, const MovedTable& table)
    : session_(session), table_(table), text_(insert_into(session.dialect(), table)) {}

void TableWriter::write(const std::vector<MovedRow>& rows) {
  if (rows.empty()) return;
  std::string all;
  for (const MovedRow& row : rows) {
    ++written_;
    all += all.empty() ? "[" : ",";
    if (table_.is_feed) all += "[" + std::to_string(written_) + "," + row.columns.substr(1);
    else all += row.columns;
  }
  session_.change(text_, all + "]");
}

}  // namespace vinhdanh::detail
