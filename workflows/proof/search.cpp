// Exploring states nearest first, and going back over the steps.
#include "workflows/proof/search.hpp"

#include <algorithm>

namespace vinhdanh::detail {

Search::Search(const RouteCase& of, std::span<const TableRow> table) : of_(of) { explore(table); }

std::size_t Search::number_of(const RouteState& state) {
  const auto [found, fresh] = numbers_.try_emplace(state.key(), states_.size());
  if (fresh) {
    states_.push_back(state);
    reached_by_.push_back(edges_.size());
  }
  return found->second;
}

void Search::explore(std::span<const TableRow> table) {
  number_of(RouteState{});
  for (std::size_t at = 0; at < states_.size(); ++at) {
    if (states_.size() > kMostStates) {
      whole_ = false;
      return;
    }
    for (const Move& move : moves_from(states_[at], of_, table)) {
      const std::size_t to = number_of(move.to);
      edges_.push_back({at, to, move.row});
    }
  }
}

std::optional<std::size_t> Search::nearest(const std::function<bool(std::size_t)>& holds) const {
  for (std::size_t at = 0; at < states_.size(); ++at) {
    if (holds(at)) return at;
  }
  return std::nullopt;
}

PathStep Search::step(const Edge& edge) const {
  const RouteState& to = states_[edge.to];
  PathStep step{edge.row->command, to.phase, std::nullopt};
  if (to.stage != kNoStage) step.stage = of_.at(to.stage).id;
  return step;
}

std::vector<PathStep> Search::path_to(std::size_t number) const {
  std::vector<PathStep> path;
  while (number != 0) {
    const Edge& edge = edges_[reached_by_[number]];
    path.push_back(step(edge));
    number = edge.from;
  }
  std::ranges::reverse(path);
  return path;
}

void Search::each_step(
    const std::function<void(const Taken&, const std::function<std::vector<PathStep>()>&)>& see) const {
  for (const Edge& edge : edges_) {
    const auto path = [&] {
      auto steps = path_to(edge.from);
      steps.push_back(step(edge));
      return steps;
    };
    see({states_[edge.from], *edge.row, states_[edge.to]}, path);
  }
}

std::vector<bool> Search::can_reach(const std::function<bool(const RouteState&)>& holds) const {
  std::vector<std::vector<std::size_t>> before(states_.size());
  for (const Edge& edge : edges_) before[edge.to].push_back(edge.from);
  std::vector<bool> reaches(states_.size());
  std::vector<std::size_t> open;
  const auto mark = [&](std::size_t at) {
    if (reaches[at]) return;
    reaches[at] = true;
    open.push_back(at);
  };
  for (std::size_t at = 0; at < states_.size(); ++at) {
    if (holds(states_[at])) mark(at);
  }
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    for (const std::size_t from : before[at]) mark(from);
  }
  return reaches;
}

}  // namespace vinhdanh::detail
