// Compares a wanted occasion with the reviews that its plan expects.
#include "engine/decide/openings.hpp"

#include <algorithm>

#include "engine/decide/wrong_office.hpp"

namespace vinhdanh {
namespace {

bool expects(const ExpectedOccasion& expected, const Occasion& wanted) {
  return expected.milestone == wanted.milestone && std::ranges::all_of(wanted.forms, [&](const FormCode& form) {
           return std::ranges::find(expected.award_forms, form) != expected.award_forms.end();
         });
}

bool belongs_to_plan(const Occasion& wanted, const Plan& plan, const Organisation& organisation, Date today) {
  return organisation.is_within(wanted.office, plan.territory, today) ||
         organisation.is_within(wanted.office, plan.territory, plan.period.from);
}

bool may_open(const ExpectedOccasion& expected, const Occasion& wanted, const Plan& plan,
              const Organisation& organisation, Date today) {
  if (organisation.holder(expected.opened_by, wanted.territory, today) == wanted.office) return true;
  return organisation.holder(expected.opened_by, wanted.office, today) == wanted.office &&
         organisation.is_within(wanted.territory, wanted.office, today) &&
         belongs_to_plan(wanted, plan, organisation, today);
}

RefusalReason other_office(const ExpectedOccasion& expected, const Occasion& wanted, const Organisation& organisation,
                           Date today) {
  const auto holder = organisation.holder(expected.opened_by, wanted.territory, today);
  if (holder) return wrong_office(organisation, *holder, today, expected.source);
  return {.code = Reason::not_responsible_office, .source = expected.source};
}

}  // namespace

std::vector<RefusalReason> reasons_against_opening(const Occasion& wanted, const Plan& plan,
                                                   const Organisation& organisation, Date today) {
  std::vector<RefusalReason> reasons;
  const ExpectedOccasion* expected = nullptr;
  bool allowed = false;
  for (const ExpectedOccasion& candidate : plan.occasions) {
    if (!expects(candidate, wanted)) continue;
    expected = &candidate;
    allowed = allowed || may_open(candidate, wanted, plan, organisation, today);
  }
  if (expected && !allowed) reasons.push_back(other_office(*expected, wanted, organisation, today));
  if (!expected) reasons.push_back({.code = Reason::unknown_choice, .pointer = "/forms"});
  if (wanted.opens < plan.period.from || plan.period.to < wanted.opens) {
    reasons.push_back({.code = Reason::unknown_choice, .pointer = "/opens"});
  }
  return reasons;
}

}  // namespace vinhdanh
