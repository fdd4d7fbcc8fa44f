// Walks a dossier's events through the walker's own table.
#include "engine/invariants/walker.hpp"

#include <variant>

#include "engine/codec/codec.hpp"
#include "engine/invariants/moves.hpp"
#include "engine/invariants/walk_fold.hpp"

namespace vinhdanh {
namespace {

/// A notice to the unit, and the accounting of places in the very instant of the end, are all that may follow it.
bool may_follow_the_end(const Walked& before, const Event& event) {
  if (event.from != before.phase || event.to != before.phase) return false;
  if (detail::is_accounting(event.body)) return event.at == before.last_at;
  if (std::holds_alternative<CommentAdded>(event.body)) return true;
  return std::holds_alternative<NotAwardedNotified>(event.body) && !before.notified &&
         (before.phase == Phase::not_awarded || before.phase == Phase::ineligible);
}

void judge_first(const SealedEvent& sealed, Violations& found) {
  const Event& event = sealed.event;
  if (!std::holds_alternative<DossierOpened>(event.body)) {
    found.push_back({"INV-4", sealed.n, "a dossier begins with dossier_opened, not with " + std::string(type_of(event.body))});
  } else if (event.from || event.to != Phase::drafting) {
    found.push_back({"INV-4", sealed.n, "dossier_opened leads from nothing to drafting"});
  }
}

void judge(const Walked& before, const SealedEvent& sealed, const Plan& plan, Violations& found) {
  const std::string type(type_of(sealed.event.body));
  if (is_final(*before.phase)) {
    if (may_follow_the_end(before, sealed.event)) return;
    found.push_back({"INV-6", sealed.n, type + " came after the end: the dossier was " + std::string(name_of(*before.phase))});
    return;
  }
  if (auto fault = detail::off_the_table(before, sealed.event, type)) {
    found.push_back({"INV-4", sealed.n, *fault});
  } else if (auto off_route = detail::off_the_route(before, sealed.event, plan)) {
    found.push_back({"INV-4", sealed.n, type + ": " + *off_route});
  }
}

}  // namespace

Walk walk(std::span<const SealedEvent> events, const Plan& plan, const WalkVisitor& visit) {
  Walk result;
  for (const SealedEvent& event : events) {
    if (result.end.phase) {
      judge(result.end, event, plan, result.violations);
    } else {
      judge_first(event, result.violations);
    }
    if (visit) visit(result.end, event);
    detail::take(result.end, event, plan);
    if (!result.end.phase) result.end.phase = Phase::drafting;
  }
  return result;
}

Violations walk_dossier(std::span<const SealedEvent> events, const Plan& plan) { return walk(events, plan).violations; }

}  // namespace vinhdanh
