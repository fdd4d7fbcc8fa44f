/// Why not: every reason that holds for a case, each with what is missing, where, and by which rule.
#pragma once

#include <vector>

#include "engine/decide/lookup.hpp"

namespace vinhdanh::detail {

/// Empty when the reason does not hold. Several when several things are missing (one per paper, criterion, member).
using Findings = std::vector<RefusalReason>;

/// Asks for one reason as the case's command means it. `case_closed`, `wrong_phase` and `not_on_hold` are the table's to
/// say, not asked here.
Findings findings(const Case& asked, Reason reason);

// Who may act.
Findings not_in_role(const Case& asked);
Findings not_responsible_office(const Case& asked);
Findings own_nomination(const Case& asked);
Findings own_submission(const Case& asked);
Findings already_acted(const Case& asked);

// How the case stands.
Findings on_hold(const Case& asked);
Findings assigned_to_another(const Case& asked);
Findings not_assigned(const Case& asked);
Findings not_last_sender(const Case& asked);
Findings occasion_not_open(const Case& asked);
Findings not_this_stage_kind(const Case& asked);
Findings proposal_missing(const Case& asked);
Findings disagreement_not_allowed(const Case& asked);
Findings return_not_allowed(const Case& asked);
Findings ineligible_not_allowed(const Case& asked);
Findings correction_pending(const Case& asked);
Findings no_correction(const Case& asked);
Findings decision_not_open(const Case& asked);
Findings quota_full(const Case& asked);
Findings rank_missing(const Case& asked);
Findings rank_taken(const Case& asked);
Findings nomination_exists(const Case& asked);
Findings nominee_dissolved(const Case& asked);
Findings number_taken(const Case& asked);
Findings already_notified(const Case& asked);

// What is in the dossier.
Findings paper_missing(const Case& asked);
Findings content_incomplete(const Case& asked);
Findings criterion_not_attested(const Case& asked);
Findings ground_not_found(const Case& asked);

// What was sent with the command.
Findings late_without_reason(const Case& asked);
Findings point_open(const Case& asked);
Findings unknown_choice(const Case& asked);
Findings reason_missing(const Case& asked);
Findings document_incomplete(const Case& asked);
Findings date_in_future(const Case& asked);
Findings date_in_past(const Case& asked);
Findings not_technical(const Case& asked);

/// A single finding, or none.
inline Findings only_if(bool holds, RefusalReason reason) {
  Findings found;
  if (holds) found.push_back(std::move(reason));
  return found;
}

}  // namespace vinhdanh::detail
