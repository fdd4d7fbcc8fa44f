/// Breadth-first search over all that can happen to one dossier of a form.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <map>
#include <vector>

#include "workflows/proof/fault.hpp"
#include "workflows/proof/moves.hpp"

namespace vinhdanh::detail {

/// A step taken, as a check of the search sees it: the first time it is seen is on a shortest path.
struct Taken {
  const RouteState& before;
  const TableRow& row;
  const RouteState& after;
};

class Search {
 public:
  static constexpr std::size_t kMostStates = 200'000;

  Search(const RouteCase& of, std::span<const TableRow> table);

  /// False when there were more states than the search goes through; what it found until then is no proof.
  [[nodiscard]] bool is_whole() const { return whole_; }

  /// The nearest state of which `holds` is true: its number.
  [[nodiscard]] std::optional<std::size_t> nearest(const std::function<bool(std::size_t)>& holds) const;
  [[nodiscard]] std::size_t size() const { return states_.size(); }
  [[nodiscard]] const RouteState& state(std::size_t number) const { return states_[number]; }
  [[nodiscard]] std::vector<PathStep> path_to(std::size_t number) const;

  /// Calls `see(taken, path)` for every step, nearest first; `path` leads up to and over the step.
  void each_step(const std::function<void(const Taken&, const std::function<std::vector<PathStep>()>&)>& see) const;

  /// For each state, by number: can one of which `holds` is true be reached from it?
  [[nodiscard]] std::vector<bool> can_reach(const std::function<bool(const RouteState&)>& holds) const;

 private:
  struct Edge {
    std::size_t from;
    std::size_t to;
    const TableRow* row;
  };
  void explore(std::span<const TableRow> table);
  std::size_t number_of(const RouteState& state);
  [[nodiscard]] PathStep step(const Edge& edge) const;

  const RouteCase& of_;
  std::vector<RouteState> states_;
  std::vector<std::size_t> reached_by_;  ///< number of the edge that found each state first
  std::vector<Edge> edges_;              ///< in the order in which they were found, so nearest first
  std::map<std::uint64_t, std::size_t> numbers_;
  bool whole_ = true;
};

}  // namespace vinhdanh::detail
