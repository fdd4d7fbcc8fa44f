// What each event of a dossier means, read from ADR 0001 and not from the engine's fold.
#include "engine/invariants/walk_fold.hpp"

#include <algorithm>
#include <variant>

#include "engine/invariants/route_view.hpp"

namespace vinhdanh::detail {
namespace {

struct Taking {
  Walked& state;
  const Event& event;
  const Plan& plan;

  void freeze(const FrozenContent& content) {
    state.content_version = content.version;
    state.content_hash = content.hash;
  }
  void sent_by_unit(const StageId& to, bool resent) {
    state.stage = to;
    state.sender = WalkedSender{event.actor.office, std::nullopt, resent};
    state.submitters.insert(event.actor.person);
    if (event.actor.behalf_of) state.submitters.insert(*event.actor.behalf_of);
  }
  void endorse(const StageId& stage, const OfficeId& office, const std::string& hash, bool agrees) {
    state.endorsements[stage] = {event.actor.person, office, hash, agrees, true, event.actor.behalf_of};
  }
  void fall(const StageId& stage) {
    if (const auto found = state.endorsements.find(stage); found != state.endorsements.end()) found->second.valid = false;
  }
  void rise(const StageId& stage) {
    if (const auto found = state.endorsements.find(stage); found != state.endorsements.end()) found->second.valid = true;
  }
  void sent_by_stage(const StageId& from, const StageId& to) {
    state.stage = to;
    state.sender = WalkedSender{event.actor.office, from, false};
    if (state.returned_from == to) state.returned_from.reset();
  }
  void clear_proposal() {
    state.proposal.reset();
    state.proposer.reset();
    state.proposed_for.reset();
  }

  void operator()(const DossierOpened& body) {
    state.drafter = event.actor.person;
    state.unit = body.unit;
    state.occasion = body.occasion;
    state.form = body.form;
    state.subject_kind = body.subject_kind;
    if (event.definition) state.plan = *event.definition;
  }
  void operator()(const PaperAttached& body) { state.papers.push_back(body.paper.id); }
  void operator()(const DossierSubmitted& body) {
    freeze(body.content);
    state.nominee_person = body.nominee_person;
    state.nominee_office = body.nominee_office;
    sent_by_unit(body.to_stage, false);
  }
  void operator()(const DossierResubmitted& body) {
    freeze(body.content);
    state.nominee_person = body.nominee_person;
    state.nominee_office = body.nominee_office;
    for (const StageId& stage : body.voided) fall(stage);
    if (!body.voided.empty()) state.attestations.clear();
    for (const PointAnswered& answered : body.answers) state.open_points.erase(answered.point);
    sent_by_unit(body.to_stage, true);
  }
  void operator()(const EndorsementCarried& body) {
    const auto found = state.endorsements.find(body.stage);
    if (found != state.endorsements.end() && found->second.hash == body.from_hash) found->second.hash = body.to_hash;
  }
  void operator()(const DossierRecalled& body) {
    for (const StageId& stage : body.withdrawn) state.endorsements.erase(stage);
    for (const StageId& stage : body.restored) rise(stage);
    state.sender.reset();
    if (event.to == Phase::drafting) state.stage.reset();
    if (event.to == Phase::under_review) {
      state.stage = body.to_stage;
      if (state.returned_from == body.to_stage) state.returned_from.reset();
    }
    if (event.to == Phase::returned) {
      for (const auto& [id, pointer] : state.points) state.open_points.insert(id);
    }
  }
  void operator()(const DossierReceived& body) {
    state.stage = body.stage;
    if (body.era) state.era = body.era;
    if (state.returned_from == body.stage) state.returned_from.reset();
  }
  void operator()(const CriteriaAttested& body) {
    for (const AttestedCriterion& one : body.attestations) state.attestations[one.criterion] = one.value;
  }
  void operator()(const DossierRanked& body) { state.rank = body.rank; }
  void operator()(const ActionProposed& body) {
    state.proposal = body.kind;
    state.proposer = event.actor.person;
    state.proposed_for = event.actor.behalf_of;
  }
  void operator()(const DossierForwarded& body) {
    endorse(body.stage, body.office, body.content_hash, body.agrees);
    clear_proposal();
    sent_by_stage(body.stage, body.to_stage);
  }
  void operator()(const DossierReturned& body) {
    clear_proposal();
    const RouteView route(plan, state.form);
    if (route.place_of(state.returned_from) <= route.place_of(body.stage)) state.returned_from = body.stage;
    state.sender = WalkedSender{event.actor.office, body.stage, false};
    if (body.to_stage) {
      fall(*body.to_stage);
      state.stage = body.to_stage;
      return;
    }
    state.stage = body.stage;
    state.points.clear();
    state.open_points.clear();
    for (const ReturnPoint& point : body.points) {
      state.points[point.id] = point.pointer;
      state.open_points.insert(point.id);
    }
  }
  void operator()(const AwardApproved& body) {
    endorse(body.stage, body.office, body.content_hash, true);
    state.decision = body.decision;
    state.deciding_office = body.office;
    state.granted_form = body.form;
  }
  void operator()(const DossierAwarded& body) { state.result = body.result; }
  void operator()(const ResultRecorded& body) {
    if (body.approved) endorse(body.stage, event.actor.office, body.content_hash, true);
    if (body.to_stage) return sent_by_stage(body.stage, *body.to_stage);
    if (!body.approved) return;
    state.result = body.result;
    state.granted_form = body.result.form;
  }
  void operator()(const CorrectionRecorded& body) { state.correction = body.pointer; }
  void operator()(const CorrectionConfirmed& body) {
    state.correction.reset();
    freeze(body.content);
  }
  void operator()(const NotAwardedNotified&) { state.notified = true; }
  void operator()(const DossierRemovedFromDecision& body) {
    state.endorsements.erase(body.stage);
    state.decision.reset();
    state.deciding_office.reset();
    state.granted_form.reset();
    clear_proposal();
  }
  void operator()(const DossierHeld&) { state.on_hold = true; }
  void operator()(const HoldLifted&) { state.on_hold = false; }
  void operator()(const PlaceReserved& body) { state.hold = QuotaHold{body.key, HoldState::reserved}; }
  void operator()(const PlaceConsumed& body) { state.hold = QuotaHold{body.key, HoldState::consumed}; }
  void operator()(const PlaceReleased& body) { state.hold = QuotaHold{body.key, HoldState::released}; }
  template <class Other>
  void operator()(const Other&) {}  // phase and time are all that the others change
};

/// An empty pointer names no member, so nothing lies under it.
bool lies_under(const std::string& path, const std::string& pointer) {
  return !pointer.empty() && path.starts_with(pointer) && (path.size() == pointer.size() || path[pointer.size()] == '/');
}

}  // namespace

bool within_points(const std::vector<std::string>& changed, const std::map<std::string, std::string>& points) {
  return std::ranges::all_of(changed, [&](const std::string& path) {
    return std::ranges::any_of(points, [&](const auto& point) { return lies_under(path, point.second); });
  });
}

void take(Walked& state, const SealedEvent& sealed, const Plan& plan) {
  std::visit(Taking{state, sealed.event, plan}, sealed.event.body);
  const bool accounts = std::holds_alternative<PlaceReserved>(sealed.event.body) ||
                        std::holds_alternative<PlaceReleased>(sealed.event.body);
  if (!accounts) state.left_decision = std::holds_alternative<DossierRemovedFromDecision>(sealed.event.body);
  if (sealed.event.to) state.phase = sealed.event.to;
  state.last_n = sealed.n;
  state.last_at = sealed.event.at;
}

}  // namespace vinhdanh::detail
