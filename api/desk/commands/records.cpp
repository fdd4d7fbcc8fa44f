// Events that the desk itself records beside those of `decide`, and the short answers to acts.
#include "api/desk/commands/records.hpp"

#include <algorithm>

#include "engine/codec/codec.hpp"
#include "engine/fold/fold.hpp"

namespace vinhdanh {

Event event_now(const Deps& deps, const Actor& actor, StreamKind stream, std::string id, EventBody body) {
  Event event;
  event.stream = stream;
  event.stream_id = std::move(id);
  event.id = deps.fresh.id();
  event.at = deps.clock.business_now();
  event.actor = actor;
  event.body = std::move(body);
  return event;
}

const Dossier& after(const Change& change, const Dossier& before) {
  for (const auto& aggregate : change.next) {
    const auto* dossier = std::get_if<Dossier>(&aggregate);
    if (dossier != nullptr && dossier->id == before.id) return *dossier;
  }
  return before;
}

Json short_dossier(const Dossier& dossier) {
  Json json{{"id", dossier.id},
            {"code", dossier.code},
            {"submission", dossier.submission},
            {"phase", name_of(dossier.phase)},
            {"version", dossier.version}};
  if (dossier.stage) json["stage"] = *dossier.stage;
  if (dossier.decision) json["decision"] = *dossier.decision;
  return json;
}

void touch_submission(Change& change, const SubmissionId& id) {
  const auto same = [&](const Touch& touch) { return touch.kind == StreamKind::submission && touch.id == id; };
  if (std::ranges::none_of(change.touches, same)) change.touches.push_back({StreamKind::submission, id, {}});
}

void record_sending(const Deps& deps, const Actor& actor, Change& change, const Submission& submission,
                    const DocumentRef& letter, std::vector<DossierId> dossiers) {
  std::erase_if(change.touches,
                [&](const Touch& touch) { return touch.kind == StreamKind::submission && touch.id == submission.id; });
  change.guards.push_back({StreamKind::submission, submission.id, submission.version});
  auto event =
      event_now(deps, actor, StreamKind::submission, submission.id, SubmissionSent{letter, std::move(dossiers)});
  auto next = submission;
  apply(next, event);
  change.events.push_back(std::move(event));
  change.next.emplace_back(std::move(next));
}

void complete(const Deps& deps, const Actor& actor, const Payload& payload, const Case& it, Change& change) {
  if (const auto* submit = std::get_if<Submit>(&payload)) {
    record_sending(deps, actor, change, it.facts.submission, submit->letter, {it.dossier.id});
  } else {
    touch_submission(change, it.dossier.submission);
  }
}

PersonalRef keep_personal(const Deps& deps, Change& change, StreamKind stream, const std::string& id, std::string path,
                          const std::string& canonical) {
  PersonalValue value{deps.fresh.id(), stream, id, std::move(path), deps.fresh.salt(), canonical};
  PersonalRef ref{value.id, commitment(value.salt, value.path, value.value)};
  change.personal.push_back(std::move(value));
  return ref;
}

}  // namespace vinhdanh
