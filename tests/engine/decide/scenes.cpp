// The scenes, in the order of the closed list of reasons.
#include "tests/engine/decide/scenes.hpp"

namespace vinhdanh::test {
namespace {

Try attempt(Actor by, Payload payload, DossierId id) { return {std::move(by), std::move(payload), std::move(id)}; }

DossierId at(Fixture& f, const FormCode& form, const StageId& stage, bool proposed = false) {
  const DossierId id = f.open(form);
  f.bring_to(id, stage, proposed);
  return id;
}

Payload submit() { return Submit{letter(), std::nullopt}; }
Payload attest() { return Attest{{{"united", {}}}}; }
PointToRepair point(std::string pointer = "/achievement") {
  return {"content_unclear", std::move(pointer), "viết rõ hơn"};
}
Payload return_one_point(std::optional<StageId> to = std::nullopt) {
  return ReturnForRework{to, letter(), {point()}, std::nullopt};
}
Payload conclude(Ground ground) { return ConcludeIneligible{letter(), {std::move(ground)}, "không đạt"}; }

/// At the labour department, attested and proposed: only the head's sending is left.
DossierId ready_to_forward(Fixture& f) {
  const DossierId id = at(f, "merit", "review", true);
  f.act(labour_head(), attest(), id);
  return id;
}

DossierId decided(Fixture& f) {
  const DossierId id = at(f, "merit", "decision", true);
  f.act(chairman(), Approve{f.open_decision()}, id);
  return id;
}

DossierId signed_by_chairman(Fixture& f) {
  const DossierId id = decided(f);
  f.act(chairman(), Sign{}, id);
  return id;
}

DossierId declined(Fixture& f) {
  const DossierId id = at(f, "merit", "decision");
  f.act(chairman(), Decline{"chưa tiêu biểu"}, id);
  return id;
}

std::vector<Scene> who() {
  return {
      {Reason::not_in_role, "the clerk sends what the head signs",
       [](Fixture& f) { return attempt(unit_clerk(), submit(), f.open()); }},
      {Reason::not_in_role, "a specialist sends what his head sends",
       [](Fixture& f) {
         return attempt(actor("tu", "so_lao_dong", Role::specialist), forward(), ready_to_forward(f));
       }},
      {Reason::not_in_role, "not the board's officer closes the occasion",
       [](Fixture& f) { return attempt(unit_head(), Lapse{}, f.open()); }},
      {Reason::not_responsible_office, "the head of another commune sends",
       [](Fixture& f) { return attempt(actor("la", "binh_hoa", Role::unit_head), submit(), f.open()); }},
      {Reason::not_responsible_office, "the next stage receives too early",
       [](Fixture& f) {
         const DossierId id = f.open();
         f.act(unit_head(), submit(), id);
         return attempt(home_intake(), Receive{}, id);
       }},
      {Reason::own_nomination, "the head nominates himself",
       [](Fixture& f) {
         const DossierId id = f.open();
         f.workspaces[id].nominee.person = "hoa";
         return attempt(unit_head(), submit(), id);
       }},
      {Reason::own_nomination, "a deputy signs for the nominee",
       [](Fixture& f) {
         const DossierId id = f.open();
         f.workspaces[id].nominee.person = "hoa";
         Actor deputy = actor("pho", "an_thinh", Role::unit_head);
         deputy.behalf_of = "hoa";
         return attempt(deputy, submit(), id);
       }},
      {Reason::own_submission, "someone of the unit acts above it",
       [](Fixture& f) {
         return attempt(actor("thu", "so_lao_dong", Role::office_head), return_one_point(), at(f, "merit", "review"));
       }},
      {Reason::own_submission, "in the unit's own office, he who sent",
       [](Fixture& f) {
         return attempt(actor("thu", "an_thinh", Role::decider), return_one_point(), at(f, "unit_praise", "unit_decision"));
       }},
      {Reason::already_acted, "he who proposed sends",
       [](Fixture& f) {
         return attempt(actor("son", "so_lao_dong", Role::office_head), forward(), ready_to_forward(f));
       }},
      {Reason::already_acted, "he who endorsed a mandatory stage endorses the next",
       [](Fixture& f) {
         return attempt(actor("minh", "so_noi_vu", Role::office_head), forward(), at(f, "merit", "appraisal", true));
       }},
  };
}

std::vector<Scene> how_it_stands() {
  return {
      {Reason::case_closed, "received after it was withdrawn",
       [](Fixture& f) {
         const DossierId id = f.open();
         f.act(unit_head(), Withdraw{"rút"}, id);
         return attempt(labour_intake(), Receive{}, id);
       }},
      {Reason::wrong_phase, "received before it was sent",
       [](Fixture& f) { return attempt(labour_intake(), Receive{}, f.open()); }},
      {Reason::not_last_sender, "the receiving office recalls",
       [](Fixture& f) {
         const DossierId id = f.open();
         f.act(unit_head(), submit(), id);
         return attempt(labour_head(), Recall{}, id);
       }},
      {Reason::occasion_not_open, "sent after the occasion closed",
       [](Fixture& f) {
         f.occasion.open = false;
         return attempt(unit_head(), submit(), f.open());
       }},
      {Reason::occasion_not_open, "sent before the occasion opens",
       [](Fixture& f) {
         f.today = day(2025, 1, 1);
         return attempt(unit_head(), submit(), f.open());
       }},
      {Reason::not_this_stage_kind, "attested where nobody attests",
       [](Fixture& f) { return attempt(labour_head(), attest(), at(f, "pm_merit", "state_review")); }},
      {Reason::not_this_stage_kind, "an opinion where none is asked",
       [](Fixture& f) {
         return attempt(labour_specialist(), GiveOpinion{true, "đồng ý"}, at(f, "merit", "review"));
       }},
      {Reason::not_this_stage_kind, "ranked at a review",
       [](Fixture& f) { return attempt(labour_head(), Rank{1}, at(f, "merit", "review")); }},
      {Reason::not_this_stage_kind, "proposed where nobody proposes",
       [](Fixture& f) {
         return attempt(labour_intake(), Propose{ProposalKind::forward, std::nullopt},
                        at(f, "pm_merit", "state_review"));
       }},
      {Reason::not_this_stage_kind, "the Chairman forwards instead of deciding",
       [](Fixture& f) { return attempt(chairman(), forward(), at(f, "merit", "decision", true)); }},
      {Reason::not_this_stage_kind, "declined at a review",
       [](Fixture& f) { return attempt(labour_head(), Decline{"không"}, at(f, "merit", "review")); }},
      {Reason::not_this_stage_kind, "a result recorded at a review",
       [](Fixture& f) {
         return attempt(labour_head(), RecordResult{true, letter(), std::nullopt}, at(f, "merit", "review"));
       }},
      {Reason::proposal_missing, "the head sends without a proposal",
       [](Fixture& f) {
         const DossierId id = at(f, "merit", "review");
         f.act(labour_head(), attest(), id);
         return attempt(labour_head(), forward(), id);
       }},
      {Reason::disagreement_not_allowed, "the plan lets nobody disagree and forward",
       [](Fixture& f) {
         f.plan.settings.disagreement_forwards = false;
         const DossierId id = ready_to_forward(f);
         return attempt(labour_head(), ForwardWithDisagreement{letter(), "không nhất trí", std::nullopt}, id);
       }},
      {Reason::disagreement_not_allowed, "nor propose it",
       [](Fixture& f) {
         f.plan.settings.disagreement_forwards = false;
         const Propose propose{ProposalKind::forward_with_disagreement, "không nhất trí"};
         return attempt(labour_specialist(), propose, at(f, "merit", "review"));
       }},
      {Reason::return_not_allowed, "returned by a stage that may not",
       [](Fixture& f) { return attempt(labour_head(), return_one_point(), at(f, "pm_merit", "state_review")); }},
      {Reason::ineligible_not_allowed, "concluded by the council",
       [](Fixture& f) {
         const DossierId id = at(f, "merit", "advice");
         f.frozen[id].figures.single["poor_now"].value = *Decimal::parse("90");
         return attempt(secretary(), conclude({.criterion = "fewer_poor"}), id);
       }},
      {Reason::correction_pending, "forwarded while a correction waits",
       [](Fixture& f) {
         const DossierId id = ready_to_forward(f);
         f.act(labour_head(), RecordCorrection{"/nominee/name", "Xã An Thịnh"}, id);
         return attempt(labour_head(), forward(), id);
       }},
      {Reason::no_correction, "confirmed although nothing waits",
       [](Fixture& f) { return attempt(unit_clerk(), ConfirmCorrection{}, at(f, "merit", "review")); }},
  };
}

Payload put_on_hold(Fixture& f) { return PutOnHold{letter(), f.today.plus(30), "đang xác minh đơn tố cáo"}; }

std::vector<Scene> beside_the_phases() {
  return {
      {Reason::on_hold, "sent on while a complaint is verified",
       [](Fixture& f) {
         const DossierId id = ready_to_forward(f);
         f.act(board_officer(), put_on_hold(f), id);
         return attempt(labour_head(), forward(), id);
       }},
      {Reason::on_hold, "received while on hold",
       [](Fixture& f) {
         const DossierId id = f.open();
         f.act(unit_head(), submit(), id);
         f.act(board_officer(), put_on_hold(f), id);
         return attempt(labour_intake(), Receive{}, id);
       }},
      {Reason::on_hold, "put on hold twice",
       [](Fixture& f) {
         const DossierId id = at(f, "merit", "review");
         f.act(board_officer(), put_on_hold(f), id);
         return attempt(board_officer(), put_on_hold(f), id);
       }},
      {Reason::not_on_hold, "a hold lifted that was never put",
       [](Fixture& f) {
         return attempt(labour_head(), LiftHold{letter(), "tố cáo sai"}, at(f, "merit", "review"));
       }},
      {Reason::case_closed, "a hold after the end",
       [](Fixture& f) {
         const DossierId id = declined(f);
         return attempt(board_officer(), put_on_hold(f), id);
       }},
      {Reason::assigned_to_another, "proposed by another than the one who took it up",
       [](Fixture& f) {
         const DossierId id = at(f, "merit", "review");
         f.act(actor("tu", "so_lao_dong", Role::specialist), TakeUp{}, id);
         return attempt(labour_specialist(), Propose{}, id);
       }},
      {Reason::assigned_to_another, "taken up twice",
       [](Fixture& f) {
         const DossierId id = at(f, "merit", "review");
         f.act(labour_specialist(), TakeUp{}, id);
         return attempt(labour_head(), TakeUp{}, id);
       }},
      {Reason::not_assigned, "nobody has it, so nobody gives it back",
       [](Fixture& f) { return attempt(labour_specialist(), Release{}, at(f, "merit", "review")); }},
      {Reason::decision_not_open, "taken out of a decision that is signed",
       [](Fixture& f) {
         const DossierId id = decided(f);
         f.decisions.begin()->second.state = DecisionState::signed_;
         return attempt(chairman(), RemoveFromDecision{"nhầm"}, id);
       }},
      {Reason::unknown_choice, "assigned to somebody of another office",
       [](Fixture& f) { return attempt(labour_head(), Assign{"quang"}, at(f, "merit", "review")); }},
      {Reason::document_incomplete, "a hold without a day of review",
       [](Fixture& f) {
         return attempt(board_officer(), PutOnHold{letter(), std::nullopt, "đơn"}, at(f, "merit", "review"));
       }},
      {Reason::document_incomplete, "a hold on an anonymous letter: no document of a competent body",
       [](Fixture& f) {
         return attempt(board_officer(), PutOnHold{{}, f.today.plus(1), "đơn nặc danh"}, at(f, "merit", "review"));
       }},
      {Reason::date_in_past, "to be reviewed yesterday",
       [](Fixture& f) {
         return attempt(board_officer(), PutOnHold{letter(), f.today.plus(-1), "đơn"}, at(f, "merit", "review"));
       }},
      {Reason::reason_missing, "an empty comment",
       [](Fixture& f) {
         return attempt(actor("van", "so_noi_vu", Role::observer), Comment{" "}, at(f, "merit", "review"));
       }},
      {Reason::not_in_role, "a specialist puts nothing on hold",
       [](Fixture& f) { return attempt(labour_specialist(), put_on_hold(f), at(f, "merit", "review")); }},
      {Reason::not_in_role, "the unit does not comment on its own dossier",
       [](Fixture& f) { return attempt(unit_head(), Comment{"tốt"}, at(f, "merit", "review")); }},
  };
}

std::vector<Scene> places_and_numbers() {
  return {
      {Reason::decision_not_open, "approved into a decision that is signed",
       [](Fixture& f) {
         const DossierId id = at(f, "merit", "decision", true);
         const DecisionId decision = f.open_decision();
         f.decisions[decision].state = DecisionState::signed_;
         return attempt(chairman(), Approve{decision}, id);
       }},
      {Reason::decision_not_open, "approved into a decision of another form",
       [](Fixture& f) {
         const DossierId id = at(f, "merit", "decision", true);
         return attempt(chairman(), Approve{f.open_decision("flag")}, id);
       }},
      {Reason::quota_full, "forwarded when the other holds the only place",
       [](Fixture& f) {
         f.occasion.places.front().limit = 1;
         at(f, "merit", "advice");
         return attempt(home_head(), forward(), at(f, "merit", "appraisal", true));
       }},
      {Reason::quota_full, "a lower form whose only place is taken",
       [](Fixture& f) {
         const DossierId first = at(f, "merit", "decision");
         f.act(chairman(), ApproveLowerForm{"letter_of_praise", f.open_decision("letter_of_praise")}, first);
         const DossierId second = at(f, "merit", "decision");
         return attempt(chairman(), ApproveLowerForm{"letter_of_praise", f.open_decision("letter_of_praise")}, second);
       }},
      {Reason::rank_missing, "sent on without a rank",
       [](Fixture& f) {
         return attempt(actor("bich", "an_thinh", Role::office_head), forward(), at(f, "unit_praise", "ranking"));
       }},
      {Reason::rank_taken, "two on the first rank",
       [](Fixture& f) {
         const Actor bich = actor("bich", "an_thinh", Role::office_head);
         f.act(bich, Rank{1}, at(f, "unit_praise", "ranking"));
         return attempt(bich, Rank{1}, at(f, "unit_praise", "ranking"));
       }},
      {Reason::nomination_exists, "the same commune twice for one form",
       [](Fixture& f) {
         const DossierId first = f.open();
         const DossierId second = f.open();
         for (const DossierId& id : {first, second}) f.workspaces[id].nominee.office = "an_thinh";
         f.act(unit_head(), submit(), first);
         return attempt(unit_head(), submit(), second);
       }},
      {Reason::nominee_dissolved, "a commune that is no more",
       [](Fixture& f) {
         f.today = day(2025, 3, 5);
         f.occasion.receipt_deadline = day(2025, 3, 31);
         const DossierId id = f.open();
         f.workspaces[id].nominee.office = "cu_lam";
         return attempt(unit_head(), submit(), id);
       }},
      {Reason::nominee_dissolved, "dissolved while it waited for the Chairman",
       [](Fixture& f) {
         const DossierId id = f.open();
         f.workspaces[id].nominee.office = "cu_lam";
         f.bring_to(id, "decision", true);
         f.today = day(2025, 3, 1);
         return attempt(chairman(), Approve{f.open_decision()}, id);
       }},
      {Reason::number_taken, "a number already in the register",
       [](Fixture& f) {
         const DossierId id = signed_by_chairman(f);
         f.number_taken = true;
         return attempt(chairman_clerk(), Number{"15/QĐ", f.today}, id);
       }},
      {Reason::already_notified, "notified twice",
       [](Fixture& f) {
         const DossierId id = declined(f);
         f.act(board_officer(), NotifyNotAwarded{letter(), "chưa tiêu biểu"}, id);
         return attempt(board_officer(), NotifyNotAwarded{letter(), "chưa tiêu biểu"}, id);
       }},
  };
}

std::vector<Scene> what_is_in_it() {
  return {
      {Reason::paper_missing, "sent without the report",
       [](Fixture& f) {
         const DossierId id = f.open();
         f.dossiers[id].papers.clear();
         return attempt(unit_head(), submit(), id);
       }},
      {Reason::paper_missing, "the council's minutes are not attached",
       [](Fixture& f) {
         const DossierId id = at(f, "merit", "advice");
         std::erase_if(f.submissions[f.dossiers[id].submission].papers,
                       [](const PaperEntry& p) { return p.slot == "minutes"; });
         return attempt(secretary(), Forward{letter(), std::nullopt, minutes()}, id);
       }},
      {Reason::content_incomplete, "no achievement",
       [](Fixture& f) {
         const DossierId id = f.open();
         f.workspaces[id].achievement = " ";
         return attempt(unit_head(), submit(), id);
       }},
      {Reason::content_incomplete, "a figure that a criterion needs",
       [](Fixture& f) {
         const DossierId id = f.open();
         f.workspaces[id].figures.single.erase("poor_now");
         return attempt(unit_head(), submit(), id);
       }},
      {Reason::content_incomplete, "a period that ends before it begins",
       [](Fixture& f) {
         const DossierId id = f.open();
         f.workspaces[id].achievement_to = day(2020, 12, 31);
         return attempt(unit_head(), submit(), id);
       }},
      {Reason::late_without_reason, "late, and not a word why",
       [](Fixture& f) {
         f.today = day(2025, 2, 1);
         return attempt(unit_head(), submit(), f.open());
       }},
      {Reason::criterion_not_attested, "sent on with a bullet unattested",
       [](Fixture& f) { return attempt(labour_head(), forward(), at(f, "merit", "review", true)); }},
      {Reason::point_open, "sent again with a point unanswered",
       [](Fixture& f) {
         const DossierId id = at(f, "merit", "review");
         f.act(labour_head(), return_one_point(), id);
         return attempt(unit_head(), Resubmit{}, id);
       }},
      {Reason::point_open, "forwarded with a point still open",
       [](Fixture& f) {
         const DossierId id = ready_to_forward(f);
         f.dossiers[id].points = {{.id = "point", .code = "other", .open = true}};
         return attempt(labour_head(), forward(), id);
       }},
      {Reason::ground_not_found, "a criterion that is met is no ground",
       [](Fixture& f) {
         return attempt(labour_head(), conclude({.criterion = "fewer_poor"}), at(f, "merit", "review"));
       }},
      {Reason::ground_not_found, "no ground at all",
       [](Fixture& f) {
         return attempt(labour_head(), ConcludeIneligible{letter(), {}, "không đạt"}, at(f, "merit", "review"));
       }},
  };
}

std::vector<Scene> what_was_sent() {
  return {
      {Reason::unknown_choice, "returned to a stage that is not before",
       [](Fixture& f) { return attempt(labour_head(), return_one_point("appraisal"), at(f, "merit", "review")); }},
      {Reason::unknown_choice, "a code that is not in the list",
       [](Fixture& f) {
         const ReturnForRework payload{std::nullopt, letter(), {{"whatever", "/achievement", "sai"}}, std::nullopt};
         return attempt(labour_head(), payload, at(f, "merit", "review"));
       }},
      {Reason::unknown_choice, "a slot that the form does not know",
       [](Fixture& f) { return attempt(unit_clerk(), AttachPaper{{.id = "p", .slot = "selfie"}}, f.open()); }},
      {Reason::unknown_choice, "a criterion that nobody attests",
       [](Fixture& f) {
         return attempt(labour_head(), Attest{{{"fewer_poor", {}}}}, at(f, "merit", "review"));
       }},
      {Reason::unknown_choice, "rank nought",
       [](Fixture& f) {
         return attempt(actor("bich", "an_thinh", Role::office_head), Rank{0}, at(f, "unit_praise", "ranking"));
       }},
      {Reason::unknown_choice, "approval proposed at a review",
       [](Fixture& f) {
         return attempt(labour_specialist(), Propose{ProposalKind::approve, std::nullopt}, at(f, "merit", "review"));
       }},
      {Reason::unknown_choice, "a form that is not lower",
       [](Fixture& f) {
         return attempt(chairman(), ApproveLowerForm{"flag", f.open_decision("flag")}, at(f, "merit", "decision"));
       }},
      {Reason::reason_missing, "withdrawn without a word",
       [](Fixture& f) { return attempt(unit_head(), Withdraw{" "}, f.open()); }},
      {Reason::reason_missing, "returned without points",
       [](Fixture& f) {
         return attempt(labour_head(), ReturnForRework{std::nullopt, letter(), {}, std::nullopt},
                        at(f, "merit", "review"));
       }},
      {Reason::reason_missing, "not met, and not a word why",
       [](Fixture& f) {
         return attempt(labour_head(), Attest{{{"united", {Attestation::not_met, ""}}}}, at(f, "merit", "review"));
       }},
      {Reason::document_incomplete, "a letter without its number",
       [](Fixture& f) {
         return attempt(unit_head(), Submit{{"", day(2025, 1, 10)}, std::nullopt}, f.open());
       }},
      {Reason::document_incomplete, "the council without its minutes",
       [](Fixture& f) { return attempt(secretary(), forward(), at(f, "merit", "advice")); }},
      {Reason::document_incomplete, "a decision without its date",
       [](Fixture& f) {
         return attempt(chairman_clerk(), Number{"15/QĐ", std::nullopt}, signed_by_chairman(f));
       }},
      {Reason::date_in_future, "a decision of tomorrow",
       [](Fixture& f) {
         return attempt(chairman_clerk(), Number{"15/QĐ", f.today.plus(1)}, signed_by_chairman(f));
       }},
      {Reason::date_in_future, "a result of tomorrow",
       [](Fixture& f) {
         const DossierId id = at(f, "pm_merit", "board");
         return attempt(recorder(), RecordResult{true, {"9/QĐ-TTg", f.today.plus(1)}, std::nullopt}, id);
       }},
      {Reason::not_technical, "a figure is no typing error",
       [](Fixture& f) {
         return attempt(labour_head(), RecordCorrection{"/figures/single/poor_now", "50"}, at(f, "merit", "review"));
       }},
  };
}

}  // namespace

std::vector<Scene> scenes() {
  std::vector<Scene> all;
  for (auto part : {who(), how_it_stands(), beside_the_phases(), places_and_numbers(), what_is_in_it(), what_was_sent()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

}  // namespace vinhdanh::test
