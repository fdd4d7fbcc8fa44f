// The effect of each fact on the state of a dossier.
#include "workflows/proof/consequences.hpp"

#include <algorithm>
#include <bit>

namespace vinhdanh::detail {
namespace {

void free_place(RouteState& state) {
  if (state.place == Place::reserved) state.place = Place::none;
}

void take_place(RouteState& state) {
  if (state.place == Place::none) state.place = Place::reserved;
}

/// Back to the stage that returned it once every mandatory stage before that one stands; else to the next.
int next_stop(const RouteState& state, const RouteCase& of) {
  const int here = state.stage;
  const int next = std::min(here + 1, of.last());
  const int goal = state.returned_from;
  if (goal <= here) return next;
  for (int at = 0; at < goal; ++at) {
    if (at != here && of.at(at).mandatory && !state.stands(at)) return next;
  }
  return goal;
}

/// The first stage that must speak, at the latest the one that returned it.
int resuming_stop(const RouteState& state, const RouteCase& of) {
  const int goal = state.returned_from != kNoStage ? state.returned_from : state.stage;
  for (int at = 0; at <= of.last(); ++at) {
    if (at == goal || (of.at(at).mandatory && !state.stands(at))) return at;
  }
  return goal;
}

/// On its way to another desk: what the last sending was and what was proposed there is over.
void leave(RouteState& state, int sender, int to) {
  state.sender = sender;
  state.took_place = state.fell_by_return = state.proposed = false;
  state.stage = to;
}

void send_on(RouteState& state, const RouteCase& of) {
  const int here = state.stage;
  const int to = next_stop(state, of);
  state.endorse(here);
  leave(state, here, to);
  if (state.returned_from == to) state.returned_from = kNoStage;
}

void forward(RouteState& state, const RouteCase& of) {
  const bool reserves = state.stage != kNoStage && of.route.reserves_at == of.at(state.stage).id;
  const Place before = state.place;
  send_on(state, of);
  if (reserves) take_place(state);
  state.took_place = state.place != before;
}

void send_back(RouteState& state, const Option& option) {
  if (state.returned_from == kNoStage) state.returned_from = state.stage;
  if (option.to_stage == kNoStage) return leave(state, kNobody, state.stage);
  const bool falls = state.stands(option.to_stage);
  state.unendorse(option.to_stage);
  leave(state, state.stage, option.to_stage);
  state.fell_by_return = falls;
}

/// Endorsements stay with a content that changed at the returned points only. Otherwise they fall, and it goes to the
/// first that fell.
void resubmit(RouteState& state, const RouteCase& of, const Option& option) {
  if (!option.changed) return leave(state, kUnitAgain, resuming_stop(state, of));
  const std::uint32_t fell = state.endorsed;
  if (fell == 0) return leave(state, kUnitAgain, 0);
  state.endorsed = 0;
  state.attested = false;
  leave(state, kUnitAgain, std::min(resuming_stop(state, of), std::countr_zero(fell)));
}

void take_back(RouteState& state) {
  const int sender = state.sender;
  if (sender == kUnitFirst) state.stage = kNoStage;
  if (sender < 0) return;
  const bool was_return = sender > state.stage;
  if (was_return && state.fell_by_return) state.endorse(state.stage);
  if (!was_return) state.unendorse(sender);
  if (state.took_place) free_place(state);
  if (state.returned_from == sender) state.returned_from = kNoStage;
  state.stage = sender;
}

void give(RouteState& state, int form) {
  state.endorse(state.stage);
  state.given = form;
  take_place(state);
  state.place = Place::used;
}

void record(RouteState& state, const RouteCase& of, const TableRow& row, const Option& option) {
  if (!option.approved) return free_place(state);
  if (row.to == Phase::awaiting_receipt) return send_on(state, of);
  state.endorse(state.stage);
  state.given = RouteState::kOwnForm;
  if (state.place == Place::reserved) state.place = Place::used;
}

/// The deciding stage speaks anew. A place taken on the way up to it stays the dossier's, one taken there is free.
void leave_decision(RouteState& state, const RouteCase& of) {
  state.unendorse(state.stage);
  state.given = RouteState::kNoForm;
  const auto& stages = of.route.stages;
  const auto reserving = std::ranges::find(stages, of.route.reserves_at.value_or(""), &Stage::id);
  const bool on_the_way = reserving != stages.end() && reserving - stages.begin() < state.stage;
  state.place = on_the_way ? Place::reserved : Place::none;
}

void note(RouteState& state, const RouteCase& of, const TableRow& row, const Option& option) {
  switch (row.fact) {
    case Fact::submitted:
      return leave(state, kUnitFirst, 0);
    case Fact::resubmitted:
      return resubmit(state, of, option);
    case Fact::recalled:
      return take_back(state);
    case Fact::received:
      if (state.returned_from == state.stage) state.returned_from = kNoStage;
      return;
    case Fact::attested:
      state.attested = true;
      return;
    case Fact::ranked:
      state.ranked = true;
      return;
    case Fact::proposed:
      state.proposed = true;
      return;
    case Fact::forwarded:
    case Fact::forwarded_disagreeing:
      return forward(state, of);
    case Fact::returned:
      return send_back(state, option);
    case Fact::approved:
      return give(state, RouteState::kOwnForm);
    case Fact::approved_lower:
      return give(state, option.lower);
    case Fact::result_recorded:
      return record(state, of, row, option);
    case Fact::removed_from_decision:
      return leave_decision(state, of);
    case Fact::found_ineligible:
    case Fact::declined:
    case Fact::withdrawn:
      return free_place(state);
    default:
      return;
  }
}

}  // namespace

RouteState consequence(const RouteState& state, const RouteCase& of, const TableRow& row, const Option& option) {
  RouteState next = state;
  next.phase = row.to;
  note(next, of, row, option);
  if (next.phase == Phase::awaiting_receipt) return next;
  next.sender = kNobody;
  next.took_place = next.fell_by_return = false;
  return next;
}

}  // namespace vinhdanh::detail
