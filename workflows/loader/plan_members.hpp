/// The members of a plan file.
#pragma once

#include "engine/definition/plan.hpp"
#include "workflows/loader/reader.hpp"

namespace vinhdanh {

void members(ObjectReader& r, Plan& plan);

}  // namespace vinhdanh
