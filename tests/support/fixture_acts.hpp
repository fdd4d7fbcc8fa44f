/// How the fixture remembers: facts for a decision, the commit of its change, the lawful way to a stage.
#pragma once

#include <stdexcept>

#include "tests/support/fixture.hpp"

namespace vinhdanh::test {

inline bool accepted(const Outcome& outcome) { return std::holds_alternative<Change>(outcome); }

/// A forward without an opinion or minutes.
inline Payload forward() { return Forward{letter(), std::nullopt, std::nullopt}; }

inline Fixture::Fixture() {
  occasion = {.id = "occasion",
              .plan = {"small", 1, "hash"},
              .territory = "tinh",
              .office = "so_noi_vu",
              .name = "Tổng kết",
              .document = {"01/HD", day(2025, 1, 2)},
              .forms = {"merit", "flag", "pm_merit", "unit_praise"},
              .places = {{"merit", std::nullopt, 2}},
              .opens = day(2025, 1, 2),
              .receipt_deadline = day(2025, 1, 31)};
}

inline DossierId Fixture::open(FormCode form, SubjectKind kind) {
  const std::string number = std::to_string(dossiers.size() + 1);
  const DossierId id = "dossier-" + std::string(3 - std::min<std::size_t>(3, number.size()), '0') + number;
  const SubmissionId submission_id = "submission-" + number;
  Submission submission{.id = submission_id, .occasion = occasion.id, .unit = "an_thinh"};
  submission.papers = {{.id = "letter-" + number, .slot = "letter"}, {.id = "minutes-" + number, .slot = "minutes"}};
  submissions[submission_id] = submission;
  Dossier dossier{.id = id,
                  .code = "HS-2025-" + number,
                  .submission = submission_id,
                  .occasion = occasion.id,
                  .plan = occasion.plan,
                  .unit = "an_thinh",
                  .territory = "tinh",
                  .form = form,
                  .subject_kind = kind,
                  .category = "a",
                  .drafter = "thu"};
  dossier.papers = {{.id = "report-" + number, .slot = "report", .commitment = "report-hash-" + number}};
  dossiers[id] = dossier;
  workspaces[id] = full_content();
  workspaces[id].nominee.office = std::nullopt;
  workspaces[id].nominee.name += " " + number;
  return id;
}

inline DecisionId Fixture::open_decision(FormCode form) {
  const DecisionId id = "decision-" + std::to_string(decisions.size() + 1);
  const AwardForm* award = plan.award_form(form);
  const OfficeId authority = *organisation.holder(award->authority, "an_thinh", today);
  decisions[id] = {
      .id = id, .authority = authority, .authority_role = award->authority, .form = form, .occasion = occasion.id};
  return id;
}

inline Facts Fixture::facts(const DossierId& id, const Actor& by, const std::optional<Payload>& payload) const {
  const Dossier& dossier = dossiers.at(id);
  Facts facts{
      .now = morning(today), .actor = by, .submission = submissions.at(dossier.submission), .occasion = occasion};
  std::optional<DecisionId> named = dossier.decision;
  if (payload) {
    std::visit(
        [&]<class P>(const P& p) {
          if constexpr (requires { p.decision; }) named = p.decision;
        },
        *payload);
  }
  if (named && decisions.contains(*named)) facts.decision = decisions.at(*named);
  for (const auto& [key, decision] : decisions) {
    if (decision.state == DecisionState::open) facts.open_decisions.push_back(decision);
  }
  const bool with_unit = dossier.phase == Phase::drafting || dossier.phase == Phase::returned;
  if (frozen.contains(id)) facts.frozen = frozen.at(id);
  facts.content = with_unit || !facts.frozen ? workspaces.at(id) : *facts.frozen;
  for (const std::string& key : quota_keys(dossier, occasion, rules(), today)) {
    if (quotas.contains(key)) facts.quota.states.push_back(quotas.at(key));
  }
  for (const auto& [other_id, other] : dossiers) {
    if (other_id == id || other.form != dossier.form || is_final(other.phase)) continue;
    if (other.rank && other.stage == dossier.stage) facts.ranks.emplace_back(*other.rank, other_id);
    const Nominee& theirs = workspaces.at(other_id).nominee;
    const Nominee& ours = facts.content.nominee;
    if ((theirs.office && theirs.office == ours.office) || (theirs.person && theirs.person == ours.person)) {
      facts.same_nomination.push_back(other_id);
    }
  }
  facts.own_people = own_people;
  facts.office_people = office_people;
  facts.number_taken = number_taken;
  if (dossier.correction) facts.correction = personal.at(dossier.correction->value.id).value;
  if (workspace_versions.contains(id)) facts.workspace_version = workspace_versions.at(id);
  return facts;
}

inline Outcome Fixture::attempt(const Actor& by, const Payload& payload, const DossierId& id) {
  return decide(dossiers.at(id), payload, facts(id, by, payload), rules(), fresh);
}

inline Outcome Fixture::act(const Actor& by, const Payload& payload, const DossierId& id) {
  Outcome outcome = attempt(by, payload, id);
  const auto* change = std::get_if<Change>(&outcome);
  if (!change) return outcome;
  commit(*change);
  if (const auto* submit = std::get_if<Submit>(&payload))
    submissions.at(dossiers.at(id).submission).letter = submit->letter;
  if (const auto* number = std::get_if<Number>(&payload)) {
    Decision& decision = decisions.at(*dossiers.at(id).decision);
    decision.state = DecisionState::numbered;
    decision.number = number->number;
    decision.date = number->date;
  }
  if (std::holds_alternative<Sign>(payload)) decisions.at(*dossiers.at(id).decision).state = DecisionState::signed_;
  return outcome;
}

inline void Fixture::commit(const Change& change) {
  for (const Event& event : change.events) log.push_back(event);
  for (const PersonalValue& value : change.personal) {
    personal[value.id] = value;
    if (value.path == "content") frozen[value.stream_id] = decode<Content>(value.value);
  }
  for (const Aggregate& next : change.next) {
    if (const auto* dossier = std::get_if<Dossier>(&next)) dossiers[dossier->id] = *dossier;
  }
  for (const QuotaMove& move : change.quota) {
    QuotaState& state = quotas.try_emplace(move.key, QuotaState{.key = move.key, .limit = move.limit}).first->second;
    const bool reserves = move.step == QuotaStep::reserve || move.step == QuotaStep::reserve_and_consume;
    if (move.step == QuotaStep::reserve) ++state.reserved;
    if (move.step == QuotaStep::reserve_and_consume) ++state.consumed;
    if (move.step == QuotaStep::consume) --state.reserved, ++state.consumed;
    if (move.step == QuotaStep::release_reserved) --state.reserved;
    if (move.step == QuotaStep::release_consumed) --state.consumed;
    if (reserves) state.holders.push_back(move.dossier);
    if (move.step == QuotaStep::release_reserved || move.step == QuotaStep::release_consumed) {
      std::erase(state.holders, move.dossier);
    }
  }
  for (const Touch& touch : change.touches) {
    if (touch.kind == StreamKind::submission) ++submissions.at(touch.id).version;
    if (touch.kind == StreamKind::decision) ++decisions.at(touch.id).version;
  }
  if (change.workspace) {
    workspaces[change.workspace->dossier] = decode<Content>(change.workspace->content);
    workspace_versions[change.workspace->dossier] = change.workspace->version;
  }
}

inline std::pair<Actor, Actor> Fixture::receiver_and_sender(const StageId& at) const {
  if (at == "review" || at == "state_review") return {labour_intake(), labour_head()};
  if (at == "appraisal") return {home_intake(), home_head()};
  if (at == "advice") return {secretary(), secretary()};
  if (at == "decision" || at == "endorsement") return {chairman_clerk(), chairman()};
  if (at == "ranking")
    return {actor("loan", "an_thinh", Role::specialist), actor("bich", "an_thinh", Role::office_head)};
  if (at == "unit_decision")
    return {actor("sang", "an_thinh", Role::registry_clerk), actor("truong", "an_thinh", Role::decider)};
  return {recorder(), recorder()};
}

inline std::optional<Actor> Fixture::proposer(const StageId& at) const {
  if (at == "review") return labour_specialist();
  if (at == "appraisal") return home_appraiser();
  if (at == "decision") return chairman_specialist();
  return std::nullopt;
}

inline void Fixture::bring_to(const DossierId& id, const StageId& target, bool until_proposed) {
  auto must = [&](const Actor& by, const Payload& payload) {
    const Outcome outcome = act(by, payload, id);
    if (const auto* refusal = std::get_if<Refusal>(&outcome)) {
      throw std::logic_error("the lawful way is closed: " + std::string(name_of(refusal->reasons.front().code)));
    }
  };
  const Route& route = *plan.route(plan.award_form(dossiers.at(id).form)->route);
  if (dossiers.at(id).phase == Phase::drafting) {
    must(route.sender == Role::unit_head ? unit_head() : unit_clerk(), Submit{letter(), std::nullopt});
  }
  for (;;) {
    const StageId at = *dossiers.at(id).stage;
    const auto [receiver, sender] = receiver_and_sender(at);
    if (dossiers.at(id).phase == Phase::awaiting_receipt) must(receiver, Receive{});
    const auto here = std::ranges::find(route.stages, at, &Stage::id);
    const bool last = at == target;
    if (here->attests && dossiers.at(id).attestations.empty() && !last) must(sender, Attest{{{"united", {}}}});
    if (const auto by = proposer(at); by && (!last || until_proposed)) {
      must(*by, Propose{here->kind == StageKind::decide ? ProposalKind::approve : ProposalKind::forward, std::nullopt});
    }
    if (last) return;
    if (here->kind == StageKind::rank && !dossiers.at(id).rank) must(sender, Rank{1});
    if (here->kind == StageKind::record_result) {
      must(recorder(), RecordResult{true, letter(), std::nullopt});
    } else if (here->kind == StageKind::advise) {
      must(sender, Forward{letter(), std::nullopt, minutes()});
    } else {
      must(sender, Forward{letter(), std::nullopt, std::nullopt});
    }
  }
}

}  // namespace vinhdanh::test
