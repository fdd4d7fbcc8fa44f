/// Who is told: the people in office, and the notices made for them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "api/desk/deps.hpp"
#include "api/runner/options.hpp"
#include "engine/notices/told.hpp"

namespace vinhdanh {

/// The occurrence that is told, the same whenever it is looked at again.
struct Occurrence {
  std::string key;
  StreamKind stream = StreamKind::dossier;
  std::string id;
  Instant at;
  const Actor* actor = nullptr;  ///< who is not told what he did himself
};

/// Remembers people for one pass. For one thread.
class Addressees {
 public:
  Addressees(const Deps& deps, const RunnerOptions& options);

  void tell(const Told& told, const Occurrence& occurrence, Date day, std::vector<Notice>& notices);
  [[nodiscard]] const std::vector<Appointment>& appointments() const { return appointments_; }
  [[nodiscard]] const Appointment* appointment(const AppointmentId& id) const;

 private:
  const std::optional<Account>& account(const PersonId& person);

  const Deps& deps_;
  const RunnerOptions& options_;
  std::vector<Appointment> appointments_;
  std::map<PersonId, std::optional<Account>> accounts_;
};

}  // namespace vinhdanh
