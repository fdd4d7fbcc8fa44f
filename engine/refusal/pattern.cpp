// Fills a sentence's pattern with its details.
#include "engine/refusal/pattern.hpp"

namespace vinhdanh::detail {
namespace {

/// The part with its details in place, or nothing when one is missing.
std::optional<std::string> filled(std::string_view part, const DetailNamed& named) {
  std::string text;
  while (!part.empty()) {
    const auto open = part.find('{');
    text += part.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = part.find('}', open);
    const auto value = named(part.substr(open + 1, close - open - 1));
    if (!value) return std::nullopt;
    text += *value;
    part.remove_prefix(close + 1);
  }
  return text;
}

}  // namespace

std::string fill_pattern(std::string_view pattern, const DetailNamed& named) {
  std::string text;
  while (!pattern.empty()) {
    const auto open = pattern.find('[');
    text += filled(pattern.substr(0, open), named).value_or("…");
    if (open == std::string_view::npos) break;
    const auto close = pattern.find(']', open);
    text += filled(pattern.substr(open + 1, close - open - 1), named).value_or("");
    pattern.remove_prefix(close + 1);
  }
  return text;
}

}  // namespace vinhdanh::detail
