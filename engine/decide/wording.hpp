/// The words of a case for what its reasons name: offices on the day, stages, criteria and figures of the plan, points.
#pragma once

#include "engine/decide/lookup.hpp"

namespace vinhdanh::detail {

/// Adds `<name>_vi` and `<name>_en` for each detail that bears an id the case can name, and for a pointer to a figure
/// or a criterion. The proper names of the definitions are Vietnamese in both languages.
void put_into_words(const Case& asked, RefusalReason& reason);

}  // namespace vinhdanh::detail
