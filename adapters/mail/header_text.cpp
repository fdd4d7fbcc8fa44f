// Texts in the headers of e-mails.
#include "adapters/mail/header_text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "engine/codec/base64.hpp"
#include "engine/codec/text.hpp"

namespace vinhdanh {
namespace {

/// "=?UTF-8?B?" and "?=" leave 63 of 75 characters, which hold 45 bytes in base64.
constexpr std::size_t kBytesAWord = 45;

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; }) &&
         text.find("=?") == std::string_view::npos;
}

}  // namespace

std::string encoded_header(std::string_view text) {
  std::string clean(text);
  std::ranges::replace_if(clean, [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; }, ' ');
  if (is_plain(clean)) return clean;
  std::string header;
  for (std::string_view left = clean; !left.empty();) {
    const auto word = beginning_of(left, kBytesAWord);
    header += (header.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + to_base64(word) + "?=";
    left.remove_prefix(word.size());
  }
  return header;
}

bool is_mail_address(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || at == 0 || at + 1 == text.size() || text.size() > 254) return false;
  if (text.find('@', at + 1) != std::string_view::npos) return false;
  return std::ranges::all_of(text, [](char c) {
    return c > ' ' && c <= '~' && std::string_view("<>()[],;:\"\\").find(c) == std::string_view::npos;
  });
}

std::string domain_of(std::string_view address) {
  const auto at = address.find('@');
  return at == std::string_view::npos ? std::string() : std::string(address.substr(at + 1));
}

std::string mail_date(Instant instant) {
  static constexpr std::array<const char*, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::int64_t seconds = instant.milliseconds / 1000;
  const Date day(static_cast<std::int32_t>(seconds / 86'400));
  const auto time = static_cast<int>(seconds % 86'400);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d +0000", days[day.weekday()], day.day(),
                months[day.month() - 1], day.year(), time / 3600, time / 60 % 60, time % 60);
  return text.data();
}

}  // namespace vinhdanh
