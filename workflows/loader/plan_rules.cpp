// What must hold between the parts of a plan.
#include "workflows/loader/rules.hpp"

namespace vinhdanh {
namespace {

using detail::check_unique;
using detail::report_unknown_reference;
using detail::report_wrong_order;

bool contains_stage(const Route& route, std::string_view id) {
  return std::ranges::find(route.stages, id, &Stage::id) != route.stages.end();
}

void check_figure(const Place& place, const Plan& plan, const std::string& id, bool yearly) {
  const auto found = std::ranges::find(plan.figures, id, &FigureDefinition::id);
  if (found == plan.figures.end()) return report_unknown_reference(place, id, "figures");
  if (found->yearly == yearly) return;
  place.report("inconsistent", yearly ? "Cần một chuỗi số liệu hằng năm." : "Cần một số liệu đơn, không theo năm.",
               yearly ? "Expected a yearly series of figures." : "Expected a single figure, not a yearly series.");
}

void check_positive(const Place& place, const Predicate& predicate) {
  if (predicate.threshold && predicate.threshold->units() < 0) {
    place.at("threshold").report("out_of_range", "Ngưỡng không được âm.", "Expected a threshold of zero or more.");
  }
}

void check_predicate(const Place& place, const Plan& plan, const Predicate& predicate) {
  check_positive(place, predicate);
  switch (predicate.kind) {
    case PredicateKind::consecutive_drops:
      return check_figure(place.at("series"), plan, predicate.series, true);
    case PredicateKind::reduction:
      check_figure(place.at("baseline"), plan, predicate.baseline, false);
      return check_figure(place.at("current"), plan, predicate.current, false);
    case PredicateKind::yearly_plan:
      check_figure(place.at("series"), plan, predicate.series, true);
      check_figure(place.at("plan_series"), plan, predicate.plan_series, true);
      if (predicate.from_year > predicate.to_year) report_wrong_order(place.at("from_year"));
      return;
    case PredicateKind::range:
      check_figure(place.at("figure"), plan, predicate.figure, false);
      if (!predicate.minimum && !predicate.maximum) {
        place.report("inconsistent", "Cần ít nhất một giới hạn: minimum hoặc maximum.",
                     "Expected at least one bound: minimum or maximum.");
      }
      if (predicate.minimum && predicate.maximum && *predicate.maximum < *predicate.minimum) {
        report_wrong_order(place.at("minimum"));
      }
      return;
    case PredicateKind::any:
    case PredicateKind::all:
      for (std::size_t i = 0; i < predicate.of.size(); ++i) {
        check_predicate(place.at("of").at(i), plan, predicate.of[i]);
      }
  }
}

void check_figures(const Place& place, const Plan& plan) {
  check_unique(place, plan.figures, &FigureDefinition::id, "id");
  for (std::size_t i = 0; i < plan.figures.size(); ++i) {
    const FigureDefinition& figure = plan.figures[i];
    if (figure.minimum && figure.maximum && *figure.maximum < *figure.minimum) {
      report_wrong_order(place.at(i).at("minimum"));
    }
  }
}

void check_categories(const Place& place, const Plan& plan) {
  check_unique(place, plan.subject_categories, &SubjectCategory::id, "id");
  for (std::size_t i = 0; i < plan.subject_categories.size(); ++i) {
    const Place criteria = place.at(i).at("criteria");
    const auto& list = plan.subject_categories[i].criteria;
    check_unique(criteria, list, &Criterion::id, "id");
    for (std::size_t j = 0; j < list.size(); ++j) {
      if (list[j].predicate) check_predicate(criteria.at(j).at("predicate"), plan, *list[j].predicate);
    }
  }
}

/// A decision ends the way; a result recorded from outside ends it where the award is not ours to decide.
void check_ending(const Place& place, const Route& route) {
  for (std::size_t i = 0; i < route.stages.size(); ++i) {
    const StageKind kind = route.stages[i].kind;
    const bool last = i + 1 == route.stages.size();
    if (last ? kind == StageKind::decide || kind == StageKind::record_result : kind != StageKind::decide) continue;
    const char* vi = last ? "Bước cuối phải là decide hoặc record_result." : "decide chỉ được là bước cuối.";
    const char* en = last ? "Expected the last stage to be decide or record_result."
                          : "Expected decide only as the last stage.";
    place.at(i).at("kind").report("inconsistent", vi, en);
  }
}

/// Nobody of ours approves what is only recorded, so its place must be taken on the way up; a recorded result leaves no
/// stage to take it at.
void check_reservation(const Place& place, const Route& route) {
  const StageKind end = route.stages.back().kind;
  if (route.reserves_at.has_value() != route.reserves_source.has_value()) {
    place.at("reserves_source").report("inconsistent", "Nơi giữ chỗ và căn cứ của nó phải đi cùng nhau.",
                                       "Expected reserves_source exactly when reserves_at is given.");
  }
  if (!route.reserves_at) {
    if (end != StageKind::record_result) return;
    place.report("inconsistent", "Tuyến kết thúc bằng ghi kết quả phải nêu bước giữ chỗ (reserves_at).",
                 "Expected reserves_at in a route that ends in record_result.");
    return;
  }
  const auto at = std::ranges::find(route.stages, *route.reserves_at, &Stage::id);
  if (at == route.stages.end()) {
    return report_unknown_reference(place.at("reserves_at"), *route.reserves_at, "stages");
  }
  if (at->kind != StageKind::decide && at->kind != StageKind::record_result) return;
  place.at("reserves_at").report("inconsistent", "Chỗ chỉ được giữ ở bước chuyển hồ sơ đi tiếp.",
                                 "Expected a stage that sends the dossier on.");
}

void check_limits(const Place& place, const Route& route) {
  for (std::size_t i = 0; i < route.stages.size(); ++i) {
    if (!route.stages[i].limit_working_days || !route.stages[i].limit_rule) continue;
    place.at(i).report("inconsistent", "Chỉ nêu một trong hai: limit_working_days hoặc limit_rule.",
                       "Expected either limit_working_days or limit_rule, not both.");
  }
}

void check_routes(const Place& place, const Plan& plan) {
  check_unique(place, plan.routes, &Route::id, "id");
  for (std::size_t i = 0; i < plan.routes.size(); ++i) {
    const Route& route = plan.routes[i];
    check_unique(place.at(i).at("stages"), route.stages, &Stage::id, "id");
    check_ending(place.at(i).at("stages"), route);
    check_limits(place.at(i).at("stages"), route);
    check_reservation(place.at(i), route);
  }
}

void check_lower_forms(const Place& place, const Plan& plan, const AwardForm& form) {
  for (std::size_t i = 0; i < form.lower_forms.size(); ++i) {
    const AwardForm* lower = plan.award_form(form.lower_forms[i]);
    if (!lower) {
      report_unknown_reference(place.at(i), form.lower_forms[i], "award_forms");
    } else if (lower->rank >= form.rank) {
      place.at(i).report("wrong_order", "Hình thức thấp hơn phải có bậc (rank) nhỏ hơn.",
                         "Expected a form of a lower rank.");
    }
  }
}

void check_form(const Place& place, const Plan& plan, const AwardForm& form) {
  check_lower_forms(place.at("lower_forms"), plan, form);
  const Route* route = plan.route(form.route);
  if (!route) return report_unknown_reference(place.at("route"), form.route, "routes");
  const Stage& last = route->stages.back();
  if (last.office_role != form.authority) {
    place.at("authority").report("inconsistent", "Cấp có thẩm quyền phải là vai trò của bước cuối trong tuyến.",
                                 "Expected the office role of the route's last stage, \"" + last.office_role + "\".");
  }
  for (std::size_t i = 0; i < form.papers.size(); ++i) {
    const std::string& stage = form.papers[i].required_at;
    if (stage != "submit" && !contains_stage(*route, stage)) {
      report_unknown_reference(place.at("papers").at(i).at("required_at"), stage, "stages");
    }
  }
}

void check_forms_of(const Place& place, const Plan& plan, const std::vector<FormCode>& forms) {
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (!plan.award_form(forms[i])) report_unknown_reference(place.at(i), forms[i], "award_forms");
  }
}

void check_occasions(const Place& place, const Plan& plan) {
  check_unique(place, plan.occasions, &ExpectedOccasion::id, "id");
  for (std::size_t i = 0; i < plan.occasions.size(); ++i) {
    const ExpectedOccasion& occasion = plan.occasions[i];
    check_forms_of(place.at(i).at("award_forms"), plan, occasion.award_forms);
    if (occasion.window && occasion.window->to < occasion.window->from) report_wrong_order(place.at(i).at("window"));
  }
}

void check_dates(const Place& root, const Plan& plan) {
  if (plan.period.to < plan.period.from) report_wrong_order(root.at("period"));
  for (std::size_t i = 0; i < plan.milestones.size(); ++i) {
    const Milestone& milestone = plan.milestones[i];
    const bool backwards = milestone.from && milestone.to && *milestone.to < *milestone.from;
    if (backwards) report_wrong_order(root.at("milestones").at(i));
  }
}

void check_duties(const Place& place, const Plan& plan) {
  check_unique(place, plan.duties, &Duty::id, "id");
  for (std::size_t i = 0; i < plan.duties.size(); ++i) {
    const Duty& duty = plan.duties[i];
    if (duty.due && duty.yearly_due) {
      place.at(i).report("inconsistent", "Chỉ nêu một trong hai: due hoặc yearly_due.",
                         "Expected either due or yearly_due, not both.");
    }
    if (duty.due_assumed && !duty.due && !duty.yearly_due) {
      place.at(i).at("due_assumed").report("inconsistent", "Không có ngày nào để giả định.",
                                           "Expected a day beside due_assumed.");
    }
  }
}

}  // namespace

void check_plan_rules(const Place& root, const Plan& plan) {
  check_figures(root.at("figures"), plan);
  check_unique(root.at("targets"), plan.targets, &MovementTarget::id, "id");
  check_unique(root.at("award_forms"), plan.award_forms, &AwardForm::code, "code");
  check_unique(root.at("quotas"), plan.quotas, &Quota::id, "id");
  check_unique(root.at("milestones"), plan.milestones, &Milestone::id, "id");
  check_unique(root.at("recorded_results"), plan.recorded_results, &RecordedResult::id, "id");
  check_categories(root.at("subject_categories"), plan);
  check_routes(root.at("routes"), plan);
  for (std::size_t i = 0; i < plan.award_forms.size(); ++i) {
    check_form(root.at("award_forms").at(i), plan, plan.award_forms[i]);
  }
  for (std::size_t i = 0; i < plan.quotas.size(); ++i) {
    const FormCode& form = plan.quotas[i].award_form;
    if (!plan.award_form(form)) report_unknown_reference(root.at("quotas").at(i).at("award_form"), form, "award_forms");
  }
  check_occasions(root.at("occasions"), plan);
  check_dates(root, plan);
  check_duties(root.at("duties"), plan);
  if (plan.settings.drop_reading == "relative_percent" && plan.settings.consecutive_reading == "mean") {
    root.at("settings").report("inconsistent", "Cách tính trung bình chỉ dùng với điểm phần trăm.",
                               "Expected the mean reading only together with percentage_points.");
  }
}

}  // namespace vinhdanh
