// The tasks of duties of the SQLite store.
#include "adapters/sqlite/sqlite_duties.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/sqlite/inner.hpp"
#include "adapters/sqlite/statements_time.hpp"
#include "engine/codec/codec.hpp"

namespace vinhdanh {
namespace {

using detail::Connection;
using BodyRow = std::tuple<std::string>;

/// The clauses that a query adds; each of its parameters is a text.
struct DutyClauses {
  std::string text{sql::duties};
  std::vector<std::string> values;

  void add(const std::string& before, std::string value, const std::string& after = "") {
    text += " AND " + before + ":p" + std::to_string(values.size()) + after;
    values.push_back(std::move(value));
  }
  void add(const DutyQuery& query) {
    if (!query.units.empty())
      add("unit IN (SELECT value FROM json_each(", nlohmann::json(query.units).dump(), "))");
    if (query.plan) add("plan = ", *query.plan);
    if (query.state) add("state = ", std::string(name_of(*query.state)));
    if (query.due_from) add("due_day >= CAST(", std::to_string(query.due_from->days()), " AS INTEGER)");
    if (query.due_to) add("due_day <= CAST(", std::to_string(query.due_to->days()), " AS INTEGER)");
    if (!query.after.empty()) add_after(query.after);
  }
  void add_after(const std::string& after) {
    const auto space = after.find(' ');
    const auto day = Date::parse(after.substr(0, space)).value_or(Date{});
    add("(due_day, id) > (CAST(", std::to_string(day.days()), " AS INTEGER), ");
    text += ":p" + std::to_string(values.size()) + ")";
    values.push_back(space == std::string::npos ? "" : after.substr(space + 1));
  }
};

std::optional<DutyTask> read(const std::optional<std::string>& body) {
  if (!body) return std::nullopt;
  return decode<DutyTask>(*body);
}

}  // namespace

std::optional<DutyTask> SqliteDuties::duty(const std::string& id) const {
  return read(store_.inner_->read([&](Connection& reader) { return reader.value<std::string>(sql::duty, id); }));
}

std::vector<DutyTask> SqliteDuties::find(const DutyQuery& query) const {
  DutyClauses clauses;
  clauses.add(query);
  clauses.text += std::string(sql::duties_order) + std::to_string(std::clamp(query.limit, 1, 1000));
  return store_.inner_->read([&](Connection& reader) {
    std::vector<DutyTask> found;
    for (const auto& [body] : reader.rows<BodyRow>(clauses.text, clauses.values)) found.push_back(decode<DutyTask>(body));
    return found;
  });
}

std::optional<DutyTask> SqliteDuties::task(const std::string& plan, const std::string& duty, const OfficeId& unit,
                                           Date due) const {
  return read(store_.inner_->read([&](Connection& reader) {
    return reader.value<std::string>(sql::duty_body_of, plan, duty, unit, due.days());
  }));
}

}  // namespace vinhdanh
