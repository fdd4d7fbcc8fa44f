// Checks and NFC normalisation of text from outside, over GLib.
#include "engine/codec/text.hpp"

#include <glib.h>

#include <algorithm>
#include <memory>

namespace vinhdanh {
namespace {

// Normalisation sorts runs of marks in quadratic time, so their length is bounded before it starts.
constexpr int kMarksInARow = 30;

bool is_control(gunichar c) { return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F); }

bool is_bidi_control(gunichar c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

TextFault first_fault(const std::string& text) {
  int marks = 0;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    if (is_control(c)) return TextFault::control;
    if (is_bidi_control(c)) return TextFault::bidi_control;
    if (g_unichar_type(c) == G_UNICODE_FORMAT) return TextFault::invisible;
    // Also marks of class 0, such as U+034F: they would part a pile without showing.
    marks = g_unichar_ismark(c) || g_unichar_combining_class(c) != 0 ? marks + 1 : 0;
    if (marks > kMarksInARow) return TextFault::piled_marks;
  }
  return TextFault::none;
}

}  // namespace

TextFault normalise_text(std::string& text) {
  if (text.find('\0') != std::string::npos) return TextFault::nul;
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c) < 0x7F && !is_control(static_cast<gunichar>(c)); };
  if (std::ranges::all_of(text, is_plain)) return TextFault::none;
  const auto size = static_cast<gssize>(text.size());
  if (!g_utf8_validate(text.data(), size, nullptr)) return TextFault::invalid_utf8;
  if (const auto fault = first_fault(text); fault != TextFault::none) return fault;
  const std::unique_ptr<gchar, decltype(&g_free)> normal(g_utf8_normalize(text.data(), size, G_NORMALIZE_NFC), &g_free);
  if (!normal) return TextFault::invalid_utf8;
  text = normal.get();
  return TextFault::none;
}

bool is_valid_utf8(std::string_view text) {
  return text.find('\0') == std::string_view::npos && g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr);
}

std::string_view beginning_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && continues_character(text[end])) --end;
  return text.substr(0, end == 0 ? most : end);
}

}  // namespace vinhdanh
