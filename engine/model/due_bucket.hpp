/// How pressing a due date is on a day, in the words of inboxes and counts.
#pragma once

#include <optional>

#include "engine/model/basics.hpp"
#include "engine/model/names.hpp"

namespace vinhdanh {

/// This week ends with its Sunday. In the order of days; `no_due` is after all of them.
enum class DueBucket { overdue, due_today, due_this_week, due_later, no_due };
VINHDANH_NAMES(DueBucket, "overdue", "due_today", "due_this_week", "due_later", "no_due");

/// Both ends inclusive; an absent one is open.
struct DueRange {
  std::optional<Date> from;
  std::optional<Date> to;
};

/// The days of a bucket; of `no_due` no days at all, and neither end.
DueRange due_range(DueBucket bucket, Date today);
DueBucket due_bucket(const std::optional<Date>& due, Date today);

}  // namespace vinhdanh
