// The plans as they are loaded, the criteria as a calculation, and the working calendar.
#include <algorithm>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/dossier/content_shape.hpp"
#include "api/desk/dossier/findings_json.hpp"
#include "api/desk/reference/reference.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/query.hpp"

namespace vinhdanh {

namespace {

struct Eligibility {
  std::string category;
  Figures figures;
  Attestations attestations;
  VINHDANH_MEMBERS(category, figures, attestations)
};

Json forms_json(const Plan& plan) {
  auto forms = Json::array();
  for (const auto& form : plan.award_forms) {
    forms.push_back({{"code", form.code}, {"name", form.name}, {"assumed", form.source.assumed}});
  }
  return forms;
}

Json plan_line(const Deps& deps, const Plan& plan) {
  Json line{{"id", plan.id},
            {"version", plan.version},
            {"title", plan.title},
            {"issuer", plan.issuer.name},
            {"movement", {{"id", plan.movement.id}, {"name", plan.movement.name}}},
            {"territory", plan.territory},
            {"period", {{"from", plan.period.from.text()}, {"to", plan.period.to.text()}}}};
  line["sha256"] = deps.rulebook.text_of(plan).ref.sha256;
  line["award_forms"] = forms_json(plan);
  return line;
}

const Plan* plan_in_path(const Deps& deps, const HttpRequest& request, std::optional<std::int64_t> version = {}) {
  const auto& id = path_parameter(request, "id");
  return version ? deps.rulebook.plan(id, static_cast<int>(*version)) : deps.rulebook.latest_plan(id);
}

std::vector<ProblemError> faults_of(const Eligibility& asked, const Plan& plan, const SubjectCategory* category) {
  std::vector<ProblemError> errors;
  if (category == nullptr) return {unknown_value("/category")};
  check_figures(asked.figures, plan, "/figures", errors);
  for (const auto& [id, entry] : asked.attestations) {
    const bool known =
        std::ranges::any_of(category->criteria, [&](const Criterion& criterion) { return criterion.id == id; });
    if (!known) errors.push_back(unknown_value("/attestations/" + id));
    if (entry.value != Attestation::met && entry.reason.empty())
      errors.push_back(missing_value("/attestations/" + id + "/reason"));
  }
  return errors;
}

Json statement_of(const EligibilityReport& report) {
  if (report.sets_no_criterion) {
    return {{"vi", "Kế hoạch không nêu tiêu chí cho nhóm đối tượng này."},
            {"en", "The plan sets no criterion for this category."}};
  }
  if (!report.meets_criteria) {
    return {{"vi", "Chưa đủ số liệu hoặc xác nhận để kết luận."},
            {"en", "Figures or attestations are missing; no conclusion."}};
  }
  if (*report.meets_criteria) {
    return {{"vi", "Đạt tiêu chí của phong trào."}, {"en", "Meets the movement's criteria."}};
  }
  return {{"vi", "Chưa đạt tiêu chí của phong trào."}, {"en", "Does not meet the movement's criteria."}};
}

/// The standards of the awards themselves lie outside the plan; nobody looked at them here.
}  // namespace

HttpResponse list_plans(const Deps& deps, const HttpRequest& request, const Actor&) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  auto items = Json::array();
  for (const auto* plan : deps.rulebook.plans()) items.push_back(plan_line(deps, *plan));
  return json_response(200, {{"items", std::move(items)}});
}

HttpResponse show_plan(const Deps& deps, const HttpRequest& request, const Actor&) {
  QueryReader query(request);
  const auto version = query.number("version", 1, 1'000'000);
  if (auto fault = query.end()) return std::move(*fault);
  const auto* plan = plan_in_path(deps, request, version);
  if (plan == nullptr) return not_found(request);
  auto body = plan_line(deps, *plan);
  body["definition"] = Json::parse(deps.rulebook.text_of(*plan).bytes);
  return json_response(200, body);
}

HttpResponse check_plan_eligibility(const Deps& deps, const HttpRequest& request, const Actor&) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  const auto* plan = plan_in_path(deps, request);
  if (plan == nullptr) return not_found(request);
  auto asked = read_body<Eligibility>(request);
  if (!asked) return std::move(asked.response());
  const auto* category = plan->category(asked->category);
  const auto faults = faults_of(*asked, *plan, category);
  if (!faults.empty()) return invalid(request, faults);
  const auto report = check_eligibility(*category, plan->settings, asked->figures, asked->attestations,
                                        {deps.clock.business_now().legal_date(), plan->figures});
  auto body = report_json(report, plan->figures);
  body["plan"] = plan->id;
  body["version"] = plan->version;
  body["category"] = category->id;
  body["statement"] = statement_of(report);
  body["award_standards_not_examined"] = forms_json(*plan);
  return json_response(200, body);
}

HttpResponse show_deadline(const Deps& deps, const HttpRequest& request, const Actor&) {
  QueryReader query(request);
  const auto from = query.date("from");
  const auto days = query.number("working_days", 0, 2000);
  if (auto fault = query.end()) return std::move(*fault);
  std::vector<ProblemError> missing;
  if (!from) missing.push_back(missing_value("#/query/from"));
  if (!days) missing.push_back(missing_value("#/query/working_days"));
  if (!missing.empty()) return invalid(request, missing);
  const auto deadline = deps.rulebook.calendar().deadline(*from, static_cast<int>(*days));
  if (!deadline) {
    return problem(request, "outside_calendar");
  }
  auto skipped = Json::array();
  for (const auto& day : deadline->skipped) skipped.push_back({{"date", day.date.text()}, {"reason", day.reason}});
  auto worked = Json::array();
  for (const auto& day : deadline->worked) worked.push_back(day.text());
  return json_response(200, {{"due", deadline->due.text()},
                             {"skipped", std::move(skipped)},
                             {"worked", std::move(worked)},
                             {"confidence", name_of(deadline->confidence)}});
}

}  // namespace vinhdanh
