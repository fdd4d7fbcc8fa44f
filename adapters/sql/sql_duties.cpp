// The tasks of duties of a store over SQL.
#include "adapters/sql/sql_duties.hpp"

#include <algorithm>

#include "adapters/sql/inner.hpp"
#include "adapters/sql/statements_time.hpp"
#include "engine/codec/codec.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {
namespace {

using detail::Connection;
using BodyRow = std::tuple<std::string>;

/// The clauses that a query adds; each of its parameters is a text.
class DutyClauses {
 public:
  DutyClauses(detail::Dialect dialect, const DutyQuery& query) {
    if (!query.units.empty()) where("unit IN " + sql::listed(dialect, value(nlohmann::json(query.units).dump())));
    if (query.plan) where("plan = " + value(*query.plan));
    if (query.state) where("state = " + value(std::string(name_of(*query.state))));
    if (query.due_from) where("due_day >= " + day(*query.due_from));
    if (query.due_to) where("due_day <= " + day(*query.due_to));
    if (!query.after.empty()) after(query.after);
    text_ += std::string(sql::duties_order) + std::to_string(std::clamp(query.limit, 1, 1000));
  }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<std::string>& values() const { return values_; }

 private:
  void where(const std::string& clause) { text_ += " AND " + clause; }
  std::string value(std::string text) {
    values_.push_back(std::move(text));
    return ":p" + std::to_string(values_.size());
  }
  std::string day(Date date) { return "CAST(" + value(std::to_string(date.days())) + " AS INTEGER)"; }
  void after(const std::string& cursor) {
    const auto space = cursor.find(' ');
    const std::string due = day(Date::parse(cursor.substr(0, space)).value_or(Date{}));
    where("(due_day, id) > (" + due + ", " + value(space == std::string::npos ? "" : cursor.substr(space + 1)) + ")");
  }

  std::string text_{sql::duties};
  std::vector<std::string> values_;
};

std::optional<DutyTask> read(const std::optional<std::string>& body) {
  if (!body) return std::nullopt;
  return decode<DutyTask>(*body);
}

}  // namespace

std::optional<DutyTask> SqlDuties::duty(const std::string& id) const {
  return read(store_.inner_->read([&](Connection& reader) { return reader.value<std::string>(sql::duty, id); }));
}

std::vector<DutyTask> SqlDuties::find(const DutyQuery& query) const {
  return store_.inner_->read([&](Connection& reader) {
    const DutyClauses clauses(reader.dialect(), query);
    std::vector<DutyTask> found;
    for (const auto& [body] : reader.rows<BodyRow>(clauses.text(), clauses.values())) found.push_back(decode<DutyTask>(body));
    return found;
  });
}

std::optional<DutyTask> SqlDuties::task(const std::string& plan, const std::string& duty, const OfficeId& unit,
                                           Date due) const {
  return read(store_.inner_->read([&](Connection& reader) {
    return reader.value<std::string>(sql::duty_body_of, plan, duty, unit, due.days());
  }));
}

}  // namespace vinhdanh
