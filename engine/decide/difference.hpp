/// What a resubmission changed, and whether it kept to the points it was returned for.
#pragma once

#include <string>
#include <vector>

#include "engine/model/content.hpp"
#include "engine/model/dossier.hpp"

namespace vinhdanh::detail {

/// JSON Pointers of the members that differ, then "/papers/<slot>" for each of the unit's slots filled since the last
/// freezing.
std::vector<std::string> changed_since(const Content& frozen, const Content& now, const Dossier& dossier);

/// Every changed path equals the pointer of a returned point or lies under one.
bool keeps_to_points(const std::vector<std::string>& changed, const std::vector<ReturnPoint>& points);

}  // namespace vinhdanh::detail
