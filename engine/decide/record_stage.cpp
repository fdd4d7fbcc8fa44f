// What an office does at its stage: receive, attest, advise, propose, send on or back.
#include "engine/decide/draft.hpp"

namespace vinhdanh::detail {
namespace {

template <class P>
void record_forward(Draft& draft, const Case& asked, const P& payload, bool agrees) {
  const auto place = place_to_take(asked);
  DossierForwarded event{.stage = asked.stage->id,
                         .to_stage = next_stop(asked),
                         .office = asked.facts.actor.office,
                         .agrees = agrees,
                         .content_hash = asked.dossier.content ? asked.dossier.content->hash : "",
                         .letter = payload.letter};
  event.opinion = draft.keep_if_any("opinion", payload.opinion);
  event.minutes = payload.minutes;
  draft.add(std::move(event));
  if (place) draft.reserve_place(*place);
}

}  // namespace

void record_received(Draft& draft, const Case& asked) {
  DossierReceived event{.stage = asked.stage->id, .office = asked.facts.actor.office};
  if (!asked.dossier.era) {
    event.era = asked.rules.law.on(asked.today).id;
    event.law = asked.rules.law_ref;
  }
  draft.add(std::move(event));
}

void record_attested(Draft& draft, const Case& asked) {
  CriteriaAttested event{.stage = asked.stage->id};
  for (const auto& [criterion, entry] : std::get<Attest>(asked.payload).attestations) {
    event.attestations.push_back({criterion, entry.value, draft.keep_if_any("attestation", entry.reason)});
  }
  draft.add(std::move(event));
}

void record_opinion_given(Draft& draft, const Case& asked) {
  const auto& payload = std::get<GiveOpinion>(asked.payload);
  OpinionGiven event{.stage = asked.stage->id,
                     .office = asked.facts.actor.office,
                     .agrees = payload.agrees,
                     .text = draft.keep("opinion", payload.text)};
  for (const std::string& role : asked.stage->accompanying) {
    if (!event.office_role.empty() || asked.holder(role) != asked.facts.actor.office) continue;
    event.office_role = role;
  }
  draft.add(std::move(event));
}

void record_ranked(Draft& draft, const Case& asked) {
  draft.add(DossierRanked{asked.stage->id, std::get<Rank>(asked.payload).rank});
}

void record_proposed(Draft& draft, const Case& asked) {
  const auto& payload = std::get<Propose>(asked.payload);
  draft.add(ActionProposed{asked.stage->id, payload.kind, draft.keep_if_any("proposal", payload.text)});
}

void record_forwarded(Draft& draft, const Case& asked) {
  record_forward(draft, asked, std::get<Forward>(asked.payload), true);
}

void record_forwarded_disagreeing(Draft& draft, const Case& asked) {
  record_forward(draft, asked, std::get<ForwardWithDisagreement>(asked.payload), false);
}

void record_returned(Draft& draft, const Case& asked) {
  const auto& payload = std::get<ReturnForRework>(asked.payload);
  DossierReturned event{.stage = asked.stage->id,
                        .to_stage = payload.to_stage,
                        .letter = payload.letter,
                        .right_office = payload.right_office};
  for (const PointToRepair& point : payload.points) {
    event.points.push_back({.id = draft.fresh_id(),
                            .code = point.code,
                            .pointer = point.pointer,
                            .text = draft.keep("return_point", point.text)});
  }
  draft.add(std::move(event));
}

void record_found_ineligible(Draft& draft, const Case& asked) {
  const auto& payload = std::get<ConcludeIneligible>(asked.payload);
  draft.add(
      DossierFoundIneligible{asked.stage->id, payload.letter, payload.grounds, draft.keep("reason", payload.text)});
  draft.release_held_place();
}

void record_claimed(Draft& draft, const Case& asked) { draft.add(DossierClaimed{asked.stage->id}); }
void record_released(Draft& draft, const Case& asked) { draft.add(DossierReleased{asked.stage->id}); }
void record_assigned(Draft& draft, const Case& asked) {
  draft.add(DossierAssigned{asked.stage->id, std::get<Assign>(asked.payload).person});
}

void record_correction_recorded(Draft& draft, const Case& asked) {
  const auto& payload = std::get<RecordCorrection>(asked.payload);
  draft.add(CorrectionRecorded{payload.pointer, draft.keep("correction", payload.value)});
}

}  // namespace vinhdanh::detail
