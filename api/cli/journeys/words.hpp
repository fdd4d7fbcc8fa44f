/// Short words for the table: names of stages, and dates.
#pragma once

#include <string>

#include "engine/codec/json.hpp"

namespace vinhdanh::journeys {

/// The name that the plan gives the stage, with the usual short forms: "Sở LĐTBXH tiếp nhận, xét duyệt".
std::string short_stage(const nlohmann::json& stage);

/// "15/10/2020" for "2020-10-15".
std::string short_date(const std::string& date);

}  // namespace vinhdanh::journeys
