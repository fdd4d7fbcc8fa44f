// What is offered to whom: routes in use, forms that somebody can be nominated for, occasions, papers.
#include <algorithm>
#include <set>

#include "workflows/proof/findings.hpp"

namespace vinhdanh::detail {
namespace {

template <class T>
bool contains(const std::vector<T>& values, const T& value) {
  return std::ranges::find(values, value) != values.end();
}

template <class T>
bool overlap(const std::vector<T>& some, const std::vector<T>& others) {
  return std::ranges::any_of(some, [&](const T& value) { return contains(others, value); });
}

void check_routes_used(const Plan& plan, ProofFindings& findings) {
  for (std::size_t i = 0; i < plan.routes.size(); ++i) {
    if (std::ranges::find(plan.award_forms, plan.routes[i].id, &AwardForm::route) != plan.award_forms.end()) continue;
    findings.error("route_unused", Spot("routes")[i],
                   {"Không có hình thức khen thưởng nào đi theo tuyến này.",
                    "Expected an award form that takes this route, but found none."});
  }
}

void check_subjects(const Plan& plan, ProofFindings& findings) {
  for (std::size_t i = 0; i < plan.award_forms.size(); ++i) {
    const auto takes = [&](const SubjectCategory& category) {
      return overlap(category.subject_kinds, plan.award_forms[i].subject_kinds);
    };
    if (std::ranges::any_of(plan.subject_categories, takes)) continue;
    findings.error("form_without_category", Spot("award_forms")[i]["subject_kinds"],
                   {"Không có đối tượng nào của kế hoạch được đề nghị hình thức này.",
                    "Expected a subject category of one of these kinds, but the plan has none."});
  }
  for (std::size_t i = 0; i < plan.subject_categories.size(); ++i) {
    const auto takes = [&](const AwardForm& form) {
      return overlap(form.subject_kinds, plan.subject_categories[i].subject_kinds);
    };
    if (std::ranges::any_of(plan.award_forms, takes)) continue;
    findings.warn("category_without_form", Spot("subject_categories")[i],
                  {"Đối tượng này không có hình thức khen thưởng nào.", "No award form is open to this category."});
  }
}

void check_occasions(const Plan& plan, ProofFindings& findings) {
  for (std::size_t i = 0; i < plan.occasions.size(); ++i) {
    const ExpectedOccasion& occasion = plan.occasions[i];
    const Spot spot = Spot("occasions")[i];
    for (std::size_t j = 0; j < occasion.award_forms.size(); ++j) {
      const AwardForm* form = plan.award_form(occasion.award_forms[j]);
      if (!form || contains(form->milestones, occasion.milestone)) continue;
      findings.error("occasion_not_of_form", spot["award_forms"][j],
                     {"Hình thức này không xét vào dịp " + quoted(name_of(occasion.milestone)) + ".",
                      "Expected a form that is given at " + quoted(name_of(occasion.milestone)) + ", but " +
                          quoted(form->code) + " is not."});
    }
    if (!occasion.window) continue;
    if (plan.period.from <= occasion.window->from && occasion.window->to <= plan.period.to) continue;
    findings.error("occasion_outside_period", spot["window"],
                   {"Đợt xét nằm ngoài thời gian của kế hoạch.", "Expected a window within the period of the plan."});
  }
}

/// A recorded result asks for no paper but its own document.
void check_papers(const Plan& plan, ProofFindings& findings) {
  for (std::size_t i = 0; i < plan.award_forms.size(); ++i) {
    const AwardForm& form = plan.award_forms[i];
    const Route* route = plan.route(form.route);
    std::set<std::string> seen;
    for (std::size_t j = 0; j < form.papers.size(); ++j) {
      const PaperRequirement& paper = form.papers[j];
      const Spot spot = Spot("award_forms")[i]["papers"][j];
      if (!seen.insert(paper.slot).second) {
        findings.error("paper_listed_twice", spot["slot"],
                       {"Thành phần hồ sơ bị nêu hai lần.",
                        "Expected each paper once, but " + quoted(paper.slot) + " is listed twice."});
      }
      const auto records = [&](const Stage& stage) {
        return stage.id == paper.required_at && stage.kind == StageKind::record_result;
      };
      if (!route || std::ranges::none_of(route->stages, records)) continue;
      findings.error("paper_never_asked", spot["required_at"],
                     {"Bước ghi kết quả không kiểm tra thành phần hồ sơ này.",
                      "Expected a stage that sends on or decides; recording a result asks for no paper."});
    }
  }
}

/// A lower form is given where its own authority decides or endorses.
void check_lower_forms(const Plan& plan, ProofFindings& findings) {
  for (std::size_t i = 0; i < plan.award_forms.size(); ++i) {
    const AwardForm& form = plan.award_forms[i];
    const Route* route = plan.route(form.route);
    for (std::size_t j = 0; route && j < form.lower_forms.size(); ++j) {
      const AwardForm* lower = plan.award_form(form.lower_forms[j]);
      const auto gives = [&](const Stage& stage) {
        const bool ends = stage.kind == StageKind::decide || stage.kind == StageKind::endorse;
        return ends && lower && stage.office_role == lower->authority;
      };
      if (std::ranges::any_of(route->stages, gives)) continue;
      findings.warn("lower_form_never_given", Spot("award_forms")[i]["lower_forms"][j],
                    {"Trên tuyến không có bước nào do cấp có thẩm quyền của hình thức này quyết định hoặc ký trình.",
                     "No stage of the route decides or endorses in the name of this form's authority."});
    }
  }
}

}  // namespace

void check_offers(const Plan& plan, ProofFindings& findings) {
  check_routes_used(plan, findings);
  check_subjects(plan, findings);
  check_occasions(plan, findings);
  check_papers(plan, findings);
  check_lower_forms(plan, findings);
}

}  // namespace vinhdanh::detail
