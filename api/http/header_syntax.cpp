// Parsing of header values without allocation tricks: headers are bounded to 16 KiB before they get here.
#include "api/http/header_syntax.hpp"

#include <algorithm>

namespace vinhdanh {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int weight_of(std::string_view text) {
  const bool starts = !text.empty() && (text[0] == '0' || text[0] == '1') && (text.size() == 1 || text[1] == '.');
  if (!starts || text.size() > 5) return 0;
  int weight = (text[0] - '0') * 1000;
  int scale = 100;
  for (std::size_t i = 2; i < text.size(); ++i, scale /= 10) {
    if (!is_digit(text[i])) return 0;
    weight += (text[i] - '0') * scale;
  }
  return std::min(weight, 1000);
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(at);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string lower_case(std::string_view ascii) {
  std::string lower(ascii);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_header_name(std::string_view text) {
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.find(c) != std::string_view::npos;
  });
}

bool is_header_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
  });
}

std::vector<WeightedItem> weighted_list(std::string_view header) {
  std::vector<WeightedItem> items;
  for (const auto member : split(header, ',')) {
    const auto parts = split(member, ';');
    if (parts.front().empty()) continue;
    WeightedItem item{lower_case(parts.front())};
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const auto parameter = lower_case(parts[i]);
      if (parameter.starts_with("q=")) item.weight = weight_of(std::string_view(parameter).substr(2));
    }
    items.push_back(std::move(item));
  }
  return items;
}

bool accepts(std::string_view accept_header, std::string_view media) {
  const auto items = weighted_list(accept_header);
  if (items.empty()) return true;
  const std::string any_subtype = std::string(media.substr(0, media.find('/'))) + "/*";
  // The most specific member decides (RFC 9110, 12.5.1): "*/*, application/json;q=0" refuses JSON.
  int best = -1;
  int weight = 0;
  for (const auto& item : items) {
    const int specific = item.value == media ? 2 : item.value == any_subtype ? 1 : item.value == "*/*" ? 0 : -1;
    if (specific < 0 || specific < best) continue;
    weight = specific > best ? item.weight : std::max(weight, item.weight);
    best = specific;
  }
  return weight > 0;
}

std::string preferred_language(std::string_view accept_language) {
  int vietnamese = -1;
  int english = -1;
  for (const auto& item : weighted_list(accept_language)) {
    const auto primary = item.value.substr(0, item.value.find('-'));
    if (primary == "vi") vietnamese = std::max(vietnamese, item.weight);
    if (primary == "en") english = std::max(english, item.weight);
  }
  return english > 0 && english > vietnamese ? "en" : "vi";
}

}  // namespace vinhdanh
