/// Verification of what an auditor may see: everything, or the dossiers of his units.
#pragma once

#include "api/desk/deps.hpp"
#include "engine/invariants/verification.hpp"

namespace vinhdanh {

/// How many streams `verify_scope` reads, give or take what is added meanwhile.
std::int64_t streams_in_scope(const Deps& deps, const Actor& actor);
/// Calls `progress` after each stream; what that throws ends it.
StoreVerification verify_scope(const Deps& deps, const Actor& actor, const Progress& progress = {});
/// As openapi.yaml's StoreVerification says, with at most 200 violations.
Json verdict_json(const StoreVerification& found);

}  // namespace vinhdanh
