/// Where in the feed a moment is.
#pragma once

#include "engine/ports/notices.hpp"

namespace vinhdanh {

/// A place behind which lies everything that happened at `since` (business time) or later, and what happened in the minute before:
/// what is decided by several at once is not committed in the order of its times.
FeedPlace place_before(const Notices& notices, Instant since);

}  // namespace vinhdanh
