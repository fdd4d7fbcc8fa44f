/// What year-end figures show against a predicate of a plan.
#pragma once

#include <vector>

#include "engine/eligibility/eligibility.hpp"

namespace vinhdanh {

struct PredicateResult {
  CriterionVerdict verdict = CriterionVerdict::unknown;  ///< met, not_met or unknown
  std::vector<UsedFigure> figures;
  std::vector<int> failing_years;
  std::vector<DerivedValue> derived;
  std::vector<MissingFigure> missing;
};

/// One known failure decides; a missing figure decides only that nothing else is known.
PredicateResult evaluate(const Predicate& predicate, const PlanSettings& settings, const Figures& figures,
                         const FigureChecks& checks = {});

}  // namespace vinhdanh
