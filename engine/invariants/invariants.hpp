/// The invariants that a machine can check, over one dossier or a whole world. Pure: reads nothing, writes nothing.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/invariants/surroundings.hpp"
#include "engine/invariants/violation.hpp"
#include "engine/invariants/walked.hpp"

namespace vinhdanh {

/// One dossier: its whole stream, what the store says of it, and the engine's own fold of the same events.
struct DossierHistory {
  DossierId id;
  std::vector<SealedEvent> events;
  std::optional<Dossier> snapshot;
  std::optional<Dossier> folded;
};

/// Invariants that follow from the events alone, without their chain: 1, 2, 3, 4, 5, 6, 7 and 9. `end`, when given,
/// receives the walker's state.
Violations check_rules(std::span<const SealedEvent> events, const Plan& plan, const Surroundings& around,
                       Walked* end = nullptr);

/// All invariants of one dossier: `check_rules`, the chain (13, 16, 24) and the stored state (15). When the chain is
/// broken only its own faults are given, since the events then prove nothing.
Violations check_dossier(const DossierHistory& history, std::string_view instance, const Surroundings& around,
                         Walked* end = nullptr);

/// Everything there is, as of one moment.
struct World {
  std::string instance;
  std::vector<DossierHistory> dossiers;
  std::vector<QuotaState> quotas;
  std::vector<Decision> decisions;
  std::vector<Occasion> occasions;
  std::vector<Appointment> appointments;
  std::vector<std::pair<DefinitionRef, Plan>> plans;
  Organisation organisation;
};

/// `check_dossier` of each, then what holds across dossiers (8, 27). `stream` of a violation names the dossier.
Violations check_world(const World& world);

}  // namespace vinhdanh
