/// A plain table walker: an interpreter of the rules of ADR 0001 that shares nothing with the machine it checks.
#pragma once

#include <functional>
#include <span>

#include "engine/definition/plan.hpp"
#include "engine/invariants/violation.hpp"
#include "engine/invariants/walked.hpp"

namespace vinhdanh {

/// Called for every event with the state before it.
using WalkVisitor = std::function<void(const Walked& before, const SealedEvent& event)>;

struct Walk {
  Walked end;
  Violations violations;
};

/// Walks the events of one dossier's stream from the first: INV-4 (every move is an edge of the table, and the stage is
/// where the route says) and INV-6 (nothing but a notice after the end). After a violation it goes on from where the event
/// says it went, so that one wrong move is named once.
Walk walk(std::span<const SealedEvent> events, const Plan& plan, const WalkVisitor& visit = {});

Violations walk_dossier(std::span<const SealedEvent> events, const Plan& plan);

}  // namespace vinhdanh
