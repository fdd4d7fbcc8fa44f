/// What a day brings by itself: limits that come near or pass, holds to be looked at again, duties due. It only tells.
#pragma once

#include <set>

#include "api/runner/addressees.hpp"

namespace vinhdanh {

/// Of every open dossier, or only of these.
void tell_about_dossiers(const Deps& deps, const RunnerOptions& options);
void tell_about_dossiers(const Deps& deps, const RunnerOptions& options, const std::set<DossierId>& which);

/// Of every open task whose day is near or past.
void tell_about_duties(const Deps& deps, const RunnerOptions& options);

}  // namespace vinhdanh
