/// Which events a query of auditors asks for, and the places by which its pages go on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/ports/store.hpp"

namespace vinhdanh {

/// By time, then in the order of commits.
struct EventPlaceKey {
  std::int64_t at = 0;
  std::int64_t number = 0;
  auto operator<=>(const EventPlaceKey&) const = default;
};

std::string place_text(const EventPlaceKey& place);
/// Nothing for the first page, and for a text that no page gave.
std::optional<EventPlaceKey> place_of_text(const std::string& text);

/// What the query asks of the event itself; where it was and when is the caller's.
bool is_asked_for(const EventQuery& query, const Event& event);

}  // namespace vinhdanh
