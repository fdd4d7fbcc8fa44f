// Pages by key, so that neither side's memory grows with the table.
#include "adapters/move/table_pages.hpp"

#include <algorithm>

#include "engine/codec/json.hpp"

namespace vinhdanh::detail {
namespace {

constexpr int page_rows = 1000;

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : between) + part;
  return all;
}

/// Each has its own function that makes a JSON array.
std::string json_array(Dialect dialect, const std::vector<std::string>& values) {
  if (dialect == Dialect::sqlite) return "json_array(" + joined(values, ", ") + ")";
  return "CAST(json_build_array(" + joined(values, ", ") + ") AS text)";
}

std::vector<std::string> names_of(const std::vector<MovedColumn>& columns) {
  std::vector<std::string> names;
  for (const MovedColumn& it : columns) names.push_back(it.name);
  return names;
}

/// A key's value is bound as a text, and compared as what its column is.
std::string bound(const MovedTable& table, const std::string& name, std::size_t number) {
  const std::string parameter = ":key" + std::to_string(number);
  if (name == "xid") return "CAST(CAST(" + parameter + " AS text) AS xid8)";
  const auto column = std::ranges::find(table.columns, name, &MovedColumn::name);
  const bool is_number = column == table.columns.end() || column->is_number;
  return is_number ? "CAST(CAST(" + parameter + " AS text) AS bigint)" : parameter;
}

}  // namespace

TablePages::TablePages(Connection& session, const MovedTable& table)
    : session_(session), table_(table), order_(order_of(table, session.dialect())) {}

std::string TablePages::text(bool first) const {
  const Dialect dialect = session_.dialect();
  std::vector<std::string> key, parameters, conditions;
  for (std::size_t i = 0; i < order_.size(); ++i) {
    key.push_back("CAST(" + order_[i] + " AS text)");
    parameters.push_back(bound(table_, order_[i], i));
  }
  if (!first) conditions.push_back("(" + joined(order_, ", ") + ") > (" + joined(parameters, ", ") + ")");
  if (!table_.only.empty()) conditions.push_back(table_.only);
  return "SELECT " + json_array(dialect, names_of(table_.columns)) + ", " + json_array(dialect, key) + " FROM " + table_.name +
         (conditions.empty() ? "" : " WHERE " + joined(conditions, " AND ")) + " ORDER BY " + joined(order_, ", ") + " LIMIT " +
         std::to_string(page_rows);
}

std::vector<MovedRow> TablePages::next() {
  using Row = std::tuple<std::string, std::string>;
  auto rows = last_.empty() ? session_.rows<Row>(text(true)) : session_.rows<Row>(text(false), last_);
  std::vector<MovedRow> page;
  for (auto& [columns, key] : rows) {
    last_ = nlohmann::json::parse(key).get<std::vector<std::string>>();
    page.push_back({std::move(columns), joined(last_, " ")});
  }
  return page;
}

std::int64_t count_rows(Connection& session, const MovedTable& table) {
  return session
      .value<std::int64_t>("SELECT count(*) FROM " + table.name + (table.only.empty() ? "" : " WHERE " + table.only))
      .value_or(0);
}

}  // namespace vinhdanh::detail
