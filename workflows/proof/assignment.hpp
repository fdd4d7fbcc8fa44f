/// Exact search for persons who can carry a dossier from the unit to its end under separation of duties.
#pragma once

#include <optional>
#include <vector>

#include "workflows/proof/lineup.hpp"

namespace vinhdanh::detail {

enum class StaffingLack { sender, office, vacant, not_impartial, not_separate };

struct Failure {
  StaffingLack lack = StaffingLack::vacant;
  std::size_t stage = 0;  ///< number on the route; of no meaning for `sender`
  std::optional<HandKind> hand;
  std::vector<PersonId> barred;  ///< who is there but may not act
};

/// Who is missing whatever the persons do: no sender, no office, an empty hand. All of them.
std::vector<Failure> vacancies(const Lineup& lineup);

/// Nothing when somebody can be assigned to every hand; otherwise where the best attempt ends. Expects no vacancies.
std::optional<Failure> unassignable(const Lineup& lineup);

}  // namespace vinhdanh::detail
