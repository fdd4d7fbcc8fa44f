// Look-ups inside a plan.
#include "engine/definition/plan.hpp"

#include <algorithm>

namespace vinhdanh {

const AwardForm* Plan::award_form(std::string_view code) const {
  const auto found = std::ranges::find(award_forms, code, &AwardForm::code);
  return found == award_forms.end() ? nullptr : &*found;
}

const Route* Plan::route(std::string_view id) const {
  const auto found = std::ranges::find(routes, id, &Route::id);
  return found == routes.end() ? nullptr : &*found;
}

const SubjectCategory* Plan::category(std::string_view id) const {
  const auto found = std::ranges::find(subject_categories, id, &SubjectCategory::id);
  return found == subject_categories.end() ? nullptr : &*found;
}

}  // namespace vinhdanh
