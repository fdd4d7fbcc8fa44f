/// The verdicts on a nominee in three numbers, for whoever goes through a list.
#pragma once

#include "engine/eligibility/eligibility.hpp"

namespace vinhdanh {

struct CheckCounts {
  int met = 0;
  int to_look_over = 0;  ///< not known yet, or a warning
  int not_met = 0;       ///< it stands against the nominee
};

/// Left out is what has no say: a criterion that does not apply, an optional one that nobody attested, and where one of the
/// criteria is enough those beside the one that is met, or that failed while another may still be met.
CheckCounts count_checks(const EligibilityReport& report);

}  // namespace vinhdanh
