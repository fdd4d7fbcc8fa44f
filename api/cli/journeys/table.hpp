/// The report as an aligned table for a terminal of 120 columns or more.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "api/cli/journeys/report.hpp"

namespace vinhdanh::journeys {

/// Columns that a UTF-8 text takes on a terminal; combining marks take none.
std::size_t columns_of(const std::string& text);

/// Lines of at most `width` columns, broken at spaces; a longer word is broken where it must. Never empty.
std::vector<std::string> wrapped(const std::string& text, std::size_t width);

/// Rows by plan in the order given, one route step per line, a legend and, if any, the journeys that were missed.
std::string table_of(const Report& report);

}  // namespace vinhdanh::journeys
