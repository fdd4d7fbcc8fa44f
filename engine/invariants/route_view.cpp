// Places on a route.
#include "engine/invariants/route_view.hpp"

namespace vinhdanh::detail {

RouteView::RouteView(const Plan& plan, std::string_view form) {
  if (const AwardForm* award = plan.award_form(form)) route_ = plan.route(award->route);
}

int RouteView::place_of(const StageId& stage) const {
  for (int place = 0; place < size(); ++place) {
    if (at(place).id == stage) return place;
  }
  return -1;
}

const Stage* RouteView::stage(const StageId& id) const {
  const int place = place_of(id);
  return place < 0 ? nullptr : &at(place);
}

std::optional<StageId> RouteView::id_at(int place) const {
  if (place < 0 || place >= size()) return std::nullopt;
  return at(place).id;
}

}  // namespace vinhdanh::detail
