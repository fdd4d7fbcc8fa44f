/// One command on many dossiers, as one change: all are accepted, or the refusal names each that is not.
#pragma once

#include <variant>
#include <vector>

#include "api/desk/commands/records.hpp"

namespace vinhdanh {

struct ManyDone {
  Change change;
  std::vector<Dossier> dossiers;  ///< as the change leaves them
};

/// Phases that have a row for the command in the table.
std::vector<Phase> phases_open_to(const Lifecycle& lifecycle, Command command);

/// Dossiers in one of these phases.
std::vector<Dossier> those_open_to(const Lifecycle& lifecycle, Command command, const std::vector<Dossier>& dossiers);

/// Leaves out those that a hold keeps from the command. All of them, where it keeps all: then the refusal says so.
std::vector<Dossier> without_held(const Lifecycle& lifecycle, Command command, std::vector<Dossier> dossiers);

/// Those of a submission's dossiers, which are not none, that a command on all of them means: where it applies, without those
/// on hold; where it applies to none, one that says why. A decision is one paper for all its dossiers, also those on hold.
std::vector<Dossier> chosen_for(const Deps& deps, Command command, const std::vector<Dossier>& all);

/// Places that earlier dossiers take count for later ones. Reasons carry the dossier's code in `details`, as
/// `of_dossier`.
std::variant<ManyDone, Refusal> decide_all(const Deps& deps, const Actor& actor, const Payload& payload,
                                           const std::vector<Dossier>& dossiers, const Asked& asked);
/// The same of cases that were loaded with everything that the payload may ask of them.
std::variant<ManyDone, Refusal> decide_loaded(const Deps& deps, const Payload& payload,
                                              const std::vector<const Case*>& cases);

/// Signing or numbering, on all of a decision's dossiers, which are not none.
std::variant<ManyDone, Refusal> decide_on_decision(const Deps& deps, const Actor& actor, const Payload& payload,
                                                   const Decision& decision, const std::vector<Dossier>& all,
                                                   bool number_taken);

/// One reason of many dossiers once, with the codes of those it stands against as `of_dossier`; without any where it stands
/// against all of so many.
std::vector<RefusalReason> gathered(std::vector<RefusalReason> reasons, std::size_t dossiers);

std::vector<DossierId> ids_of(const std::vector<Dossier>& dossiers);

Json short_dossiers(const std::vector<Dossier>& dossiers);

}  // namespace vinhdanh
