/// The walker's own fold: what each event does to the walker's small state.
#pragma once

#include "engine/definition/plan.hpp"
#include "engine/invariants/walked.hpp"

namespace vinhdanh::detail {

/// Takes the event as true, whether it was legal or not.
void take(Walked& state, const SealedEvent& event, const Plan& plan);

/// True when every path is, or lies under, the pointer of a returned point.
bool within_points(const std::vector<std::string>& changed, const std::map<std::string, std::string>& points);

}  // namespace vinhdanh::detail
