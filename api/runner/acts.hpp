/// What the program does by itself, through the same door as people: it closes what its day has closed, and turns duties
/// into tasks. It decides nothing.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/log.hpp"
#include "api/runner/options.hpp"

namespace vinhdanh {

/// Every open occasion whose last day is over. One whose drafts cannot lapse is named in the log and tried again later.
void close_due_occasions(const Deps& deps, const Logger& log);

/// Every task that is known by today and not there yet.
void assign_duties(const Deps& deps);

}  // namespace vinhdanh
