// Statuses of refusals, and which of them need the payload to be judged.
#include "engine/refusal/refusal.hpp"

namespace vinhdanh {

// The order of the enumeration is the order of precedence: who, then the state of the case, then what was sent.
int status_of(Reason reason) {
  if (reason <= Reason::already_acted) return 403;
  if (reason <= Reason::already_notified) return 409;
  return 422;
}

bool depends_on_payload(Reason reason) {
  switch (reason) {
    case Reason::unknown_choice:
    case Reason::reason_missing:
    case Reason::document_incomplete:
    case Reason::date_in_future:
    case Reason::date_in_past:
    case Reason::late_without_reason:
    case Reason::point_open:
    case Reason::ground_not_found:
    case Reason::number_taken:
    case Reason::not_technical:
    case Reason::rank_taken:
    case Reason::decision_not_open:
      return true;
    default:
      return false;
  }
}

}  // namespace vinhdanh
