/// Short words for the table: offices by the part they play, and what a stage does.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace vinhdanh::journeys {

/// "Sở LĐTBXH xét duyệt" for a stage of a plan.
std::string short_stage(const nlohmann::json& stage);

/// "15/10/2020" for "2020-10-15".
std::string short_date(const std::string& date);

}  // namespace vinhdanh::journeys
