// How the case stands: sender, occasion, kind of stage, proposal, correction, decision, nominee.
#include <algorithm>

#include "engine/decide/findings.hpp"

namespace vinhdanh::detail {
namespace {

bool contains(const std::vector<Role>& roles, Role role) { return std::ranges::find(roles, role) != roles.end(); }

bool is_kind(const Case& asked, std::initializer_list<StageKind> kinds) {
  return asked.stage && std::ranges::find(kinds, asked.stage->kind) != kinds.end();
}

/// Whether the stage is one where the command is done at all.
template <class P>
bool suits_stage(const Case&, const P&) {
  return true;
}
bool suits_stage(const Case& asked, const Attest&) { return asked.stage && asked.stage->attests; }
bool suits_stage(const Case& asked, const GiveOpinion&) { return asked.stage && !asked.stage->accompanying.empty(); }
bool suits_stage(const Case& asked, const Rank&) { return is_kind(asked, {StageKind::rank}); }
bool suits_stage(const Case& asked, const Propose&) { return asked.stage && !asked.stage->hands.propose.empty(); }
bool suits_stage(const Case& asked, const Forward&) {
  return !is_kind(asked, {StageKind::decide, StageKind::record_result});
}
bool suits_stage(const Case& asked, const ForwardWithDisagreement&) { return suits_stage(asked, Forward{}); }
bool suits_stage(const Case& asked, const Approve&) { return is_kind(asked, {StageKind::decide}); }
bool suits_stage(const Case& asked, const Decline&) { return is_kind(asked, {StageKind::decide, StageKind::endorse}); }
/// Whether the office that endorses may decide the form itself is a matter of the form: unknown_choice.
bool suits_stage(const Case& asked, const ApproveLowerForm&) { return suits_stage(asked, Decline{}); }
bool suits_stage(const Case& asked, const RecordResult&) { return is_kind(asked, {StageKind::record_result}); }

RefusalReason at_stage(const Case& asked, Reason code) {
  if (!asked.stage) return {.code = code};
  return {.code = code, .details = {{"stage", asked.stage->id}}, .source = asked.stage->source};
}

/// Proposing a thing needs the stage's leave to do it, as doing it does.
bool is_about(const Case& asked, Command command, ProposalKind kind) {
  const auto* propose = std::get_if<Propose>(&asked.payload);
  return asked.command() == command || (propose && propose->kind == kind);
}

const FormCode& form_given(const Case& asked) {
  const auto* lower = std::get_if<ApproveLowerForm>(&asked.payload);
  if (lower) return lower->form;
  return asked.dossier.granted_form ? *asked.dossier.granted_form : asked.dossier.form;
}

/// The decision is of the form that is given, in this occasion, and of the authority that the plan names for the form.
bool is_about_this(const Case& asked, const Decision& decision) {
  const AwardForm* given = asked.rules.plan.award_form(form_given(asked));
  return given && decision.form == given->code && decision.authority_role == given->authority &&
         decision.occasion == asked.dossier.occasion;
}

bool bars_dissolved(const Era& era, Date today) {
  const LegalRule* rule = era.rule("dissolved_unit_barred");
  if (!rule || !rule->value || *rule->value == "false") return false;
  const LegalRule* from = era.rule("dissolved_unit_barred_from");
  const auto since = from && from->value ? Date::parse(*from->value) : std::nullopt;
  return !since || *since <= today;
}

}  // namespace

Findings on_hold(const Case& asked) {
  const auto& hold = asked.dossier.hold;
  if (!hold) return {};
  return {{.code = Reason::on_hold,
           .details = {{"document", hold->document.number}, {"review", hold->review.text()}},
           .source = Source{.clause = hold->document.number}}};
}

/// Whoever sends for the office may act beside the one who has it, and give it to another.
Findings assigned_to_another(const Case& asked) {
  const auto& assignee = asked.dossier.assignee;
  if (!assignee || *assignee == asked.facts.actor.person || !asked.stage) return {};
  const bool heads = contains(asked.stage->hands.send, asked.facts.actor.role) && asked.command() != Command::claim;
  return only_if(!heads, {.code = Reason::assigned_to_another, .details = {{"person", *assignee}}});
}

Findings not_assigned(const Case& asked) {
  return only_if(!asked.dossier.assignee, {.code = Reason::not_assigned});
}

Findings not_last_sender(const Case& asked) {
  const auto& sender = asked.dossier.sender;
  const Actor& actor = asked.facts.actor;
  RefusalReason reason{.code = Reason::not_last_sender};
  if (!sender) return {reason};
  reason.details["sender"] = sender->office;
  if (!sender->stage) return only_if(actor.office != asked.unit || actor.role != asked.route.sender, reason);
  const Stage* stage = stage_of(asked.route, sender->stage);
  const bool sent =
      stage && asked.holder(stage->office_role) == actor.office && contains(stage->hands.send, actor.role);
  return only_if(!sent, reason);
}

Findings occasion_not_open(const Case& asked) {
  const Occasion& occasion = asked.facts.occasion;
  if (occasion.open && asked.today >= occasion.opens) return {};
  RefusalReason reason{.code = Reason::occasion_not_open, .details = {{"occasion", occasion.name}}};
  if (asked.today < occasion.opens) reason.details["opens"] = occasion.opens.text();
  return {reason};
}

Findings not_this_stage_kind(const Case& asked) {
  if (std::visit([&](const auto& payload) { return suits_stage(asked, payload); }, asked.payload)) return {};
  RefusalReason reason = at_stage(asked, Reason::not_this_stage_kind);
  if (asked.stage) reason.details["kind"] = std::string(name_of(asked.stage->kind));
  return {reason};
}

Findings proposal_missing(const Case& asked) {
  const bool missing = asked.stage && !asked.stage->hands.propose.empty() && !asked.dossier.proposal;
  if (!missing) return {};
  return {at_stage(asked, Reason::proposal_missing)};
}

Findings disagreement_not_allowed(const Case& asked) {
  const PlanSettings& settings = asked.rules.plan.settings;
  const bool disagrees = is_about(asked, Command::forward_with_disagreement, ProposalKind::forward_with_disagreement);
  if (!disagrees || settings.disagreement_forwards) return {};
  return {{.code = Reason::disagreement_not_allowed, .source = settings.source}};
}

Findings return_not_allowed(const Case& asked) {
  const bool returns = is_about(asked, Command::return_for_rework, ProposalKind::return_for_rework);
  if (!returns || !asked.stage || asked.stage->may_return) return {};
  return {at_stage(asked, Reason::return_not_allowed)};
}

Findings ineligible_not_allowed(const Case& asked) {
  const bool concludes = is_about(asked, Command::conclude_ineligible, ProposalKind::conclude_ineligible);
  if (!concludes || !asked.stage || asked.stage->may_conclude_ineligible) return {};
  return {at_stage(asked, Reason::ineligible_not_allowed)};
}

Findings correction_pending(const Case& asked) {
  const auto& correction = asked.dossier.correction;
  if (!correction) return {};
  return {{.code = Reason::correction_pending, .details = {{"pointer", correction->pointer}}}};
}

Findings no_correction(const Case& asked) {
  return only_if(!asked.dossier.correction, {.code = Reason::no_correction});
}

Findings decision_not_open(const Case& asked) {
  const Decision* decision = named_decision(asked);
  const bool signing = asked.command() == Command::sign || asked.command() == Command::remove_from_decision;
  const bool open = decision && decision->state == DecisionState::open && is_about_this(asked, *decision) &&
                    (signing || asked.office == decision->authority);
  if (open) return {};
  RefusalReason reason{.code = Reason::decision_not_open};
  if (!signing) reason.pointer = "/decision";
  if (decision) reason.details["decision"] = decision->id;
  return {reason};
}

Findings rank_missing(const Case& asked) {
  const bool ranks = asked.stage && asked.stage->kind == StageKind::rank;
  if (!ranks || asked.dossier.rank) return {};
  return {at_stage(asked, Reason::rank_missing)};
}

Findings rank_taken(const Case& asked) {
  const auto* rank = std::get_if<Rank>(&asked.payload);
  if (!rank) return {};
  for (const auto& [taken, holder] : asked.facts.ranks) {
    if (taken != rank->rank || holder == asked.dossier.id) continue;
    return {{.code = Reason::rank_taken,
             .details = {{"rank", std::to_string(taken)}, {"holder", holder}},
             .pointer = "/rank"}};
  }
  return {};
}

Findings nomination_exists(const Case& asked) {
  const PlanSettings& settings = asked.rules.plan.settings;
  const auto& others = asked.facts.same_nomination;
  if (settings.double_award != DoubleAward::block || others.empty()) return {};
  return {{.code = Reason::nomination_exists, .details = {{"dossier", others.front()}}, .source = settings.source}};
}

Findings nominee_dissolved(const Case& asked) {
  const auto& nominee =
      asked.phase == Phase::drafting ? asked.facts.content.nominee.office : asked.dossier.nominee_office;
  if (!nominee) return {};
  const Office* office = asked.rules.organisation.office(*nominee);
  const Era& era = asked.rules.law.on(asked.today);
  if (!office || !office->dissolution || office->dissolution->date > asked.today || !bars_dissolved(era, asked.today))
    return {};
  return {{.code = Reason::nominee_dissolved,
           .details = {{"office", *nominee}},
           .source = era.rule("dissolved_unit_barred")->source}};
}

Findings number_taken(const Case& asked) {
  const auto* number = std::get_if<Number>(&asked.payload);
  if (!number || !asked.facts.number_taken) return {};
  return {{.code = Reason::number_taken, .details = {{"number", number->number}}, .pointer = "/number"}};
}

Findings already_notified(const Case& asked) {
  const auto& notice = asked.dossier.notice;
  return only_if(notice.has_value(),
                 {.code = Reason::already_notified, .details = {{"number", notice ? notice->document.number : ""}}});
}

}  // namespace vinhdanh::detail
