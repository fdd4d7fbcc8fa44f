// The walker's table: phase × event type → the phases it may lead to. Written by hand from ADR 0001.
#include <algorithm>
#include <array>
#include <variant>

#include "engine/invariants/moves.hpp"

namespace vinhdanh::detail {
namespace {

using enum Phase;

constexpr unsigned bit(Phase phase) { return 1u << static_cast<unsigned>(phase); }
template <class... Phases>
constexpr unsigned any(Phases... phases) {
  return (bit(phases) | ...);
}
constexpr unsigned kStays = 0;

struct Edge {
  unsigned from;
  std::string_view type;
  unsigned to;  // kStays: the phase it was
};

constexpr unsigned kInReview = any(under_review, proposed);
constexpr unsigned kWithUnit = any(drafting, returned);

constexpr unsigned kOpen = kWithUnit | kInReview | any(awaiting_receipt, decided, signed_);
constexpr unsigned kEnded = any(awarded, not_awarded, ineligible, withdrawn, lapsed);

constexpr std::array kEdges = {
    Edge{kWithUnit | kInReview, "paper_attached", kStays},
    Edge{bit(drafting), "dossier_submitted", bit(awaiting_receipt)},
    Edge{bit(returned), "dossier_resubmitted", bit(awaiting_receipt)},
    Edge{kInReview | any(awaiting_receipt, decided), "endorsement_carried", kStays},
    Edge{bit(awaiting_receipt), "dossier_recalled", any(drafting, returned, under_review)},
    Edge{kWithUnit | kInReview | bit(awaiting_receipt), "dossier_withdrawn", bit(withdrawn)},
    Edge{bit(awaiting_receipt), "dossier_received", bit(under_review)},
    Edge{kInReview, "criteria_attested", kStays},
    Edge{kInReview, "opinion_given", kStays},
    Edge{bit(under_review), "dossier_ranked", kStays},
    Edge{kInReview, "action_proposed", bit(proposed)},
    Edge{kInReview, "dossier_forwarded", bit(awaiting_receipt)},
    Edge{kInReview, "dossier_returned", any(returned, awaiting_receipt)},
    Edge{kInReview, "dossier_found_ineligible", bit(ineligible)},
    Edge{kInReview, "award_approved", bit(decided)},
    Edge{kInReview, "award_declined", bit(not_awarded)},
    Edge{bit(decided), "dossier_signed", bit(signed_)},
    Edge{bit(signed_), "dossier_awarded", bit(awarded)},
    Edge{bit(under_review), "result_recorded", any(awaiting_receipt, awarded, not_awarded)},
    Edge{kInReview | bit(decided), "correction_recorded", kStays},
    Edge{kInReview | any(awaiting_receipt, decided), "correction_confirmed", kStays},
    Edge{kInReview, "dossier_claimed", kStays},
    Edge{kInReview, "dossier_released", kStays},
    Edge{kInReview, "dossier_assigned", kStays},
    Edge{bit(decided), "dossier_removed_from_decision", bit(under_review)},
    Edge{kOpen, "dossier_held", kStays},
    Edge{kOpen, "hold_lifted", kStays},
    Edge{kOpen | kEnded, "comment_added", kStays},
    Edge{bit(drafting), "dossier_lapsed", bit(lapsed)},
    Edge{any(not_awarded, ineligible), "not_awarded_notified", kStays},
};

/// Nothing advances on hold; the unit may still end the case, an unsigned decision go on without it, a draft lapse.
bool moves_on_hold(const EventBody& body) {
  return std::holds_alternative<DossierWithdrawn>(body) || std::holds_alternative<DossierRemovedFromDecision>(body) ||
         std::holds_alternative<DossierLapsed>(body);
}

std::string quoted(const std::optional<Phase>& phase) { return phase ? std::string(name_of(*phase)) : "no phase"; }

}  // namespace

bool is_accounting(const EventBody& body) {
  return std::holds_alternative<PlaceReserved>(body) || std::holds_alternative<PlaceConsumed>(body) ||
         std::holds_alternative<PlaceReleased>(body);
}

std::optional<std::string> off_the_table(const Walked& before, const Event& event, std::string_view type) {
  if (event.from != before.phase) {
    return std::string(type) + " says it came from " + quoted(event.from) + ", but the dossier was in " + quoted(before.phase);
  }
  const Phase from = *before.phase;
  if (before.on_hold && event.to != from && !moves_on_hold(event.body)) {
    return std::string(type) + " moved the dossier while it was on hold";
  }
  if (is_accounting(event.body)) {
    if (event.to == from) return std::nullopt;
    return std::string(type) + " moves the dossier to " + quoted(event.to) + ", but places are accounted for without a move";
  }
  const auto edge = std::ranges::find_if(
      kEdges, [&](const Edge& candidate) { return candidate.type == type && (candidate.from & bit(from)); });
  if (edge == kEdges.end()) return "no " + std::string(type) + " is possible in " + quoted(from);
  const unsigned allowed = edge->to == kStays ? bit(from) : edge->to;
  if (event.to && (allowed & bit(*event.to))) return std::nullopt;
  return std::string(type) + " in " + quoted(from) + " does not lead to " + quoted(event.to);
}

}  // namespace vinhdanh::detail
