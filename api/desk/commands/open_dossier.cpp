// Opens a dossier in a submission: one nominee for one award form, with the first content.
#include <algorithm>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/rights.hpp"
#include "api/desk/commands/acts.hpp"
#include "api/desk/commands/opening.hpp"
#include "api/desk/commands/records.hpp"
#include "api/desk/commands/wrong_office.hpp"
#include "api/desk/dossier/content_shape.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/if_match.hpp"
#include "engine/fold/fold.hpp"

namespace vinhdanh {

namespace {

struct NewDossier {
  FormCode form;
  SubjectKind subject_kind = SubjectKind::collective;
  std::string category;
  std::optional<std::string> external_ref;
  std::optional<Content> content;
  VINHDANH_MEMBERS(form, subject_kind, category, external_ref, content)
};

template <class T>
bool has(const std::vector<T>& list, const T& value) {
  return std::ranges::find(list, value) != list.end();
}

std::vector<ProblemError> faults_of(const Deps& deps, const NewDossier& wanted, const Occasion& occasion,
                                    const Plan& plan) {
  std::vector<ProblemError> errors;
  const auto* form = plan.award_form(wanted.form);
  if (form == nullptr || !has(occasion.forms, wanted.form))
    errors.push_back(unknown_value("/form"));
  else if (!has(form->subject_kinds, wanted.subject_kind))
    errors.push_back(unknown_value("/subject_kind"));
  const auto* category = plan.category(wanted.category);
  if (category == nullptr || !has(category->subject_kinds, wanted.subject_kind))
    errors.push_back(unknown_value("/category"));
  check_reference(wanted.external_ref, errors);
  if (wanted.content) check_content(deps, *wanted.content, plan, "/content", errors);
  return errors;
}

Event opening_event(const Deps& deps, const Actor& actor, const NewDossier& wanted, const Submission& submission,
                    const Occasion& occasion) {
  DossierOpened opened{deps.store.next_code(today(deps).year()),
                       submission.id,
                       occasion.id,
                       submission.unit,
                       occasion.territory,
                       wanted.form,
                       wanted.subject_kind,
                       wanted.category,
                       wanted.external_ref};
  auto event = event_now(deps, actor, StreamKind::dossier, deps.fresh.id(), std::move(opened));
  event.definition = occasion.plan;
  event.to = Phase::drafting;
  return event;
}

/// The occasion must not close meanwhile: a draft opened after that would never lapse.
Prepared prepare(const NewDossier& wanted, const Submission& submission, const Occasion& occasion, Event event) {
  Dossier dossier;
  apply(dossier, event, 0);
  Prepared prepared;
  prepared.status = 201;
  auto& change = prepared.change;
  change.guards = {{StreamKind::dossier, dossier.id, -1}, {StreamKind::occasion, occasion.id, occasion.version}};
  touch_submission(change, submission.id);
  change.events.push_back(std::move(event));
  change.workspace = Workspace{dossier.id, 0, to_json_value(wanted.content.value_or(Content{})).dump()};
  prepared.body = short_dossier(dossier);
  prepared.headers = {{"ETag", etag_of(dossier.version)}, {"Location", "/v1/dossiers/" + dossier.id}};
  change.next.emplace_back(std::move(dossier));
  return prepared;
}

Or<Prepared> attempt_open_dossier(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto submission = visible_submission(deps, request, actor);
  if (!submission) return submission.response();
  const auto occasion = deps.store.occasion(submission->occasion);
  if (!occasion) return not_found(request);
  auto wanted = read_body<NewDossier>(request);
  if (!wanted) return wanted.response();
  auto reasons = reasons_against_dossier(deps, actor, *submission, *occasion);
  if (!reasons.empty()) return refused(request, Refusal{std::move(reasons)});
  const auto faults = faults_of(deps, *wanted, *occasion, rules_for(deps, occasion->plan).plan);
  if (!faults.empty()) return invalid(request, faults);
  if (is_full(deps, *submission)) return problem(request, "too_many_dossiers");
  return prepare(*wanted, *submission, *occasion, opening_event(deps, actor, *wanted, *submission, *occasion));
}

}  // namespace

std::vector<RefusalReason> reasons_against_dossier(const Deps& deps, const Actor& actor, const Submission& submission,
                                                   const Occasion& occasion) {
  std::vector<RefusalReason> reasons;
  if (!has_right(actor.role, Right::open_dossier)) reasons.push_back(lacks_right(Right::open_dossier));
  if (actor.office != submission.unit) reasons.push_back(wrong_office(deps, submission.unit));
  if (!occasion.open) reasons.push_back({Reason::occasion_not_open, {{"occasion", occasion.name}}, {}, {}});
  return reasons;
}

bool is_full(const Deps& deps, const Submission& submission) {
  DossierQuery query;
  query.submissions = {submission.id};
  return all_dossiers(deps.store, query, kMostDossiers).size() >= kMostDossiers;
}

void open_dossier(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  run(
      deps, request, actor,
      [&deps, actor](const HttpRequest& request, const Before&) { return attempt_open_dossier(deps, request, actor); },
      std::move(respond));
}

}  // namespace vinhdanh
