/// What is checked of a dossier by itself: the papers of its form and the criteria of its category.
#pragma once

#include <optional>
#include <vector>

#include "api/desk/commands/case.hpp"
#include "api/desk/request/answers.hpp"
#include "engine/eligibility/check_outcome.hpp"

namespace vinhdanh {

struct CheckedPaper {
  const PaperRequirement* requirement = nullptr;  ///< borrowed from the plan
  bool present = false;                           ///< one that was not superseded
};

/// In the plan's order; none where the plan has no such form.
std::vector<CheckedPaper> checked_papers(const Case& it);

/// Nothing where the plan has no such category. `it` outlives the report; the reasons in it are those of `attestations`.
std::optional<EligibilityReport> checked_criteria(const Case& it, const Attestations& attestations);

/// The criteria that have a say, and the papers that the sending asks for.
CheckCounts counted_checks(const std::vector<CheckedPaper>& papers, const std::optional<EligibilityReport>& criteria);

/// {met, to_look_over, not_met}
Json counts_json(const CheckCounts& counts);

}  // namespace vinhdanh
