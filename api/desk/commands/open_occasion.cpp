// Opens an occasion (đợt xét) by its numbered document.
#include <algorithm>

#include "api/desk/commands/opening.hpp"
#include "api/desk/commands/records.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/if_match.hpp"
#include "engine/decide/openings.hpp"
#include "engine/fold/fold.hpp"

namespace vinhdanh {

namespace {

struct NewOccasion {
  std::string plan;
  MilestoneKind milestone = MilestoneKind::final_review;
  std::string name;
  DocumentRef document;
  std::vector<FormCode> forms;
  std::vector<Places> places;
  Date opens;
  Date receipt_deadline;
  std::optional<Date> closes;
  std::optional<OfficeId> territory;
  std::optional<std::string> external_ref;
  VINHDANH_MEMBERS(plan, milestone, name, document, forms, places, opens, receipt_deadline, closes, territory,
                   external_ref)
};

ProblemError wrong_order(std::string pointer) {
  return {std::move(pointer), "wrong_order", "Hạn nhận hồ sơ trước ngày mở.", "The deadline is before the opening."};
}

ProblemError closes_too_early() {
  return {"/closes", "wrong_order", "Ngày đóng trước hạn nhận hồ sơ.", "The closing is before the deadline."};
}

void check_forms(const NewOccasion& wanted, const Plan& plan, std::vector<ProblemError>& errors) {
  if (wanted.forms.empty()) errors.push_back(missing_value("/forms"));
  for (std::size_t i = 0; i < wanted.forms.size(); ++i) {
    const auto* form = plan.award_form(wanted.forms[i]);
    const bool fits =
        form != nullptr && std::ranges::find(form->milestones, wanted.milestone) != form->milestones.end();
    if (!fits) errors.push_back(unknown_value("/forms/" + std::to_string(i)));
  }
  for (std::size_t i = 0; i < wanted.places.size(); ++i) {
    const auto pointer = "/places/" + std::to_string(i);
    const bool known = std::ranges::find(wanted.forms, wanted.places[i].form) != wanted.forms.end();
    if (!known) errors.push_back(unknown_value(pointer + "/form"));
    if (wanted.places[i].limit < 0 || wanted.places[i].limit > 1'000'000)
      errors.push_back(unknown_value(pointer + "/limit"));
  }
}

std::vector<ProblemError> faults_of(const NewOccasion& wanted, const Plan* plan, Date day) {
  std::vector<ProblemError> errors;
  if (plan == nullptr) return {unknown_value("/plan")};
  if (wanted.name.empty()) errors.push_back(missing_value("/name"));
  if (wanted.document.number.empty()) errors.push_back(missing_value("/document/number"));
  if (!wanted.document.date) errors.push_back(missing_value("/document/date"));
  if (wanted.document.date && *wanted.document.date > day) errors.push_back(unknown_value("/document/date"));
  if (wanted.receipt_deadline < wanted.opens) errors.push_back(wrong_order("/receipt_deadline"));
  if (wanted.closes && *wanted.closes < wanted.receipt_deadline) errors.push_back(closes_too_early());
  check_reference(wanted.external_ref, errors);
  check_forms(wanted, *plan, errors);
  return errors;
}

Occasion occasion_of(const Deps& deps, const Actor& actor, const NewOccasion& wanted, const Plan& plan) {
  Occasion occasion;
  occasion.id = deps.fresh.id();
  occasion.plan = deps.rulebook.text_of(plan).ref;
  occasion.territory = wanted.territory.value_or(plan.territory);
  occasion.office = actor.office;
  occasion.milestone = wanted.milestone;
  occasion.name = wanted.name;
  occasion.document = wanted.document;
  occasion.forms = wanted.forms;
  occasion.places = wanted.places;
  occasion.opens = wanted.opens;
  occasion.receipt_deadline = wanted.receipt_deadline;
  occasion.closes = wanted.closes;
  occasion.external_ref = wanted.external_ref;
  return occasion;
}

bool is_within_plan(const Deps& deps, const OfficeId& territory, const Plan& plan) {
  const auto& organisation = deps.rulebook.organisation();
  return territory == plan.territory || organisation.is_within(territory, plan.territory, today(deps)) ||
         organisation.is_within(territory, plan.territory, plan.period.from);
}

Or<Prepared> attempt_open_occasion(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto wanted = read_body<NewOccasion>(request);
  if (!wanted) return wanted.response();
  const auto* plan = deps.rulebook.latest_plan(wanted->plan);
  auto faults = faults_of(*wanted, plan, today(deps));
  if (!faults.empty()) return invalid(request, faults);
  auto occasion = occasion_of(deps, actor, *wanted, *plan);
  if (!is_within_plan(deps, occasion.territory, *plan)) return invalid(request, {unknown_value("/territory")});
  auto reasons = reasons_against_opening(occasion, *plan, deps.rulebook.organisation(), today(deps));
  if (!reasons.empty()) return refused(request, Refusal{std::move(reasons)});
  Prepared prepared;
  prepared.status = 201;
  prepared.change.guards = {{StreamKind::occasion, occasion.id, -1}};
  auto event = event_now(deps, actor, StreamKind::occasion, occasion.id, OccasionOpened{occasion});
  event.definition = occasion.plan;
  prepared.change.events.push_back(std::move(event));
  prepared.body = {{"id", occasion.id}, {"version", occasion.version}, {"open", true}};
  prepared.headers = {{"ETag", etag_of(occasion.version)}, {"Location", "/v1/occasions/" + occasion.id}};
  prepared.change.next.emplace_back(std::move(occasion));
  return prepared;
}

}  // namespace

void open_occasion(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  run(
      deps, request, actor,
      [&deps, actor](const HttpRequest& request, const Before&) { return attempt_open_occasion(deps, request, actor); },
      std::move(respond));
}

}  // namespace vinhdanh
