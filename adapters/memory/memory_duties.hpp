/// The tasks of duties of the memory store.
#pragma once

#include "adapters/memory/memory_store.hpp"
#include "engine/ports/duties.hpp"

namespace vinhdanh {

/// Borrows the store, and is as safe from several threads as it is.
class MemoryDuties final : public Duties {
 public:
  explicit MemoryDuties(MemoryStore& store) : store_(store) {}

  [[nodiscard]] std::optional<DutyTask> duty(const std::string& id) const override;
  [[nodiscard]] std::vector<DutyTask> find(const DutyQuery& query) const override;
  [[nodiscard]] std::optional<DutyTask> task(const std::string& plan, const std::string& duty, const OfficeId& unit, Date due) const override;

 private:
  MemoryStore& store_;
};

}  // namespace vinhdanh
