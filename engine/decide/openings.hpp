/// Who may open a review of a plan, for which forms and when.
#pragma once

#include <vector>

#include "engine/definition/organisation.hpp"
#include "engine/definition/plan.hpp"
#include "engine/model/dossier.hpp"
#include "engine/refusal/refusal.hpp"

namespace vinhdanh {

/// Why `wanted.office` may not open this occasion today, in order of precedence; empty when it may.
///
/// The plan expects reviews: a milestone with forms, opened by an office role. The office must hold that role for the
/// occasion's territory, or for itself with the territory in its own subtree (a unit's or district's own review).
std::vector<RefusalReason> reasons_against_opening(const Occasion& wanted, const Plan& plan,
                                                   const Organisation& organisation, Date today);

}  // namespace vinhdanh
