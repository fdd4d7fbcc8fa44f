// The statement takes the array apart.
#include "adapters/move/json_writer.hpp"

namespace vinhdanh::detail {
namespace {

std::string insert_into(const MovedTable& table) {
  std::string names, values;
  const auto columns = written_columns(table);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    names += (i == 0 ? "" : ", ") + columns[i].name;
    values += (i == 0 ? "" : ", ") + std::string("json_extract(value, '$[") + std::to_string(i) + "]')";
  }
  return "INSERT INTO " + table.name + " (" + names + ") SELECT " + values + " FROM json_each(:rows)";
}

}  // namespace

JsonWriter::JsonWriter(Connection& session, const MovedTable& table)
    : session_(session), table_(table), text_(insert_into(table)) {}

void JsonWriter::write(const std::vector<MovedRow>& rows) {
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
