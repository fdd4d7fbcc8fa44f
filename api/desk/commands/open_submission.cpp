// Opens a submission (tờ trình) of the caller's unit in an occasion.
#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/rights.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/opening.hpp"
#include "api/desk/commands/records.hpp"
#include "api/desk/commands/wrong_office.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/if_match.hpp"

namespace vinhdanh {

namespace {

struct NewSubmission {
  OccasionId occasion;
  std::optional<std::string> external_ref;
  VINHDANH_MEMBERS(occasion, external_ref)
};

bool is_in_territory(const Deps& deps, const OfficeId& unit, const Occasion& occasion) {
  const auto& organisation = deps.rulebook.organisation();
  return organisation.is_within(unit, occasion.territory, today(deps)) ||
         organisation.is_within(unit, occasion.territory, occasion.opens);
}

Prepared prepare(const Deps& deps, const Actor& actor, const NewSubmission& wanted, const Occasion& occasion) {
  Submission submission;
  submission.id = deps.fresh.id();
  submission.occasion = wanted.occasion;
  submission.unit = actor.office;
  submission.external_ref = wanted.external_ref;
  Prepared prepared;
  prepared.status = 201;
  prepared.change.guards = {{StreamKind::submission, submission.id, -1},
                            {StreamKind::occasion, occasion.id, occasion.version}};
  prepared.change.events = {event_now(deps, actor, StreamKind::submission, submission.id,
                                      SubmissionOpened{submission.occasion, submission.unit, submission.external_ref})};
  prepared.body = {{"id", submission.id}, {"version", submission.version}};
  prepared.headers = {{"ETag", etag_of(submission.version)}, {"Location", "/v1/submissions/" + submission.id}};
  prepared.change.next.emplace_back(std::move(submission));
  return prepared;
}

Or<Prepared> attempt_open_submission(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto wanted = read_body<NewSubmission>(request);
  if (!wanted) return wanted.response();
  std::vector<ProblemError> faults;
  check_reference(wanted->external_ref, faults);
  if (!faults.empty()) return invalid(request, faults);
  const auto occasion = deps.store.occasion(wanted->occasion);
  if (!occasion || !Scope(deps, actor, today(deps)).sees(*occasion))
    return invalid(request, {unknown_value("/occasion")});
  auto reasons = reasons_against_submission(deps, actor, *occasion);
  if (!reasons.empty()) return refused(request, Refusal{std::move(reasons)});
  return prepare(deps, actor, *wanted, *occasion);
}

}  // namespace

std::vector<RefusalReason> reasons_against_submission(const Deps& deps, const Actor& actor, const Occasion& occasion) {
  std::vector<RefusalReason> reasons;
  if (!has_right(actor.role, Right::open_submission)) reasons.push_back(lacks_right(Right::open_submission));
  if (!is_in_territory(deps, actor.office, occasion)) reasons.push_back(wrong_office(deps, occasion.territory));
  if (!occasion.open) reasons.push_back({Reason::occasion_not_open, {{"occasion", occasion.name}}, {}, {}});
  return reasons;
}

void open_submission(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  run(
      deps, request, actor,
      [&deps, actor](const HttpRequest& request, const Before&) {
        return attempt_open_submission(deps, request, actor);
      },
      std::move(respond));
}

}  // namespace vinhdanh
