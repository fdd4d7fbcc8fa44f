// The closed list of reasons, each beside the question that finds it.
#include "engine/decide/findings.hpp"

#include <array>

#include "engine/decide/wording.hpp"

namespace vinhdanh::detail {
namespace {

using Question = Findings (*)(const Case&);

Findings said_by_table(const Case&) { return {}; }

struct AskedFor {
  Reason reason;
  Question question;
};

constexpr auto kQuestions = std::to_array<AskedFor>({
    {Reason::not_in_role, not_in_role},
    {Reason::not_responsible_office, not_responsible_office},
    {Reason::own_nomination, own_nomination},
    {Reason::own_submission, own_submission},
    {Reason::already_acted, already_acted},
    {Reason::case_closed, said_by_table},
    {Reason::wrong_phase, said_by_table},
    {Reason::on_hold, on_hold},
    {Reason::not_on_hold, said_by_table},
    {Reason::assigned_to_another, assigned_to_another},
    {Reason::not_assigned, not_assigned},
    {Reason::not_last_sender, not_last_sender},
    {Reason::occasion_not_open, occasion_not_open},
    {Reason::not_this_stage_kind, not_this_stage_kind},
    {Reason::proposal_missing, proposal_missing},
    {Reason::disagreement_not_allowed, disagreement_not_allowed},
    {Reason::return_not_allowed, return_not_allowed},
    {Reason::ineligible_not_allowed, ineligible_not_allowed},
    {Reason::correction_pending, correction_pending},
    {Reason::no_correction, no_correction},
    {Reason::decision_not_open, decision_not_open},
    {Reason::quota_full, quota_full},
    {Reason::rank_missing, rank_missing},
    {Reason::rank_taken, rank_taken},
    {Reason::nomination_exists, nomination_exists},
    {Reason::nominee_dissolved, nominee_dissolved},
    {Reason::number_taken, number_taken},
    {Reason::already_notified, already_notified},
    {Reason::paper_missing, paper_missing},
    {Reason::content_incomplete, content_incomplete},
    {Reason::late_without_reason, late_without_reason},
    {Reason::criterion_not_attested, criterion_not_attested},
    {Reason::point_open, point_open},
    {Reason::ground_not_found, ground_not_found},
    {Reason::unknown_choice, unknown_choice},
    {Reason::reason_missing, reason_missing},
    {Reason::document_incomplete, document_incomplete},
    {Reason::date_in_future, date_in_future},
    {Reason::date_in_past, date_in_past},
    {Reason::not_technical, not_technical},
});

constexpr bool asks_for_every_reason() {
  for (std::size_t i = 0; i < kQuestions.size(); ++i) {
    if (kQuestions[i].reason != static_cast<Reason>(i)) return false;
  }
  return kQuestions.size() == Names<Reason>::all.size();
}
static_assert(asks_for_every_reason());

}  // namespace

Findings findings(const Case& asked, Reason reason) {
  Findings found = kQuestions[static_cast<std::size_t>(reason)].question(asked);
  for (RefusalReason& each : found) put_into_words(asked, each);
  return found;
}

}  // namespace vinhdanh::detail
