// Dates of spreadsheets.
#include "adapters/sheets/sheet_dates.hpp"

#include <cmath>

namespace vinhdanh {

bool is_date_format(int id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

bool is_date_format(std::string_view code) {
  char closing = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (closing != 0) {
      if (c == closing) closing = 0;
    } else if (c == '"' || c == '[') {
      closing = c == '"' ? '"' : ']';
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == ';') {
      return false;
    } else if (c == 'd' || c == 'D' || c == 'y' || c == 'Y') {
      return true;
    }
  }
  return false;
}

std::optional<Date> day_of_serial(double serial, bool from_1904) {
  if (!std::isfinite(serial) || serial < 0 || serial >= 200'000) return std::nullopt;
  const int whole = static_cast<int>(serial);
  Date first = from_1904 ? *Date::of(1904, 1, 1) : Date(Date::of(1900, 1, 1)->days() - 1);
  if (!from_1904 && (whole == 0 || whole == 60)) return std::nullopt;
  const Date day = first.plus(!from_1904 && whole > 60 ? whole - 1 : whole);
  return Date::of(day.year(), day.month(), day.day());
}

}  // namespace vinhdanh
