/// What a verification found, for those who were not there.
#pragma once

#include <optional>

#include "api/desk/deps.hpp"
#include "engine/ports/jobs.hpp"

namespace vinhdanh {

/// Who had it done in which installation, over what, when, and the verdict with the digest that another verification of the same
/// history gives too; nothing while the job has no verdict.
std::optional<Json> certificate_of(const Deps& deps, const Actor& actor, const Job& job);

}  // namespace vinhdanh
