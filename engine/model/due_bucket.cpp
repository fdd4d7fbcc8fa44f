// How pressing a due date is on a day.
#include "engine/model/due_bucket.hpp"

namespace vinhdanh {

DueRange due_range(DueBucket bucket, Date today) {
  const Date sunday = today.plus(static_cast<int>((7 - today.weekday()) % 7));
  switch (bucket) {
    case DueBucket::overdue: return {std::nullopt, today.plus(-1)};
    case DueBucket::due_today: return {today, today};
    case DueBucket::due_this_week: return {today.plus(1), sunday};
    case DueBucket::due_later: return {sunday.plus(1), std::nullopt};
    case DueBucket::no_due: break;
  }
  return {};
}

DueBucket due_bucket(const std::optional<Date>& due, Date today) {
  if (!due) return DueBucket::no_due;
  for (const auto bucket : {DueBucket::overdue, DueBucket::due_today, DueBucket::due_this_week}) {
    if (*due <= *due_range(bucket, today).to) return bucket;
  }
  return DueBucket::due_later;
}

}  // namespace vinhdanh
