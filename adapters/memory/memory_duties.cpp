// The tasks of duties of the memory store.
#include "adapters/memory/memory_duties.hpp"

#include <algorithm>

#include "adapters/memory/inner.hpp"

namespace vinhdanh {
namespace {

std::string order_of(const DutyTask& task) { return task.due.text() + " " + task.id; }

bool matches(const DutyQuery& query, const DutyTask& it) {
  const bool unit = query.units.empty() || std::ranges::find(query.units, it.unit) != query.units.end();
  return unit && (!query.plan || *query.plan == it.plan.id) && (!query.state || *query.state == it.state) &&
         (!query.due_from || *query.due_from <= it.due) && (!query.due_to || it.due <= *query.due_to) &&
         order_of(it) > query.after;
}

}  // namespace

std::optional<DutyTask> MemoryDuties::duty(const std::string& id) const {
  const auto lock = store_.inner_->alone();
  const auto& all = store_.inner_->tables.duties;
  const auto at = all.find(id);
  return at == all.end() ? std::nullopt : std::optional(at->second);
}

std::vector<DutyTask> MemoryDuties::find(const DutyQuery& query) const {
  const auto lock = store_.inner_->alone();
  std::vector<DutyTask> found;
  for (const auto& [id, task] : store_.inner_->tables.duties) {
    if (matches(query, task)) found.push_back(task);
  }
  std::ranges::sort(found, {}, order_of);
  const auto limit = static_cast<std::size_t>(std::clamp(query.limit, 1, 1000));
  if (found.size() > limit) found.resize(limit);
  return found;
}

std::optional<DutyTask> MemoryDuties::task(const std::string& plan, const std::string& duty, const OfficeId& unit,
                                           Date due) const {
  const auto lock = store_.inner_->alone();
  for (const auto& [id, it] : store_.inner_->tables.duties) {
    if (it.plan.id == plan && it.duty == duty && it.unit == unit && it.due == due) return it;
  }
  return std::nullopt;
}

}  // namespace vinhdanh
