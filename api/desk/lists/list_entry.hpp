/// A dossier's line in inboxes and lists, as the rules of a day give it.
#pragma once

#include <optional>
#include <string>

#include "api/desk/deps.hpp"

namespace vinhdanh {

/// Marks by which an entry says who may see it and whom it concerns; a scope and a box name some of them.
namespace marks {
std::string of_unit(const OfficeId& office);                    ///< its unit is this office or below it
std::string of_territory(const OfficeId& office);               ///< its territory is this office or below it
std::string of_stage(const OfficeId& office);                   ///< sent; the office holds a stage or accompanies one
std::string of_hand(const OfficeId& office, Role role);         ///< sent; a unit's role is a hand of a stage there
std::string of_act(const OfficeId& office);                     ///< sent; the office sent, endorsed or gave an opinion
std::string of_concern(const OfficeId& office);                 ///< the office had or has a part in it
std::string of_return(const OfficeId& office);                  ///< returned: to this unit, or by this office
}  // namespace marks

/// Without words: those that are stored stay. `decision` is the one the dossier is in.
ListEntry list_entry(const Deps& deps, const Dossier& dossier, const Decision* decision);
/// What a search finds the dossier by: its code, the nominee, and all names that its unit has had.
std::string entry_words(const Deps& deps, const Dossier& dossier, const std::string& nominee);

/// Adds the entries of all dossiers that the change writes, so that lists know of it as soon as it is committed.
void add_entries(const Deps& deps, Change& change);

}  // namespace vinhdanh
