// What each event does to a dossier. The phase comes from the event's `to`; here is all the rest.
#include <algorithm>

#include "engine/fold/fold.hpp"
#include "engine/fold/papers.hpp"
#include "engine/model/legal_time.hpp"

namespace vinhdanh {
namespace {

void add_once(std::vector<PersonId>& persons, const PersonId& person) {
  if (std::ranges::find(persons, person) == persons.end()) persons.push_back(person);
}

Endorsement* endorsement_of(Dossier& dossier, const StageId& stage) {
  const auto found = std::ranges::find(dossier.endorsements, stage, &Endorsement::stage);
  return found == dossier.endorsements.end() ? nullptr : &*found;
}

/// A stage that speaks again replaces what it said before.
void endorse(Dossier& dossier, Endorsement endorsement) {
  std::erase_if(dossier.endorsements, [&](const auto& old) { return old.stage == endorsement.stage; });
  dossier.endorsements.push_back(std::move(endorsement));
}

void set_validity(Dossier& dossier, const std::vector<StageId>& stages, bool valid) {
  for (const auto& stage : stages) {
    if (auto* endorsement = endorsement_of(dossier, stage)) endorsement->valid = valid;
  }
}

/// Midnight in Viet Nam.
Instant first_instant_of(Date day) { return {day.days() * 86'400'000LL - kVietNamOffset}; }

/// The limit stops on the day of the letter that asks for the repair, when that is the earlier one.
Instant pause_start(const StageClock& clock, Instant at, const std::optional<Date>& letter) {
  if (!letter || at.legal_date() <= *letter) return at;
  return std::max(clock.since, first_instant_of(*letter));
}

void pause(Dossier& dossier, Instant at, const std::optional<Date>& letter) {
  if (!dossier.clock) return;
  auto& pauses = dossier.clock->pauses;
  if (!pauses.empty() && !pauses.back().to) return;
  pauses.push_back({pause_start(*dossier.clock, at, letter), std::nullopt});
}

void resume(Dossier& dossier, Instant at) {
  if (!dossier.clock || dossier.clock->pauses.empty() || dossier.clock->pauses.back().to) return;
  dossier.clock->pauses.back().to = std::max(at, dossier.clock->pauses.back().from);
}

/// A stage that is visited anew has its whole limit; one to which the repaired dossier comes back goes on counting.
void arrive(Dossier& dossier, Instant at) {
  if (dossier.clock && dossier.clock->stage == dossier.stage) return resume(dossier, at);
  dossier.clock = StageClock{dossier.stage.value_or(StageId{}), at, false, {}};
}

/// The unit's signature: a deputy and the head he signs for both count as senders afterwards.
void send_from_unit(Dossier& dossier, const Actor& actor, bool resent) {
  dossier.sender = Sender{actor.person, actor.office, std::nullopt, resent};
  dossier.sender->clock = dossier.clock;
  add_once(dossier.submitters, actor.person);
  if (actor.behalf_of) add_once(dossier.submitters, *actor.behalf_of);
}

void leave_stage(Dossier& dossier, const Actor& actor, const StageId& from, const std::optional<StageId>& to) {
  dossier.sender = Sender{actor.person, actor.office, from, false};
  dossier.sender->clock = dossier.clock;
  dossier.proposal.reset();
  dossier.stage = to;
}

void on(Dossier& dossier, const Event& event, const DossierOpened& opened) {
  dossier = Dossier{};
  dossier.id = event.stream_id;
  dossier.code = opened.code;
  dossier.submission = opened.submission;
  dossier.occasion = opened.occasion;
  if (event.definition) dossier.plan = *event.definition;
  dossier.unit = opened.unit;
  dossier.territory = opened.territory;
  dossier.form = opened.form;
  dossier.subject_kind = opened.subject_kind;
  dossier.category = opened.category;
  dossier.external_ref = opened.external_ref;
  dossier.drafter = event.actor.person;
  dossier.entered = event.at;
}

void on(Dossier& dossier, const Event&, const PaperAttached& attached) {
  detail::attach(dossier.papers, attached.paper);
  dossier.papers.back().frozen_before = dossier.content ? dossier.content->version : 0;
}

void on(Dossier& dossier, const Event& event, const DossierSubmitted& submitted) {
  dossier.stage = submitted.to_stage;
  dossier.content = submitted.content;
  dossier.nominee_person = submitted.nominee_person;
  dossier.nominee_office = submitted.nominee_office;
  send_from_unit(dossier, event.actor, false);
}

void on(Dossier& dossier, const Event& event, const DossierResubmitted& resubmitted) {
  dossier.stage = resubmitted.to_stage;
  dossier.content = resubmitted.content;
  dossier.nominee_person = resubmitted.nominee_person;
  dossier.nominee_office = resubmitted.nominee_office;
  for (const auto& answered : resubmitted.answers) {
    const auto point = std::ranges::find(dossier.points, answered.point, &ReturnPoint::id);
    if (point == dossier.points.end()) continue;
    point->answer = answered.answer;
    point->open = false;
  }
  set_validity(dossier, resubmitted.voided, false);
  if (!resubmitted.voided.empty()) dossier.attestations.clear();
  send_from_unit(dossier, event.actor, true);
}

void on(Dossier& dossier, const Event&, const EndorsementCarried& carried) {
  if (auto* endorsement = endorsement_of(dossier, carried.stage)) endorsement->content_hash = carried.to_hash;
}

/// A first sending goes back to the desk without a stage; a resubmission keeps the stage at which it will resume, which
/// is where it was going: the returning stage, or the first voided one.
void on(Dossier& dossier, const Event&, const DossierRecalled& recalled) {
  const bool resubmission = dossier.sender && dossier.sender->resent;
  if (recalled.to_stage) {
    if (dossier.returned_from == recalled.to_stage) dossier.returned_from.reset();
    dossier.stage = recalled.to_stage;
  } else if (resubmission) {
    for (auto& point : dossier.points) {
      point.open = true;
      point.answer.reset();
    }
  } else {
    dossier.stage.reset();
  }
  std::erase_if(dossier.endorsements, [&](const auto& endorsement) {
    return std::ranges::find(recalled.withdrawn, endorsement.stage) != recalled.withdrawn.end();
  });
  set_validity(dossier, recalled.restored, true);
  if (dossier.sender) dossier.clock = dossier.sender->clock;
  dossier.sender.reset();
}

void on(Dossier& dossier, const Event& event, const DossierReceived& received) {
  dossier.stage = received.stage;
  if (!dossier.clock || dossier.clock->stage != received.stage || !dossier.clock->received) {
    dossier.clock = StageClock{received.stage, event.at, true, {}};
  }
  if (received.era) dossier.era = received.era;
  if (received.law) dossier.law = received.law;
  if (dossier.returned_from == received.stage) dossier.returned_from.reset();
}

void on(Dossier& dossier, const Event&, const CriteriaAttested& attested) {
  for (const auto& attestation : attested.attestations) {
    const auto old = std::ranges::find(dossier.attestations, attestation.criterion, &AttestedCriterion::criterion);
    if (old == dossier.attestations.end())
      dossier.attestations.push_back(attestation);
    else
      *old = attestation;
  }
}

void on(Dossier& dossier, const Event& event, const OpinionGiven& given) {
  std::erase_if(dossier.opinions, [&](const auto& old) {
    return old.stage == given.stage && old.office_role == given.office_role && old.office == given.office;
  });
  dossier.opinions.push_back(
      {given.stage, given.office_role, given.office, event.actor.person, given.agrees, given.text});
}

void on(Dossier& dossier, const Event&, const DossierRanked& ranked) { dossier.rank = ranked.rank; }

void on(Dossier& dossier, const Event& event, const ActionProposed& proposed) {
  dossier.proposal = Proposal{proposed.kind, event.actor.person, proposed.text, event.actor.behalf_of};
}

void on(Dossier& dossier, const Event& event, const DossierForwarded& forwarded) {
  endorse(dossier, {forwarded.stage, event.actor.person, forwarded.office, forwarded.agrees, forwarded.content_hash,
                    forwarded.opinion, forwarded.minutes, true, event.actor.behalf_of});
  leave_stage(dossier, event.actor, forwarded.stage, forwarded.to_stage);
  if (dossier.returned_from == forwarded.to_stage) dossier.returned_from.reset();
}

/// At the unit the stage stays the returning one: there it will resume. `returned_from` is kept when set, since a stage
/// on the way to it comes before it. Only the unit answers points; sent to a stage they are there to be read.
void on(Dossier& dossier, const Event& event, const DossierReturned& returned) {
  leave_stage(dossier, event.actor, returned.stage, returned.to_stage ? returned.to_stage : returned.stage);
  if (!dossier.returned_from) dossier.returned_from = returned.stage;
  dossier.points = returned.points;
  for (auto& point : dossier.points) point.open = !returned.to_stage;
  if (returned.to_stage) set_validity(dossier, {*returned.to_stage}, false);
  if (!returned.to_stage) pause(dossier, event.at, returned.letter.date);
}

void on(Dossier& dossier, const Event& event, const AwardApproved& approved) {
  endorse(dossier, {approved.stage, event.actor.person, approved.office, true, approved.content_hash, std::nullopt,
                    std::nullopt, true, event.actor.behalf_of});
  dossier.decision = approved.decision;
  dossier.granted_form = approved.form;
}

void on(Dossier& dossier, const Event&, const DossierSigned& signed_) { dossier.decision = signed_.decision; }

void on(Dossier& dossier, const Event&, const DossierAwarded& awarded) {
  dossier.decision = awarded.decision;
  dossier.result = awarded.result;
}

/// Only the last stage's approval is what came of the dossier; a result on the way is the endorsement of its stage.
void on(Dossier& dossier, const Event& event, const ResultRecorded& recorded) {
  if (!recorded.approved) return;
  endorse(dossier, {recorded.stage, event.actor.person, event.actor.office, true, recorded.content_hash, std::nullopt,
                    std::nullopt, true, event.actor.behalf_of});
  if (recorded.to_stage) {
    leave_stage(dossier, event.actor, recorded.stage, recorded.to_stage);
    if (dossier.returned_from == recorded.to_stage) dossier.returned_from.reset();
  } else {
    dossier.result = recorded.result;
    dossier.granted_form = recorded.result.form;
  }
}

void on(Dossier& dossier, const Event& event, const CorrectionRecorded& recorded) {
  dossier.correction = PendingCorrection{recorded.pointer, recorded.value, event.actor.person};
}

void on(Dossier& dossier, const Event&, const CorrectionConfirmed& confirmed) {
  dossier.content = confirmed.content;
  dossier.correction.reset();
}

void on(Dossier& dossier, const Event&, const NotAwardedNotified& notified) { dossier.notice = notified.notice; }

/// A place taken on the way upward belongs to that sending: whoever recalls it gives the place back.
void on(Dossier& dossier, const Event&, const PlaceReserved& place) {
  dossier.quota = QuotaHold{place.key, HoldState::reserved};
  if (dossier.sender && dossier.phase == Phase::awaiting_receipt) dossier.sender->took_place = true;
}

void on(Dossier& dossier, const Event&, const PlaceConsumed& place) {
  dossier.quota = QuotaHold{place.key, HoldState::consumed};
}

void on(Dossier& dossier, const Event&, const PlaceReleased& place) {
  if (!dossier.quota || dossier.quota->key == place.key) dossier.quota = QuotaHold{place.key, HoldState::released};
}

void on(Dossier& dossier, const Event& event, const DossierClaimed&) { dossier.assignee = event.actor.person; }
void on(Dossier& dossier, const Event&, const DossierReleased&) { dossier.assignee.reset(); }
void on(Dossier& dossier, const Event&, const DossierAssigned& assigned) { dossier.assignee = assigned.person; }

/// Back at the deciding stage as if it had not spoken.
void on(Dossier& dossier, const Event&, const DossierRemovedFromDecision& removed) {
  std::erase_if(dossier.endorsements, [&](const auto& old) { return old.stage == removed.stage; });
  dossier.decision.reset();
  dossier.granted_form.reset();
  dossier.proposal.reset();
}

void on(Dossier& dossier, const Event& event, const DossierHeld& held) {
  dossier.hold = Hold{held.document, held.review, held.reason, event.actor.person, event.at};
  pause(dossier, event.at, std::nullopt);
}

/// With the unit for repair the limit goes on standing still.
void on(Dossier& dossier, const Event& event, const HoldLifted&) {
  dossier.hold.reset();
  if (dossier.phase != Phase::returned) resume(dossier, event.at);
}

template <class Body, class... Bodies>
concept OneOf = (std::same_as<Body, Bodies> || ...);

/// These say all they have to say by their phase.
void on(Dossier&, const Event&,
        const OneOf<DossierWithdrawn, DossierFoundIneligible, AwardDeclined, DossierLapsed, CommentAdded> auto&) {}

template <class Body>
concept OnDossier = requires(Dossier& dossier, const Event& event, const Body& body) {
  on(dossier, event, body);
};

}  // namespace

void apply(Dossier& dossier, const Event& event, std::int64_t n) {
  const auto phase = dossier.phase;
  const auto stage = dossier.stage;
  std::visit(
      [&]<class Body>(const Body& body) {
        if constexpr (OnDossier<Body>) on(dossier, event, body);
      },
      event.body);
  if (event.to) dossier.phase = *event.to;
  const bool moved = dossier.phase != phase || dossier.stage != stage;
  if (moved) dossier.entered = event.at;
  if (moved && dossier.phase == Phase::awaiting_receipt) arrive(dossier, event.at);
  const bool in_the_same_hands = dossier.stage == stage && (dossier.phase == Phase::under_review || dossier.phase == Phase::proposed);
  if (moved && !in_the_same_hands) dossier.assignee.reset();
  dossier.version = n;
  dossier.last_event = event.at;
}

Dossier fold_dossier(std::span<const SealedEvent> events) {
  Dossier dossier;
  for (const auto& sealed : events) apply(dossier, sealed.event, sealed.n);
  return dossier;
}

}  // namespace vinhdanh
