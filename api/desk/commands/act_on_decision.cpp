// Signing and numbering: one act on all dossiers of a decision.
#include "api/desk/caller/lookup.hpp"
#include "api/desk/commands/acts.hpp"
#include "api/desk/commands/many.hpp"
#include "api/desk/commands/payloads.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/desk/request/if_match.hpp"
#include "engine/fold/fold.hpp"

namespace vinhdanh {

namespace {

HttpResponse no_dossiers(const HttpRequest& request) {
  return problem(request, "decision_empty");
}

EventBody decision_event(const Actor& actor, const Payload& payload, const std::vector<Dossier>& dossiers) {
  if (const auto* number = std::get_if<Number>(&payload))
    return DecisionNumbered{number->number, number->date.value_or(Date{})};
  return DecisionSigned{actor.capacity, ids_of(dossiers)};
}

void register_number(Change& change, const Decision& decision, const Payload& payload) {
  const auto* number = std::get_if<Number>(&payload);
  if (number == nullptr || !number->date || !change.registers.empty()) return;
  change.registers.push_back({decision.authority, number->date->year(), number->number, decision.id});
}

Prepared prepare(const Deps& deps, const Actor& actor, const Payload& payload, const Decision& decision,
                 ManyDone done) {
  Prepared prepared;
  auto& change = prepared.change = std::move(done.change);
  std::erase_if(change.touches, [](const Touch& touch) { return touch.kind == StreamKind::decision; });
  for (const auto& dossier : done.dossiers) touch_submission(change, dossier.submission);
  register_number(change, decision, payload);
  change.guards.push_back({StreamKind::decision, decision.id, decision.version});
  auto event = event_now(deps, actor, StreamKind::decision, decision.id, decision_event(actor, payload, done.dossiers));
  auto next = decision;
  apply(next, event);
  change.events.push_back(std::move(event));
  prepared.body = {{"id", next.id},
                   {"state", name_of(next.state)},
                   {"version", next.version},
                   {"dossiers", short_dossiers(done.dossiers)}};
  prepared.headers = {{"ETag", etag_of(next.version)}};
  change.next.emplace_back(std::move(next));
  return prepared;
}

Or<Prepared> attempt_act(const Deps& deps, const HttpRequest& request, const Actor& actor, Command command,
                         const Before& before) {
  auto decision = visible_decision(deps, request, actor);
  if (!decision) return decision.response();
  DossierQuery query;
  query.decisions = {decision->id};
  const auto all = all_dossiers(deps.store, query, kMostInDecision);
  auto stale = check_if_match(request, decision->version, [&] {
    return decision_view(deps, *decision, visible_dossiers(deps, actor, query, kMostInDecision));
  });
  if (stale) return std::move(*stale);
  auto payload = read_payload(request, command);
  if (!payload) return payload.response();
  if (all.empty()) return no_dossiers(request);
  const bool number_taken = before.status == CommitStatus::number_taken;
  auto verdict = decide_on_decision(deps, actor, *payload, *decision, all, number_taken);
  if (const auto* refusal = std::get_if<Refusal>(&verdict)) return refused(request, *refusal);
  return prepare(deps, actor, *payload, *decision, std::move(std::get<ManyDone>(verdict)));
}

}  // namespace

void act_on_decision(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  const auto command = command_in_path(path_parameter(request, "command"));
  if (command != Command::sign && command != Command::number) return respond(not_found(request));
  run(
      deps, request, actor,
      [&deps, actor, command = *command](const HttpRequest& request, const Before& before) {
        return attempt_act(deps, request, actor, command, before);
      },
      std::move(respond));
}

}  // namespace vinhdanh
