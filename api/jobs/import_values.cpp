// Nothing is guessed: what could be read in two ways is a fault.
#include "api/jobs/import_values.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "engine/codec/text.hpp"

namespace vinhdanh {
namespace {

std::optional<CellFault> fault_of_kind(const SheetCell& cell) {
  switch (cell.kind) {
    case CellKind::formula: return CellFault{"formula", ""};
    case CellKind::fault: return CellFault{"error_cell", cell.text};
    case CellKind::merged: return CellFault{"merged_cell", ""};
    case CellKind::wrong_date: return CellFault{"wrong_date", ""};
    default: return std::nullopt;
  }
}

bool all_digits(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> split_date(const std::string& text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == '/' || c == '-' || c == '.') parts.emplace_back();
    else parts.back() += c;
  }
  return parts;
}

CellValue<Date> date_in_text(const std::string& text) {
  if (const auto day = Date::parse(text)) return *day;
  const auto parts = split_date(text);
  const bool shaped = parts.size() == 3 && std::ranges::all_of(parts, all_digits) && parts[0].size() <= 2 && parts[1].size() <= 2 &&
                      parts[2].size() == 4;
  if (!shaped) return CellFault{"date_expected", ""};
  const auto day = Date::of(std::stoi(parts[2]), static_cast<unsigned>(std::stoi(parts[1])), static_cast<unsigned>(std::stoi(parts[0])));
  if (!day) return CellFault{"wrong_date", ""};
  return *day;
}

CellValue<Decimal> decimal_of(const std::string& text) {
  const auto value = Decimal::parse(text);
  if (!value) return CellFault{"number_expected", ""};
  return *value;
}

CellValue<Decimal> number_in_text(std::string text) {
  std::erase_if(text, [](char c) { return c == ' '; });
  const bool negative = text.starts_with('-');
  const std::string digits = negative ? text.substr(1) : text;
  const auto marks = std::ranges::count_if(digits, [](char c) { return c == '.' || c == ','; });
  if (marks == 0) return all_digits(digits) ? decimal_of(text) : CellValue<Decimal>(CellFault{"number_expected", ""});
  const auto at = digits.find_first_of(".,");
  const std::string whole = digits.substr(0, at);
  const std::string rest = digits.substr(at + 1);
  if (!all_digits(whole)) return CellFault{"number_expected", ""};
  if (marks > 1) return CellFault{"ambiguous_number", ""};
  if (!all_digits(rest)) return CellFault{"number_expected", ""};
  if (rest.size() == 3 && whole != "0") return CellFault{"ambiguous_number", ""};
  return decimal_of((negative ? "-" : "") + whole + "." + rest);
}

}  // namespace

CellValue<Date> date_in(const SheetCell& cell) {
  if (auto fault = fault_of_kind(cell)) return *fault;
  if (cell.kind == CellKind::date) return *Date::parse(cell.text);
  if (cell.kind != CellKind::text) return CellFault{"date_expected", ""};
  return date_in_text(cell.text);
}

CellValue<Decimal> number_in(const SheetCell& cell) {
  if (auto fault = fault_of_kind(cell)) return *fault;
  if (cell.kind == CellKind::number) return decimal_of(cell.text);
  if (cell.kind != CellKind::text) return CellFault{"number_expected", ""};
  return number_in_text(cell.text);
}

CellValue<std::string> text_in(const SheetCell& cell) {
  if (auto fault = fault_of_kind(cell)) return *fault;
  if (cell.kind == CellKind::boolean) return CellFault{"text_expected", ""};
  std::string text = cell.text;
  if (normalise_text(text) != TextFault::none) return CellFault{"unsafe_text", ""};
  return text;
}

}  // namespace vinhdanh
