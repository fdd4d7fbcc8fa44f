// A command on all dossiers of a submission.
#include <algorithm>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/commands/acts.hpp"
#include "api/desk/commands/many.hpp"
#include "api/desk/commands/payloads.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/desk/request/if_match.hpp"

namespace vinhdanh {

namespace {

HttpResponse nothing_there(const HttpRequest& request) {
  return problem(request, "nothing_to_act_on");
}

Json skipped_codes(const std::vector<Dossier>& all, const std::vector<Dossier>& chosen) {
  auto codes = Json::array();
  for (const auto& dossier : all) {
    if (std::ranges::find(chosen, dossier.id, &Dossier::id) == chosen.end()) codes.push_back(dossier.code);
  }
  return codes;
}

/// The change on the dossiers becomes one on their submission too: guarded by its version, its letter recorded.
Prepared prepare(const Deps& deps, const Actor& actor, const Payload& payload, const Submission& submission,
                 ManyDone done) {
  Prepared prepared;
  prepared.change = std::move(done.change);
  if (const auto* submit = std::get_if<Submit>(&payload)) {
    record_sending(deps, actor, prepared.change, submission, submit->letter, ids_of(done.dossiers));
  } else {
    prepared.change.guards.push_back({StreamKind::submission, submission.id, submission.version});
    touch_submission(prepared.change, submission.id);
  }
  prepared.body = {
      {"id", submission.id}, {"version", submission.version + 1}, {"dossiers", short_dossiers(done.dossiers)}};
  prepared.headers = {{"ETag", etag_of(submission.version + 1)}};
  return prepared;
}

Or<Prepared> attempt_act(const Deps& deps, const HttpRequest& request, const Actor& actor, Command command) {
  auto submission = visible_submission(deps, request, actor);
  if (!submission) return submission.response();
  DossierQuery query;
  query.submissions = {submission->id};
  const auto all = visible_dossiers(deps, actor, query, kMostDossiers);
  auto stale = check_if_match(request, submission->version, [&] { return submission_view(deps, *submission, all); });
  if (stale) return std::move(*stale);
  auto payload = read_payload(request, command);
  if (!payload) return payload.response();
  if (all.empty()) return nothing_there(request);
  const auto chosen = chosen_for(deps, command, all);
  const Asked asked{named_decision(*payload), false, command == Command::assign, false};
  auto verdict = decide_all(deps, actor, *payload, chosen, asked);
  if (const auto* refusal = std::get_if<Refusal>(&verdict)) return refused(request, *refusal);
  auto prepared = prepare(deps, actor, *payload, *submission, std::move(std::get<ManyDone>(verdict)));
  prepared.body["skipped"] = skipped_codes(all, chosen);
  return prepared;
}

}  // namespace

void act_on_submission(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  const auto command = command_in_path(path_parameter(request, "command"));
  if (!command || !is_posted_to_submission(*command)) return respond(not_found(request));
  run(
      deps, request, actor,
      [&deps, actor, command = *command](const HttpRequest& request, const Before&) {
        return attempt_act(deps, request, actor, command);
      },
      std::move(respond));
}

}  // namespace vinhdanh
