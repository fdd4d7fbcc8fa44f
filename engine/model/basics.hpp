/// Dates, instants and decimal figures: the plain values every other room is built from.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vinhdanh {

/// Ids are lower-case UUIDv7 text, except those of definitions and offices, which are lower snake names.
using PersonId = std::string;
using AppointmentId = std::string;
using OfficeId = std::string;
using DossierId = std::string;
using SubmissionId = std::string;
using OccasionId = std::string;
using DecisionId = std::string;
using PaperId = std::string;
using StageId = std::string;
using FormCode = std::string;

/// A plain legal date (UTC+7), without a time of day. Days are counted from 1970-01-01.
class Date {
 public:
  constexpr Date() = default;
  constexpr explicit Date(std::int32_t days_since_epoch) : days_(days_since_epoch) {}
  /// Nothing when the day does not exist (2026-02-29) or the year is outside 1900..2199.
  static std::optional<Date> of(int year, unsigned month, unsigned day);
  /// Reads strictly `YYYY-MM-DD`; nothing for any other text.
  static std::optional<Date> parse(std::string_view text);

  [[nodiscard]] constexpr std::int32_t days() const { return days_; }
  [[nodiscard]] int year() const;
  [[nodiscard]] unsigned month() const;
  [[nodiscard]] unsigned day() const;
  /// 0 is Sunday, 6 is Saturday.
  [[nodiscard]] unsigned weekday() const;
  [[nodiscard]] constexpr Date plus(int days) const { return Date(days_ + days); }
  [[nodiscard]] std::string text() const;
  auto operator<=>(const Date&) const = default;

 private:
  std::int32_t days_ = 0;
};

/// Milliseconds since 1970-01-01T00:00Z.
struct Instant {
  std::int64_t milliseconds = 0;
  /// The legal date at this instant: Viet Nam is UTC+7 all year.
  [[nodiscard]] Date legal_date() const;
  /// `2025-01-24T02:03:04.005Z`.
  [[nodiscard]] std::string text() const;
  static std::optional<Instant> parse(std::string_view text);
  auto operator<=>(const Instant&) const = default;
};

/// A figure as the law writes it, exact to 1/10,000; never a double.
class Decimal {
 public:
  constexpr Decimal() = default;
  static constexpr Decimal of_units(std::int64_t ten_thousandths) { return Decimal(ten_thousandths); }
  /// Reads `-?digits[.digits]` with at most 4 decimals and 12 whole digits; a comma is refused (the API speaks JSON).
  static std::optional<Decimal> parse(std::string_view text);
  [[nodiscard]] constexpr std::int64_t units() const { return units_; }
  /// Shortest text that reads back to the same value: `6`, `5.99`.
  [[nodiscard]] std::string text() const;
  auto operator<=>(const Decimal&) const = default;
  constexpr Decimal operator-(Decimal other) const { return Decimal(units_ - other.units_); }

 private:
  constexpr explicit Decimal(std::int64_t units) : units_(units) {}
  std::int64_t units_ = 0;
};

}  // namespace vinhdanh
