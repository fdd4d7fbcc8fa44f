// Reading and writing of dates, instants and decimal figures.
#include "engine/model/basics.hpp"

#include <chrono>

#include "engine/model/legal_time.hpp"

namespace vinhdanh {
namespace {

constexpr std::int64_t kDay = 86'400'000;
constexpr std::int64_t kUnit = 10'000;

std::chrono::year_month_day calendar_day(Date date) {
  return std::chrono::sys_days(std::chrono::days(date.days()));
}

/// The value of a text made of decimal digits only; nothing otherwise.
std::optional<std::int64_t> digits(std::string_view text) {
  if (text.empty() || text.size() > 12) return std::nullopt;
  std::int64_t value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(std::int64_t value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

/// `value` has at most `width` digits.
void add_digits(std::string& text, std::int64_t value, std::size_t width) {
  text.append(width, '0');
  for (auto digit = text.rbegin(); value != 0; value /= 10) *digit++ = static_cast<char>('0' + value % 10);
}

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

}  // namespace

std::optional<Date> Date::of(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (year < 1900 || year > 2199 || !date.ok()) return std::nullopt;
  return Date(static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count()));
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return of(static_cast<int>(*year), static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

int Date::year() const { return static_cast<int>(calendar_day(*this).year()); }
unsigned Date::month() const { return static_cast<unsigned>(calendar_day(*this).month()); }
unsigned Date::day() const { return static_cast<unsigned>(calendar_day(*this).day()); }

unsigned Date::weekday() const {
  return std::chrono::weekday(std::chrono::sys_days(std::chrono::days(days_))).c_encoding();
}

std::string Date::text() const {
  const auto date = calendar_day(*this);
  std::string text = padded(static_cast<int>(date.year()), 4);
  text.reserve(24);
  add_digits(text += '-', static_cast<unsigned>(date.month()), 2);
  add_digits(text += '-', static_cast<unsigned>(date.day()), 2);
  return text;
}

Date Instant::legal_date() const {
  return Date(static_cast<std::int32_t>(floor_divide(milliseconds + kVietNamOffset, kDay)));
}

std::string Instant::text() const {
  const std::int64_t day = floor_divide(milliseconds, kDay);
  const std::int64_t rest = milliseconds - day * kDay;
  std::string text = Date(static_cast<std::int32_t>(day)).text();
  add_digits(text += 'T', rest / 3'600'000, 2);
  add_digits(text += ':', rest / 60'000 % 60, 2);
  add_digits(text += ':', rest / 1'000 % 60, 2);
  add_digits(text += '.', rest % 1'000, 3);
  return text += 'Z';
}

std::optional<Instant> Instant::parse(std::string_view text) {
  if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':') return std::nullopt;
  if (text[19] != '.' || text[23] != 'Z') return std::nullopt;
  const auto date = Date::parse(text.substr(0, 10));
  const auto hour = digits(text.substr(11, 2));
  const auto minute = digits(text.substr(14, 2));
  const auto second = digits(text.substr(17, 2));
  const auto millisecond = digits(text.substr(20, 3));
  if (!date || !hour || !minute || !second || !millisecond) return std::nullopt;
  if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return Instant{date->days() * kDay + *hour * 3'600'000 + *minute * 60'000 + *second * 1'000 + *millisecond};
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto point = text.find('.');
  const auto whole = digits(text.substr(0, point));
  if (!whole) return std::nullopt;
  std::int64_t units = *whole * kUnit;
  if (point != std::string_view::npos) {
    const auto decimals = text.substr(point + 1);
    const auto part = digits(decimals);
    if (!part || decimals.size() > 4) return std::nullopt;
    std::int64_t scaled = *part;
    for (auto i = decimals.size(); i < 4; ++i) scaled *= 10;
    units += scaled;
  }
  return Decimal(negative ? -units : units);
}

std::string Decimal::text() const {
  const auto bits = static_cast<std::uint64_t>(units_);
  const std::uint64_t magnitude = units_ < 0 ? 0 - bits : bits;
  std::string text = (units_ < 0 ? "-" : "") + std::to_string(magnitude / kUnit);
  if (const auto rest = magnitude % kUnit; rest != 0) {
    text += '.' + padded(static_cast<std::int64_t>(rest), 4);
    while (text.back() == '0') text.pop_back();
  }
  return text;
}

}  // namespace vinhdanh
