// What comes of it: approval, refusal, signature, number, a result from outside, the notice.
#include "engine/decide/draft.hpp"

namespace vinhdanh::detail {
namespace {

void record_approval(Draft& draft, const Case& asked, const FormCode& form, const DecisionId& decision, bool lower) {
  const auto place = place_to_take(asked);
  draft.add(AwardApproved{.stage = asked.stage->id,
                          .office = asked.facts.actor.office,
                          .form = form,
                          .lower = lower,
                          .decision = decision,
                          .content_hash = asked.dossier.content ? asked.dossier.content->hash : ""});
  if (lower) draft.release_held_place();
  if (place)
    draft.reserve_and_consume_place(*place);
  else
    draft.consume_held_place();
  draft.add_to(StreamKind::decision, decision, DecisionJoined{asked.dossier.id});
  draft.touch({StreamKind::decision, decision, DecisionState::open});
}

}  // namespace

void record_approved(Draft& draft, const Case& asked) {
  record_approval(draft, asked, asked.dossier.form, std::get<Approve>(asked.payload).decision, false);
}

void record_approved_lower(Draft& draft, const Case& asked) {
  const auto& payload = std::get<ApproveLowerForm>(asked.payload);
  record_approval(draft, asked, payload.form, payload.decision, true);
}

/// The place goes back to where it stood before the approval: kept for this dossier when it was taken on the way.
void record_removed_from_decision(Draft& draft, const Case& asked) {
  const DecisionId decision = *asked.dossier.decision;
  const auto place = place_to_take(asked);
  draft.add(DossierRemovedFromDecision{asked.stage->id, decision,
                                       draft.keep("reason", std::get<RemoveFromDecision>(asked.payload).reason)});
  draft.release_held_place();
  if (place) draft.reserve_place(*place);
  draft.add_to(StreamKind::decision, decision, DecisionLeft{asked.dossier.id});
  draft.touch({StreamKind::decision, decision, DecisionState::open});
}

void record_declined(Draft& draft, const Case& asked) {
  draft.add(AwardDeclined{asked.stage->id, draft.keep("reason", std::get<Decline>(asked.payload).reason)});
  draft.release_held_place();
}

void record_signed(Draft& draft, const Case& asked) { draft.add(DossierSigned{*asked.dossier.decision}); }

void record_awarded(Draft& draft, const Case& asked) {
  const auto& payload = std::get<Number>(asked.payload);
  const Decision* decision = named_decision(asked);
  draft.add(DossierAwarded{asked.dossier.decision.value_or(""),
                           {.form = asked.dossier.granted_form.value_or(asked.dossier.form),
                            .authority = decision ? decision->authority_role : asked.form.authority,
                            .number = payload.number,
                            .date = payload.date}});
}

void record_result_recorded(Draft& draft, const Case& asked) {
  const auto& payload = std::get<RecordResult>(asked.payload);
  const bool last = is_last(asked.route, *asked.stage);
  ResultRecorded event{.stage = asked.stage->id,
                       .approved = payload.approved,
                       .content_hash = asked.dossier.content ? asked.dossier.content->hash : "",
                       .sent = payload.sent};
  if (payload.approved && !last) event.to_stage = next_stop(asked);
  event.result = {asked.dossier.form, asked.stage->office_role, payload.document.number, payload.document.date};
  draft.add(std::move(event));
  if (!payload.approved)
    draft.release_held_place();
  else if (last)
    draft.consume_held_place();
}

void record_notified(Draft& draft, const Case& asked) {
  const auto& payload = std::get<NotifyNotAwarded>(asked.payload);
  draft.add(NotAwardedNotified{{asked.facts.actor.office, payload.document, draft.keep("notice", payload.reason)}});
}

}  // namespace vinhdanh::detail
