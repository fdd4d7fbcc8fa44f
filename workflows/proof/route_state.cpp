// Packing of states, and look-ups on a route.
#include "workflows/proof/route_state.hpp"

#include <algorithm>

namespace vinhdanh::detail {

std::uint64_t RouteState::key() const {
  std::uint64_t key = endorsed;
  const auto add = [&](int value, int bits) { key = (key << bits) | static_cast<std::uint64_t>(value); };
  add(static_cast<int>(phase), 4);
  add(stage + 1, 5);
  add(returned_from + 1, 5);
  add(sender + 3, 5);
  add(static_cast<int>(place), 2);
  add(given == kOwnForm ? 1 : given == kNoForm ? 0 : given + 2, 7);
  for (const bool flag : {proposed, ranked, attested, took_place, fell_by_return}) add(flag, 1);
  return key;
}

RouteCase::RouteCase(const Plan& p, const AwardForm& f, const Route& r) : plan(p), form(f), route(r) {
  asks_attestation = std::ranges::any_of(plan.subject_categories, [](const SubjectCategory& category) {
    return std::ranges::find(category.criteria, CriterionKind::attested, &Criterion::kind) != category.criteria.end();
  });
}

bool RouteCase::gives_lower(int stage, std::size_t lower) const {
  const AwardForm* given = plan.award_form(form.lower_forms[lower]);
  return given && given->authority == at(stage).office_role;
}

}  // namespace vinhdanh::detail
