/// What can happen next to a dossier: the rows of the table, as far as the data of the plan lets them be taken.
#pragma once

#include <span>
#include <vector>

#include "engine/decide/lifecycle.hpp"
#include "workflows/proof/route_state.hpp"

namespace vinhdanh::detail {

struct Move {
  const TableRow* row;
  RouteState to;
};

/// A requirement of a row holds here unless the plan's data or the dossier's way so far deny it. What people can always
/// provide (a reason, a document, an open occasion) is taken as given, and content may always change in a rework.
std::vector<Move> moves_from(const RouteState& state, const RouteCase& of, std::span<const TableRow> table);

}  // namespace vinhdanh::detail
