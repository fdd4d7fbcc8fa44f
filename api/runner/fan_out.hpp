/// Makes notices of events: reads the feed from where it stopped, each event once.
#pragma once

#include <set>

#include "api/runner/addressees.hpp"

namespace vinhdanh {

/// What the events of one reading were about, for those who look at limits.
struct Touched {
  std::set<DossierId> dossiers;
  std::set<std::string> duties;
  bool people = false;  ///< somebody was appointed, or a definition activated
};

/// To the end of the feed. What is told and how far it has come are kept in one transaction, page by page.
void fan_out(const Deps& deps, const RunnerOptions& options, Touched& touched);

}  // namespace vinhdanh
