/// A route seen as numbered places, for the walker and the checks.
#pragma once

#include <optional>
#include <string_view>

#include "engine/definition/plan.hpp"

namespace vinhdanh::detail {

class RouteView {
 public:
  /// Borrows the plan. Empty when the form or its route is unknown.
  RouteView(const Plan& plan, std::string_view form);

  [[nodiscard]] bool empty() const { return !route_ || route_->stages.empty(); }
  [[nodiscard]] int size() const { return empty() ? 0 : static_cast<int>(route_->stages.size()); }
  /// -1 for a stage that is not on the route.
  [[nodiscard]] int place_of(const StageId& stage) const;
  [[nodiscard]] int place_of(const std::optional<StageId>& stage) const { return stage ? place_of(*stage) : -1; }
  [[nodiscard]] const Stage* stage(const StageId& id) const;
  [[nodiscard]] const Stage* stage(const std::optional<StageId>& id) const { return id ? stage(*id) : nullptr; }
  [[nodiscard]] const Stage& at(int place) const { return route_->stages[static_cast<std::size_t>(place)]; }
  [[nodiscard]] std::optional<StageId> id_at(int place) const;
  [[nodiscard]] Role sender() const { return route_ ? route_->sender : Role::unit_head; }

 private:
  const Route* route_ = nullptr;
};

}  // namespace vinhdanh::detail
