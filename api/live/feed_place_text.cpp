// Two whole numbers and a dash.
#include "api/live/feed_place_text.hpp"

#include <charconv>

namespace vinhdanh {
namespace {

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

}  // namespace

std::string text_of(const FeedPlace& place) { return std::to_string(place.transaction) + "-" + std::to_string(place.seq); }

std::optional<FeedPlace> feed_place_in(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto transaction = number_in(text.substr(0, dash));
  const auto seq = number_in(text.substr(dash + 1));
  if (!transaction || !seq) return std::nullopt;
  return FeedPlace{*transaction, *seq};
}

}  // namespace vinhdanh
