/// The dated tasks that duties of plans become, one per unit and day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/dossier.hpp"

namespace vinhdanh {

/// Empty vectors and nulls mean "any". Ordered by due day, then id; `after` is "<due> <id>" of the last one seen.
struct DutyQuery {
  std::vector<OfficeId> units;
  std::optional<std::string> plan;
  std::optional<DutyState> state;
  std::optional<Date> due_from;
  std::optional<Date> due_to;
  std::string after;
  int limit = 50;
};

/// Tasks are written by `Store::commit`. Safe from several threads. Throws StorageUnavailable.
class Duties {
 public:
  virtual ~Duties() = default;
  [[nodiscard]] virtual std::optional<DutyTask> duty(const std::string& id) const = 0;
  [[nodiscard]] virtual std::vector<DutyTask> find(const DutyQuery& query) const = 0;
  /// The task of this plan, duty, unit and day, if there is one.
  [[nodiscard]] virtual std::optional<DutyTask> task(const std::string& plan, const std::string& duty,
                                                     const OfficeId& unit, Date due) const = 0;
};

}  // namespace vinhdanh
