/// The closed list of refusals, in order of precedence, and what a refusal says.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/definition/source.hpp"
#include "engine/model/names.hpp"

namespace vinhdanh {

/// Every reason for which the engine refuses a command. The status of an answer is that of the first reason in this
/// order.
enum class Reason {
  not_in_role, not_responsible_office, own_nomination, own_submission, already_acted,
  case_closed, wrong_phase, on_hold, not_on_hold, assigned_to_another, not_assigned, not_last_sender, occasion_not_open, not_this_stage_kind, proposal_missing,
  disagreement_not_allowed, return_not_allowed, ineligible_not_allowed, correction_pending, no_correction,
  decision_not_open, quota_full, rank_missing, rank_taken, nomination_exists, nominee_dissolved, number_taken,
  already_notified,
  paper_missing, content_incomplete, late_without_reason, criterion_not_attested, point_open, ground_not_found,
  unknown_choice, reason_missing, document_incomplete, date_in_future, date_in_past, not_technical,
};
VINHDANH_NAMES(Reason, "not_in_role", "not_responsible_office", "own_nomination", "own_submission", "already_acted",
               "case_closed", "wrong_phase", "on_hold", "not_on_hold", "assigned_to_another", "not_assigned",
               "not_last_sender", "occasion_not_open", "not_this_stage_kind",
               "proposal_missing", "disagreement_not_allowed", "return_not_allowed", "ineligible_not_allowed",
               "correction_pending", "no_correction", "decision_not_open", "quota_full", "rank_missing", "rank_taken",
               "nomination_exists", "nominee_dissolved", "number_taken", "already_notified", "paper_missing",
               "content_incomplete", "late_without_reason", "criterion_not_attested", "point_open", "ground_not_found",
               "unknown_choice", "reason_missing", "document_incomplete", "date_in_future",
               "date_in_past", "not_technical");

/// HTTP status of a reason: 403 who, 409 state, 422 what was sent or is missing.
int status_of(Reason reason);

/// True when the reason can only be judged with the payload in hand; `permitted` does not report such a reason.
bool depends_on_payload(Reason reason);

/// One reason that holds. `details` fill the sentence ("holder", "limit", "slot", …) and name what would have to be
/// true.
struct RefusalReason {
  Reason code = Reason::wrong_phase;
  std::map<std::string, std::string> details;
  std::optional<std::string> pointer;  ///< JSON Pointer into the payload or the content
  std::optional<Source> source;        ///< the rule it rests on, when it comes from a definition
};

/// "Expected …, but …", in Vietnamese and in English. What a sentence says beyond its reason comes from the details,
/// all optional. `<name>_vi` and `<name>_en` win over `<name>` in their language. Codes of roles, phases and stage
/// kinds (several parted by ", "), slots of papers and members become words, dates are written with the day first; an
/// id or a code that has no words is left out, so that no sentence shows one. The names, by reason:
/// - role: not_in_role; office: not_responsible_office, nominee_dissolved
/// - stage: already_acted, return_not_allowed, ineligible_not_allowed; kind: not_this_stage_kind
/// - phase: case_closed, wrong_phase; expected: wrong_phase; sender: not_last_sender
/// - opens, occasion: occasion_not_open
/// - limit, holder: quota_full; rank, holder: rank_taken; dossier: nomination_exists; decision: decision_not_open
/// - document, review: on_hold; person: assigned_to_another (a name, never an id)
/// - number: number_taken, already_notified; slot: paper_missing; deadline: late_without_reason
/// - criterion: criterion_not_attested; point: point_open; ground: ground_not_found
/// - member (else the reason's pointer), value: unknown_choice; date, today: date_in_future
/// - pointer, else the reason's own: correction_pending, content_incomplete, reason_missing, document_incomplete,
///   not_technical
struct Sentence {
  std::string vi;
  std::string en;
};
Sentence sentence_of(const RefusalReason& reason);

/// All reasons that hold, in order of precedence; never empty.
struct Refusal {
  std::vector<RefusalReason> reasons;
};

}  // namespace vinhdanh
