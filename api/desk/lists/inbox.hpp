/// The boxes of a person's inbox, each a list over what waits for him, his office, or others because of them.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

/// Weeks begin on Monday. Each box holds the same for a page, its total and its count.
enum class Box {
  mine,                ///< waits for a hand of the caller's role in his office and nobody else took it up
  office,              ///< waits for his office
  overdue,             ///< the same, its limit ended before today
  due_today,
  due_this_week,       ///< after today
  due_later,           ///< after this week
  returned,            ///< to his unit for repair, or by his office
  waiting_for_others,  ///< his office had a part in it and somebody else has it
  done,                ///< the same, at its end
};
VINHDANH_NAMES(Box, "mine", "office", "overdue", "due_today", "due_this_week", "due_later", "returned",
               "waiting_for_others", "done");

ListFilter filter_of(Box box, const Actor& actor, Date today);

/// GET /v1/inbox?box=&order=&total=&limit=&cursor=
HttpResponse show_inbox(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/inbox/counts
HttpResponse count_inbox(const Deps& deps, const HttpRequest& request, const Actor& actor);

}  // namespace vinhdanh
