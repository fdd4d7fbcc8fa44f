// Text as it is compared in a search: without case and without marks.
#include "api/desk/lists/fold_text.hpp"

#include <glib.h>

#include <algorithm>

namespace vinhdanh {

namespace {

std::string taken(gchar* text) {
  std::string copy = text == nullptr ? "" : text;
  g_free(text);
  return copy;
}

}  // namespace

std::string fold_text(std::string_view text) {
  const auto size = static_cast<gssize>(text.size());
  const auto apart = taken(g_utf8_normalize(text.data(), size, G_NORMALIZE_DEFAULT));
  const auto folded = taken(g_utf8_casefold(apart.c_str(), -1));
  std::string plain;
  for (const gchar* at = folded.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar letter = g_utf8_get_char(at);
    if (g_unichar_ismark(letter)) continue;
    if (letter == 0x111) {
      plain += 'd';
    } else {
      plain.append(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
    }
  }
  return plain;
}

std::vector<std::string> folded_words(std::string_view text) {
  const auto folded = fold_text(text);
  std::vector<std::string> words;
  bool inside = false;
  for (const gchar* at = folded.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
    const bool belongs = g_unichar_isalnum(g_utf8_get_char(at));
    if (belongs && !inside) words.emplace_back();
    if (belongs) words.back().append(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
    inside = belongs;
  }
  return words;
}

std::string folded_line(std::string_view text) {
  std::string line;
  for (const auto& word : folded_words(text)) line += (line.empty() ? "" : " ") + word;
  return line;
}

bool has_words(std::string_view text, const std::vector<std::string>& folded) {
  const auto words = folded_words(text);
  return std::ranges::all_of(folded, [&](const std::string& wanted) {
    return std::ranges::any_of(words, [&](const std::string& word) { return word.starts_with(wanted); });
  });
}

}  // namespace vinhdanh
