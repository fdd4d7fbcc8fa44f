/// The checks that look at one event and the state before it. Each names the invariant it guards and finds no other.
#pragma once

#include "engine/invariants/route_view.hpp"
#include "engine/invariants/surroundings.hpp"
#include "engine/invariants/violation.hpp"
#include "engine/invariants/walked.hpp"

namespace vinhdanh::detail {

struct CheckContext {
  const Plan& plan;
  const RouteView& route;
  const Surroundings& around;
};

using Check = void (*)(const Walked& before, const SealedEvent& event, const CheckContext& context, Violations& found);

/// INV-1: what was decided had a standing endorsement of every mandatory stage, bound to exactly that content.
void check_endorsements(const Walked& before, const SealedEvent& event, const CheckContext& context, Violations& found);
/// INV-2: separation of duties by person, a deputy's holder included, but for the lawful overlaps.
void check_separation(const Walked& before, const SealedEvent& event, const CheckContext& context, Violations& found);
/// INV-3: the actor's appointment was in force, of the right role, in the office that was responsible on that day.
void check_authority(const Walked& before, const SealedEvent& event, const CheckContext& context, Violations& found);
/// INV-5: the definition and the era stay as pinned.
void check_pins(const Walked& before, const SealedEvent& event, const CheckContext& context, Violations& found);
/// INV-7: the award was decided by the authority that the plan names for its form.
void check_deciding_rank(const Walked& before, const SealedEvent& event, const CheckContext& context, Violations& found);
/// INV-9: each reservation is consumed or released exactly once.
void check_places(const Walked& before, const SealedEvent& event, const CheckContext& context, Violations& found);
/// INV-9 at the end of a history: nobody who is out keeps a place.
void check_places_at_end(const Walked& end, Violations& found);

}  // namespace vinhdanh::detail
