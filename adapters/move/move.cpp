// The order of marks is what keeps two copies from being served.
#include "adapters/move/move.hpp"

#include "adapters/move/comparing.hpp"
#include "adapters/move/copying.hpp"
#include "adapters/move/place.hpp"
#include "adapters/sql/connection.hpp"
#include "adapters/sql/moving_marks.hpp"

namespace vinhdanh {
namespace {

using detail::MoveSource;
using detail::MoveTarget;

void verify(MoveSource& source, MoveTarget& target, const Home& to, const Prover& prove, MoveWatch& watch) {
  std::vector<std::string> faults = detail::differences(source, target, watch);
  if (faults.empty()) faults = prove(open_to_prove(to));
  if (faults.empty()) return watch.reached(MoveStep::verified);
  std::string lines;
  for (const std::string& fault : faults) lines += "\n  " + fault;
  throw MoveRefused(MoveFault::different,
                    "what came is not what was there, or not sound: the source stays; drop what is in the new place:" + lines);
}

void require_empty(MoveTarget::State state, const std::string& where) {
  if (state == MoveTarget::State::used)
    throw MoveRefused(MoveFault::target_used, where + " is not empty: name a new or empty folder, or an empty schema");
  if (state == MoveTarget::State::moving_in) {
    throw MoveRefused(MoveFault::target_half_full,
                      "an earlier move into " + where + " did not finish: drop that folder or schema and move again");
  }
}

/// The last step of a move that ended between the two marks.
Moved finish(MoveSource& source, MoveTarget& target, const Home& to, const Prover& prove, MoveWatch& watch) {
  target.resume();
  verify(source, target, to, prove, watch);
  target.settle();
  return {detail::identity_of(target.session(), std::nullopt, "").instance, true};
}

Moved move_anew(MoveSource& source, MoveTarget& target, const Home& to, const Prover& prove, MoveWatch& watch) {
  const detail::Identity identity = detail::identity_of(source.session(), std::nullopt, "");
  target.begin(identity);
  watch.reached(MoveStep::prepared);
  const detail::Copied copied = detail::copy_everything(source, target, watch);
  target.commit();
  watch.reached(MoveStep::copied);
  verify(source, target, to, prove, watch);
  source.mark_moved(place_name(to));
  watch.reached(MoveStep::marked);
  target.settle();
  return {identity.instance, false, copied.rows, copied.events, copied.papers};
}

Moved move_between(const MoveRequest& request, const Prover& prove, MoveWatch& watch) {
  const auto source = detail::open_move_source(request.from);
  const auto target = detail::move_target(request.to, request.app_role);
  const std::string where = place_name(request.to);
  const auto state = target->state();
  const auto went = detail::moved_to(source->session());
  if (!went) {
    require_empty(state, where);
    return move_anew(*source, *target, request.to, prove, watch);
  }
  if (*went != where) throw CannotOpen(OpenFault::moved, "this installation was moved to " + *went + " already");
  if (state == MoveTarget::State::moving_in) return finish(*source, *target, request.to, prove, watch);
  throw MoveRefused(MoveFault::already_moved, "this installation was moved to " + where + " already");
}

}  // namespace

Moved move_installation(const MoveRequest& request, const Prover& prove, MoveWatch& watch) {
  try {
    return move_between(request, prove, watch);
  } catch (const detail::SqlError& fault) {
    throw StorageUnavailable(std::string("the move did not finish: ") + fault.what());
  }
}

}  // namespace vinhdanh
