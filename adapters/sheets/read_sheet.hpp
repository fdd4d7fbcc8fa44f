/// Reads the first sheet of an XLSX file. For a process of its own (adapters/sheets/sheet_process.hpp): what a stranger sent is inflated
/// and parsed here.
#pragma once

#include <string_view>

#include "adapters/sheets/sheet.hpp"

namespace vinhdanh {

SheetRead read_sheet(std::string_view bytes, const SheetLimits& limits = {});

}  // namespace vinhdanh
