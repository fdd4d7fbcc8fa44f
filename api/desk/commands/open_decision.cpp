// Opens a decision that dossiers of one form and occasion will join.
#include <algorithm>

#include "api/desk/caller/rights.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/opening.hpp"
#include "api/desk/commands/records.hpp"
#include "api/desk/commands/wrong_office.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/if_match.hpp"

namespace vinhdanh {

namespace {

struct NewDecision {
  FormCode form;
  OccasionId occasion;
  std::optional<std::string> external_ref;
  VINHDANH_MEMBERS(form, occasion, external_ref)
};

/// The office decides the form, for the occasion's territory or for itself as a unit.
bool decides(const Deps& deps, const OfficeId& office, const AwardForm& form, const Occasion& occasion) {
  const auto& organisation = deps.rulebook.organisation();
  const auto day = today(deps);
  return organisation.holder(form.authority, occasion.territory, day) == office ||
         organisation.holder(form.authority, office, day) == office;
}

Prepared prepare(const Deps& deps, const Actor& actor, const NewDecision& wanted, const AwardForm& form,
                 const Occasion& occasion) {
  Decision decision;
  decision.id = deps.fresh.id();
  decision.authority = actor.office;
  decision.authority_role = form.authority;
  decision.form = form.code;
  decision.occasion = occasion.id;
  decision.external_ref = wanted.external_ref;
  Prepared prepared;
  prepared.status = 201;
  prepared.change.guards = {{StreamKind::decision, decision.id, -1}};
  auto event = event_now(deps, actor, StreamKind::decision, decision.id, DecisionOpened{decision});
  event.definition = occasion.plan;
  prepared.change.events.push_back(std::move(event));
  prepared.body = {{"id", decision.id}, {"version", decision.version}, {"state", name_of(decision.state)}};
  prepared.headers = {{"ETag", etag_of(decision.version)}, {"Location", "/v1/decisions/" + decision.id}};
  prepared.change.next.emplace_back(std::move(decision));
  return prepared;
}

Or<Prepared> attempt_open(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto wanted = read_body<NewDecision>(request);
  if (!wanted) return wanted.response();
  std::vector<ProblemError> faults;
  check_reference(wanted->external_ref, faults);
  if (!faults.empty()) return invalid(request, faults);
  const auto occasion = deps.store.occasion(wanted->occasion);
  if (!occasion || !Scope(deps, actor, today(deps)).sees(*occasion))
    return invalid(request, {unknown_value("/occasion")});
  const auto* form = rules_for(deps, occasion->plan).plan.award_form(wanted->form);
  if (form == nullptr) return invalid(request, {unknown_value("/form")});
  auto reasons = reasons_against_decision(deps, actor, *form, *occasion);
  if (!reasons.empty()) return refused(request, Refusal{std::move(reasons)});
  return prepare(deps, actor, *wanted, *form, *occasion);
}

}  // namespace

std::vector<RefusalReason> reasons_against_decision(const Deps& deps, const Actor& actor, const AwardForm& form,
                                                    const Occasion& occasion) {
  std::vector<RefusalReason> reasons;
  if (!has_right(actor.role, Right::open_decision)) reasons.push_back(lacks_right(Right::open_decision));
  if (!decides(deps, actor.office, form, occasion)) {
    const auto holder = deps.rulebook.organisation().holder(form.authority, occasion.territory, today(deps));
    reasons.push_back(wrong_office(deps, holder.value_or(form.authority), form.source));
  }
  return reasons;
}

void open_decision(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  run(
      deps, request, actor,
      [&deps, actor](const HttpRequest& request, const Before&) { return attempt_open(deps, request, actor); },
      std::move(respond));
}

}  // namespace vinhdanh
