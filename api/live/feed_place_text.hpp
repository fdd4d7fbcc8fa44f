/// A place in the feed as the id of a server-sent event.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/ports/notices.hpp"

namespace vinhdanh {

/// "12-345": transaction and number.
std::string text_of(const FeedPlace& place);
/// Nothing for what was not made by `text_of`.
std::optional<FeedPlace> feed_place_in(std::string_view text);

}  // namespace vinhdanh
