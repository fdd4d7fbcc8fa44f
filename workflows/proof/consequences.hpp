/// What a row that is taken leaves behind, by the fact that it records (docs/adr/0001, "What a send does").
#pragma once

#include "engine/decide/lifecycle.hpp"
#include "workflows/proof/route_state.hpp"

namespace vinhdanh::detail {

/// One way in which a command can be put, where there are several.
struct Option {
  int to_stage = kNoStage;  ///< return: an earlier stage; none is the unit
  bool changed = false;     ///< resubmit: content changed outside the returned points
  bool approved = true;     ///< record_result
  int lower = 0;            ///< approve_lower_form: which
};

RouteState consequence(const RouteState& state, const RouteCase& of, const TableRow& row, const Option& option);

}  // namespace vinhdanh::detail
