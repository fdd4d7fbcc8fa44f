/// What a dossier lacks: papers that are due, and grounds on which it may be found ineligible.
#pragma once

#include "engine/decide/lookup.hpp"

namespace vinhdanh::detail {

/// The papers due when leaving the unit or the current stage, none of which stands in its slot.
std::vector<const PaperRequirement*> missing_papers(const Case& asked);

/// Everything that a conclusion of ineligibility may cite now: failed criteria of effect `ground`, and required papers
/// missing up to the current stage.
std::vector<Ground> failing_grounds(const Case& asked);

}  // namespace vinhdanh::detail
