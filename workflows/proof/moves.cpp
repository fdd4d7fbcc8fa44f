// Which rows can be taken from a state, and where each of them leads.
#include "workflows/proof/moves.hpp"

#include <algorithm>

#include "workflows/proof/consequences.hpp"

namespace vinhdanh::detail {
namespace {

bool asks_for(const TableRow& row, Requirement requirement) {
  return std::ranges::find(row.requirements, requirement) != row.requirements.end();
}

/// The questions that a row's selectors ask, answered for this state and choice.
bool is_selected(const TableRow& row, const RouteState& state, const RouteCase& of, const Option& option) {
  return std::ranges::all_of(row.selectors, [&](Selector selector) {
    switch (selector) {
      case Selector::sent_first_by_unit:
        return state.sender == kUnitFirst;
      case Selector::resent_by_unit:
        return state.sender == kUnitAgain;
      case Selector::sent_by_office:
        return state.sender >= 0;
      case Selector::goes_to_unit:
        return option.to_stage == kNoStage;
      case Selector::goes_to_stage:
        return option.to_stage != kNoStage;
      case Selector::approved_last:
        return option.approved && state.stage == of.last();
      case Selector::approved_on_the_way:
        return option.approved && state.stage != of.last();
      case Selector::not_approved:
        return !option.approved;
      case Selector::still_open:
        return !is_final(state.phase);
    }
    return true;
  });
}

/// Whether the stage is one where the command is done at all.
bool suits_kind(const Stage& stage, Command command) {
  const bool decides = stage.kind == StageKind::decide;
  const bool records = stage.kind == StageKind::record_result;
  const bool ends = decides || stage.kind == StageKind::endorse;
  switch (command) {
    case Command::attest:
      return stage.attests;
    case Command::rank:
      return stage.kind == StageKind::rank;
    case Command::propose:
      return !stage.hands.propose.empty();
    case Command::forward:
    case Command::forward_with_disagreement:
      return !decides && !records;
    case Command::approve:
      return decides;
    case Command::approve_lower_form:
    case Command::decline:
      return ends;
    case Command::record_result:
      return records;
    default:
      return true;
  }
}

/// Whoever must do it by the hands of the stage. Sending hands are never empty; the loader sees to that.
bool has_hand(const Stage& stage, Command command) {
  if (command == Command::receive) return !stage.hands.receive.empty();
  if (command == Command::propose) return !stage.hands.propose.empty();
  return true;
}

/// Something to propose: what the head could do here.
bool has_proposal(const Stage& stage) {
  return stage.kind != StageKind::record_result || stage.may_return || stage.may_conclude_ineligible;
}

bool is_met(Requirement requirement, const TableRow& row, const RouteState& state, const RouteCase& of) {
  if (state.stage == kNoStage) return true;
  const Stage& stage = of.at(state.stage);
  const bool proposing = row.command == Command::propose;
  switch (requirement) {
    case Reason::not_in_role:
      return has_hand(stage, row.command);
    case Reason::not_this_stage_kind:
      return suits_kind(stage, row.command);
    case Reason::unknown_choice:
      return !proposing || has_proposal(stage);
    case Reason::proposal_missing:
      return stage.hands.propose.empty() || state.proposed;
    case Reason::rank_missing:
      return stage.kind != StageKind::rank || state.ranked;
    case Reason::criterion_not_attested:
      return !stage.attests || !of.asks_attestation || state.attested;
    case Reason::return_not_allowed:
      return proposing || stage.may_return;
    case Reason::ineligible_not_allowed:
      return proposing || stage.may_conclude_ineligible;
    case Reason::disagreement_not_allowed:
      return row.command != Command::forward_with_disagreement || of.plan.settings.disagreement_forwards;
    default:
      return true;
  }
}

/// Every way in which this command can be put.
std::vector<Option> options(const RouteState& state, const RouteCase& of, const TableRow& row) {
  std::vector<Option> all;
  switch (row.command) {
    case Command::return_for_rework:
      for (int to = kNoStage; to < state.stage; ++to) all.push_back({.to_stage = to});
      return all;
    case Command::resubmit:
      return {{.changed = false}, {.changed = true}};
    case Command::record_result:
      return {{.approved = true}, {.approved = false}};
    case Command::approve_lower_form:
      for (std::size_t i = 0; i < of.form.lower_forms.size(); ++i) {
        const bool here = state.stage != kNoStage && of.gives_lower(state.stage, i);
        if (here || !asks_for(row, Reason::unknown_choice)) all.push_back({.lower = static_cast<int>(i)});
      }
      return all;
    default:
      return {Option{}};
  }
}

}  // namespace

std::vector<Move> moves_from(const RouteState& state, const RouteCase& of, std::span<const TableRow> table) {
  std::vector<Move> moves;
  for (const TableRow& row : table) {
    if (row.from != state.phase) continue;
    const auto met = [&](Requirement requirement) { return is_met(requirement, row, state, of); };
    if (!std::ranges::all_of(row.requirements, met)) continue;
    for (const Option& option : options(state, of, row)) {
      if (!is_selected(row, state, of, option)) continue;
      moves.push_back({&row, consequence(state, of, row, option)});
    }
  }
  return moves;
}

}  // namespace vinhdanh::detail
