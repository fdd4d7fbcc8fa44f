// Papers: one raw upload per slot, and the way back.
#include "api/desk/dossier/papers.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/rights.hpp"
#include "api/desk/commands/acts.hpp"
#include "api/desk/commands/wrong_office.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/desk/request/if_match.hpp"
#include "api/desk/request/incoming.hpp"
#include "api/desk/request/media_type.hpp"
#include "engine/codec/reflect.hpp"
#include "engine/fold/fold.hpp"
#include "engine/refusal/reasons_in.hpp"

namespace vinhdanh {

namespace {

Or<Prepared> attempt_dossier(const Deps& deps, const HttpRequest& request, const Actor& actor,
                             const IncomingPaper& incoming) {
  auto dossier = visible_dossier(deps, request, actor);
  if (!dossier) return dossier.response();
  auto stale = check_if_match(request, dossier->version, [&] { return dossier_view(deps, *dossier); });
  if (stale) return std::move(*stale);
  auto upload = incoming->read(deps, request, StreamKind::dossier, dossier->id, path_parameter(request, "slot"));
  if (!upload) return upload.response();
  const auto it = load_case(deps, actor, *dossier);
  const Payload payload = AttachPaper{upload->entry};
  auto verdict = decide(it.dossier, payload, it.facts, it.rules, deps.fresh);
  if (const auto* refusal = std::get_if<Refusal>(&verdict)) return refused(request, *refusal);
  Prepared prepared;
  prepared.change = std::move(std::get<Change>(verdict));
  complete(deps, actor, payload, it, prepared.change);
  prepared.change.personal.push_back(upload->salt);
  incoming->put(request.body);
  prepared.keep = [incoming] { incoming->keep(); };
  const auto& next = after(prepared.change, it.dossier);
  prepared.body = short_dossier(next);
  prepared.body["paper"] = to_json_value(next.papers.back());
  prepared.headers = {{"ETag", etag_of(next.version)}};
  return prepared;
}

/// Where the paper belongs: the stage of a dossier to which the caller may attach papers now, none when that is the
/// unit's.
using Place = std::optional<StageId>;

/// `decide` judges whether he may attach anything at all; that the slot is none of the dossier's own is no objection
/// here.
std::variant<Place, Refusal> place_of_paper(const Deps& deps, const Actor& actor, const PaperEntry& entry,
                                            const std::vector<Dossier>& dossiers) {
  Refusal first;
  for (const auto& dossier : dossiers) {
    const auto it = load_case(deps, actor, dossier);
    auto verdict = decide(it.dossier, AttachPaper{entry}, it.facts, it.rules, deps.fresh);
    auto* refusal = std::get_if<Refusal>(&verdict);
    if (refusal != nullptr) {
      std::erase_if(refusal->reasons,
                    [](const RefusalReason& reason) { return reason.code == Reason::unknown_choice; });
    }
    if (refusal == nullptr || refusal->reasons.empty()) return is_with_unit(dossier.phase) ? Place{} : dossier.stage;
    if (first.reasons.empty()) first = std::move(*refusal);
  }
  return first;
}

std::variant<Place, Refusal> judge(const Deps& deps, const Actor& actor, const Submission& submission,
                                   const PaperEntry& entry) {
  DossierQuery query;
  query.submissions = {submission.id};
  const auto dossiers = visible_dossiers(deps, actor, query, kMostDossiers);
  if (!dossiers.empty()) return place_of_paper(deps, actor, entry, dossiers);
  Refusal refusal;
  if (!has_right(actor.role, Right::open_dossier)) refusal.reasons.push_back(lacks_right(Right::open_dossier));
  if (actor.office != submission.unit) refusal.reasons.push_back(wrong_office(deps, submission.unit));
  if (refusal.reasons.empty()) return Place{};
  return refusal;
}

Prepared prepare_submission(const Deps& deps, const Actor& actor, const Submission& submission, Upload upload) {
  Prepared prepared;
  auto& change = prepared.change;
  change.guards = {{StreamKind::submission, submission.id, submission.version}};
  auto event = event_now(deps, actor, StreamKind::submission, submission.id, SubmissionPaperAttached{upload.entry});
  auto next = submission;
  apply(next, event);
  change.events.push_back(std::move(event));
  change.personal.push_back(std::move(upload.salt));
  prepared.body = {{"id", next.id}, {"version", next.version}, {"paper", to_json_value(upload.entry)}};
  prepared.headers = {{"ETag", etag_of(next.version)}};
  change.next.emplace_back(std::move(next));
  return prepared;
}

/// The paper as read, with the stage it belongs to, once nothing speaks against it.
Or<Upload> lawful_upload(const Deps& deps, const HttpRequest& request, const Actor& actor, const Submission& submission,
                         Incoming& incoming) {
  auto upload = incoming.read(deps, request, StreamKind::submission, submission.id, path_parameter(request, "slot"));
  if (!upload) return upload;
  auto verdict = judge(deps, actor, submission, upload->entry);
  if (const auto* refusal = std::get_if<Refusal>(&verdict)) return refused(request, *refusal);
  const auto occasion = deps.store.occasion(submission.occasion);
  if (!occasion || !submission_slots(rules_for(deps, occasion->plan).plan, *occasion).contains(upload->entry.slot)) {
    RefusalReason unknown{.code = Reason::unknown_choice, .pointer = "/slot"};
    unknown.details = {{"member", "slot"}, {"value", upload->entry.slot}};
    return refused(request, std::move(unknown));
  }
  upload->entry.stage = std::get<Place>(verdict);
  return upload;
}

Or<Prepared> attempt_submission(const Deps& deps, const HttpRequest& request, const Actor& actor,
                                const IncomingPaper& incoming) {
  auto submission = visible_submission(deps, request, actor);
  if (!submission) return submission.response();
  auto stale = check_if_match(request, submission->version, [&] { return submission_view(deps, *submission, {}); });
  if (stale) return std::move(*stale);
  auto upload = lawful_upload(deps, request, actor, *submission, *incoming);
  if (!upload) return upload.response();
  incoming->put(request.body);
  auto prepared = prepare_submission(deps, actor, *submission, std::move(*upload));
  prepared.keep = [incoming] { incoming->keep(); };
  return prepared;
}

HttpResponse paper_in(const Deps& deps, const HttpRequest& request, const std::vector<PaperEntry>& papers) {
  const auto& wanted = path_parameter(request, "slot");
  const auto found = std::find_if(papers.rbegin(), papers.rend(), [&](const PaperEntry& paper) {
    return paper.id == wanted || (paper.slot == wanted && !paper.superseded);
  });
  return found == papers.rend() ? not_found(request) : paper_response(deps, request, *found);
}

}  // namespace

std::set<std::string> submission_slots(const Plan& plan, const Occasion& occasion) {
  std::set<std::string> slots;
  for (const auto& code : occasion.forms) {
    const auto* form = plan.award_form(code);
    if (form == nullptr) continue;
    for (const auto& required : form->papers) {
      if (required.level == PaperLevel::submission) slots.insert(required.slot);
    }
  }
  return slots;
}

std::vector<RefusalReason> reasons_against_paper(const Deps& deps, const Actor& actor, const Submission& submission) {
  return reasons_in(judge(deps, actor, submission, {}));
}

HttpResponse paper_response(const Deps& deps, const HttpRequest& request, const PaperEntry& paper) {
  auto bytes = deps.blobs.get(paper.id);
  if (!bytes) return not_found(request);
  HttpResponse response;
  response.set("Content-Type", paper.media_type);
  response.set("Content-Disposition", attachment_named(paper.slot, paper.media_type));
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Cache-Control", "no-store");
  response.body = std::move(*bytes);
  return response;
}

void put_dossier_paper(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  run(
      deps, request, actor,
      [&deps, actor, incoming = std::make_shared<Incoming>(deps.blobs)](const HttpRequest& request, const Before&) {
        return attempt_dossier(deps, request, actor, incoming);
      },
      std::move(respond));
}

void put_submission_paper(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  run(
      deps, request, actor,
      [&deps, actor, incoming = std::make_shared<Incoming>(deps.blobs)](const HttpRequest& request, const Before&) {
        return attempt_submission(deps, request, actor, incoming);
      },
      std::move(respond));
}

HttpResponse get_dossier_paper(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  const auto dossier = visible_dossier(deps, request, actor);
  if (!dossier) return not_found(request);
  return paper_in(deps, request, dossier->papers);
}

HttpResponse get_submission_paper(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  const auto submission = visible_submission(deps, request, actor);
  if (!submission) return not_found(request);
  return paper_in(deps, request, submission->papers);
}

}  // namespace vinhdanh
