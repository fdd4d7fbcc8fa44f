/// Dates of spreadsheets: which number formats mean one, and which day a serial number is.
#pragma once

#include <optional>
#include <string_view>

#include "engine/model/basics.hpp"

namespace vinhdanh {

/// By the id of a built-in format.
bool is_date_format(int id);
/// By the code of a format that the workbook brings.
bool is_date_format(std::string_view code);
/// The day of a serial number of the 1900 system, or of that of 1904; nothing for day 60 of the former, which no calendar has, and
/// for what is outside 1900..2199. The time of day is left out.
std::optional<Date> day_of_serial(double serial, bool from_1904);

}  // namespace vinhdanh
