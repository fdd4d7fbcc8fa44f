/// How the verdicts on a nominee count, each by itself and in three numbers for whoever goes through a list.
#pragma once

#include "engine/eligibility/eligibility.hpp"

namespace vinhdanh {

enum class CheckOutcome { met, to_look_over, not_met };
VINHDANH_NAMES(CheckOutcome, "met", "to_look_over", "not_met");

/// `to_look_over` is what is not known yet, and a warning; `not_met` what stands against the nominee and can be a ground.
/// Nothing where the finding has no say: a criterion that does not apply, an optional one that nobody attested, and where one
/// of the criteria is enough those beside the one that is met, or that failed while another may still be met.
std::optional<CheckOutcome> outcome_of(const EligibilityReport& report, const CriterionFinding& finding);

struct CheckCounts {
  int met = 0;
  int to_look_over = 0;
  int not_met = 0;
};

CheckCounts count_checks(const EligibilityReport& report);

}  // namespace vinhdanh
