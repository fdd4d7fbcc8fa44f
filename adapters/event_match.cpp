// Which events a query of auditors asks for.
#include "adapters/event_match.hpp"

#include <charconv>

namespace vinhdanh {

std::string place_text(const EventPlaceKey& place) { return std::to_string(place.at) + ":" + std::to_string(place.number); }

std::optional<EventPlaceKey> place_of_text(const std::string& text) {
  EventPlaceKey place;
  const char* const end = text.data() + text.size();
  const auto at = std::from_chars(text.data(), end, place.at);
  if (at.ec != std::errc{} || at.ptr == end || *at.ptr != ':') return std::nullopt;
  const auto number = std::from_chars(at.ptr + 1, end, place.number);
  if (number.ec != std::errc{} || number.ptr != end) return std::nullopt;
  return place;
}

bool is_asked_for(const EventQuery& query, const Event& event) {
  return (!query.person || event.actor.person == *query.person) &&
         (!query.behalf_of || event.actor.behalf_of == query.behalf_of) &&
         (!query.office || event.actor.office == *query.office);
}

}  // namespace vinhdanh
