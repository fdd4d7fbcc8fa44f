/// What must be true of every decision, every end and every hand that a search comes to.
#pragma once

#include "workflows/proof/findings.hpp"
#include "workflows/proof/search.hpp"

namespace vinhdanh::detail {

/// `route` and `form` are where those are in the file. Of each kind of fault the nearest is told.
void check_decisions(const Search& search, const RouteCase& of, const Spot& route, const Spot& form,
                     ProofFindings& findings);

/// One person cannot speak where two are asked: of the roles that one person holds, which the plan names.
void check_single_hands(const Search& search, const RouteCase& of, const Spot& route, ProofFindings& findings);

}  // namespace vinhdanh::detail
