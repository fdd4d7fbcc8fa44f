/// The tasks of duties of a store over SQL.
#pragma once

#include "adapters/sql/sql_store.hpp"
#include "engine/ports/duties.hpp"

namespace vinhdanh {

/// Borrows the store, and is as safe from several threads as it is.
class SqlDuties final : public Duties {
 public:
  explicit SqlDuties(SqlStore& store) : store_(store) {}

  [[nodiscard]] std::optional<DutyTask> duty(const std::string& id) const override;
  [[nodiscard]] std::vector<DutyTask> find(const DutyQuery& query) const override;
  [[nodiscard]] std::optional<DutyTask> task(const std::string& plan, const std::string& duty, const OfficeId& unit, Date due) const override;

 private:
  SqlStore& store_;
};

}  // namespace vinhdanh
