// What a content may name: figures of its plan, offices of the organisation, persons with an account.
#include "api/desk/dossier/content_shape.hpp"

#include <algorithm>

namespace vinhdanh {

namespace {

bool has_figure(const Plan& plan, const std::string& id, bool yearly) {
  return std::ranges::any_of(
      plan.figures, [&](const FigureDefinition& figure) { return figure.id == id && figure.yearly == yearly; });
}

}  // namespace

void check_figures(const Figures& figures, const Plan& plan, const std::string& at, std::vector<ProblemError>& errors) {
  for (const auto& [id, figure] : figures.single) {
    if (!has_figure(plan, id, false)) errors.push_back(unknown_value(at + "/single/" + id));
  }
  for (const auto& [id, years] : figures.yearly) {
    if (!has_figure(plan, id, true)) errors.push_back(unknown_value(at + "/yearly/" + id));
    for (const auto& [year, figure] : years) {
      if (year < 1900 || year > 2199)
        errors.push_back(unknown_value(at + "/yearly/" + id + "/" + std::to_string(year)));
    }
  }
}

void check_content(const Deps& deps, const Content& content, const Plan& plan, const std::string& at,
                   std::vector<ProblemError>& errors) {
  const auto& nominee = content.nominee;
  if (nominee.office && deps.rulebook.organisation().office(*nominee.office) == nullptr) {
    errors.push_back(unknown_value(at + "/nominee/office"));
  }
  if (nominee.person && !deps.store.account(*nominee.person)) errors.push_back(unknown_value(at + "/nominee/person"));
  if (nominee.name.size() > 500) errors.push_back(too_long(at + "/nominee/name", 500));
  if (content.achievement_from && content.achievement_to && *content.achievement_to < *content.achievement_from) {
    errors.push_back(
        {at + "/achievement_to", "wrong_order", "Ngày cuối trước ngày đầu.", "The period ends before it starts."});
  }
  check_figures(content.figures, plan, at + "/figures", errors);
}

}  // namespace vinhdanh
