/// For whom a deputy acted (KT.), and by which document.
#pragma once

#include "api/desk/deps.hpp"
#include "api/desk/request/answers.hpp"

namespace vinhdanh {

/// `{"person", "name", "document": {"number", "date"}}`; null when the actor acted for himself.
Json acting_for(const Deps& deps, const Actor& actor);

}  // namespace vinhdanh
