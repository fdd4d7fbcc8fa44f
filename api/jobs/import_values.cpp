// Nothing is guessed: what could be read in two ways is a fault.
#include "api/jobs/import_values.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "api/desk/lists/fold_text.hpp"
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

/// "dec", "december", "thg12", "th12".
std::optional<int> month_of_word(const std::string& word) {
  static constexpr auto months = std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july", "august",
                                                                  "september", "october", "november", "december"});
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (word == months[i] || word == months[i].substr(0, 3)) return static_cast<int>(i) + 1;
  }
  const std::string number = word.starts_with("thg") ? word.substr(3) : word.starts_with("th") ? word.substr(2) : "";
  return all_digits(number) && number.size() <= 2 ? std::optional(std::stoi(number)) : std::nullopt;
}

/// Without a time of day behind it: an hour of one or two digits, a colon, and what belongs to a time.
std::string without_time(const std::string& text) {
  const auto colon = text.find(':');
  if (colon == std::string::npos) return text;
  const auto part = text.find_last_of(" T", colon);
  const auto is_of_time = [](char c) { return std::string_view("0123456789:. APMapmZ").find(c) != std::string_view::npos; };
  const bool is_time = part != std::string::npos && colon - part <= 3 && std::ranges::all_of(text.substr(part + 1), is_of_time);
  return is_time ? text.substr(0, part) : "";
}

/// Day, month and year among words, where their order is beyond doubt.
std::optional<std::array<std::string, 3>> parts_of_date(std::vector<std::string> words) {
  if (!words.empty() && words.front() == "ngay") words.erase(words.begin());
  std::erase(words, "thang");
  std::erase(words, "nam");
  if (words.size() != 3) return std::nullopt;
  if (words[0].size() == 4) std::swap(words[0], words[2]);
  if (const auto month = month_of_word(words[1])) words[1] = std::to_string(*month);
  else if (const auto first = month_of_word(words[0])) words[0] = std::exchange(words[1], std::to_string(*first));
  return std::array{words[0], words[1], words[2]};
}

}  // namespace

std::optional<Date> date_in_other_form(const std::string& text) {
  const auto is_sign = [](char c) { return std::string_view("()[]+*=?~<>|&").find(c) != std::string_view::npos; };
  if (text.size() > 60 || std::ranges::any_of(text, is_sign)) return std::nullopt;
  const auto parts = parts_of_date(folded_words(without_time(text)));
  if (!parts) return std::nullopt;
  const auto& [day, month, year] = *parts;
  if (!std::ranges::all_of(*parts, all_digits) || day.size() > 2 || month.size() > 2 || year.size() != 4) return std::nullopt;
  return Date::of(std::stoi(year), static_cast<unsigned>(std::stoi(month)), static_cast<unsigned>(std::stoi(day)));
}

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
