/// One command on many dossiers, as one change: all are accepted, or the refusal names each that is not.
#pragma once

#include <variant>
#include <vector>

#include "api/desk/records.hpp"

namespace vinhdanh {

struct ManyDone {
  Change change;
  std::vector<Dossier> dossiers;  ///< as the change leaves them
};

/// Dossiers whose phase has a row for the command in the table.
std::vector<Dossier> those_open_to(const Lifecycle& lifecycle, Command command, const std::vector<Dossier>& dossiers);

/// Leaves out those that a hold keeps from the command. All of them, where it keeps all: then the refusal says so.
std::vector<Dossier> without_held(const Lifecycle& lifecycle, Command command, std::vector<Dossier> dossiers);

/// Places that earlier dossiers take count for later ones. Reasons carry the dossier's code in `details`, as
/// `of_dossier`.
std::variant<ManyDone, Refusal> decide_all(const Deps& deps, const Actor& actor, const Payload& payload,
                                           const std::vector<Dossier>& dossiers, const Asked& asked);

std::vector<DossierId> ids_of(const std::vector<Dossier>& dossiers);

Json short_dossiers(const std::vector<Dossier>& dossiers);

}  // namespace vinhdanh
