/// Brings the list entries of all dossiers up to the day and the rules.
#pragma once

#include <cstddef>

#include "api/desk/deps.hpp"

namespace vinhdanh {

/// Computes every entry anew and rewrites those that differ; how many. To be called when a business day begins and when a
/// definition is activated; looks at nothing when neither offices nor rules changed since the last time. One at a time: a
/// second caller waits for the first.
std::size_t refresh_entries(const Deps& deps);

/// Does the same when the entries were computed for another day. Every answer from the lists begins with it, so that none
/// is given by yesterday's rights.
void ensure_entries(const Deps& deps);

/// Does the same when they were computed for another day or by other rules, as after an upgrade. For the start.
void start_entries(const Deps& deps);

}  // namespace vinhdanh
