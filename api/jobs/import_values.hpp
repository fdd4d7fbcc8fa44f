/// What a cell says where a date, a number or text is expected.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "adapters/sheets/sheet.hpp"
#include "engine/model/basics.hpp"

namespace vinhdanh {

/// The code of what is wrong (api/jobs/sheet_words.hpp), and what it is about.
struct CellFault {
  std::string code;
  std::string detail;
};

template <class T>
using CellValue = std::variant<T, CellFault>;

/// Day, month, year in this order, parted by / - or a dot; or YYYY-MM-DD; or a cell that is formatted as a date.
CellValue<Date> date_in(const SheetCell& cell);
/// A cell that is a number, or text with one comma or dot before the decimals. Three digits behind a single dot or comma may be
/// thousands: that is asked about, not guessed.
CellValue<Decimal> number_in(const SheetCell& cell);
/// A date that is no other however it is read, in forms that `date_in` does not take: the year before month and day, spaces around
/// what parts them, a time of day behind it, the month in words (31 tháng 12 năm 2024, 31-Dec-2024). Never with two digits for the year.
std::optional<Date> date_in_other_form(const std::string& text);
/// In one Unicode form.
CellValue<std::string> text_in(const SheetCell& cell);

}  // namespace vinhdanh
