/// The life of a dossier: the specification. Each row: in this phase, this command, leads there, records that, if.
///
/// A second region stands beside the phases: whether the case is on hold. The rows that would advance it ask for that.
/// MSM's vectors end at fifty rows, so the table is written in chapters that are joined at the end.
#pragma once

#include <boost/mpl/insert_range.hpp>
#include <boost/mpl/vector.hpp>

#include "workflows/nomination/guards.hpp"

namespace vinhdanh::nomination {

struct Drafting : PhaseState<Phase::drafting> {};
struct AwaitingReceipt : PhaseState<Phase::awaiting_receipt> {};
struct UnderReview : PhaseState<Phase::under_review> {};
struct Proposed : PhaseState<Phase::proposed> {};
struct Returned : PhaseState<Phase::returned> {};
struct Decided : PhaseState<Phase::decided> {};
struct Signed : PhaseState<Phase::signed_> {};
struct Awarded : PhaseState<Phase::awarded> {};
struct NotAwarded : PhaseState<Phase::not_awarded> {};
struct Ineligible : PhaseState<Phase::ineligible> {};
struct Withdrawn : PhaseState<Phase::withdrawn> {};
struct Lapsed : PhaseState<Phase::lapsed> {};

struct NotOnHold : BesideState<false> {};
struct OnHold : BesideState<true> {};

namespace ask {
using EditContent = Asked<Command::edit_content>;
using AttachPaper = Asked<Command::attach_paper>;
using Submit = Asked<Command::submit>;
using Resubmit = Asked<Command::resubmit>;
using Recall = Asked<Command::recall>;
using Withdraw = Asked<Command::withdraw>;
using Receive = Asked<Command::receive>;
using Attest = Asked<Command::attest>;
using GiveOpinion = Asked<Command::give_opinion>;
using Rank = Asked<Command::rank>;
using Propose = Asked<Command::propose>;
using Forward = Asked<Command::forward>;
using ForwardWithDisagreement = Asked<Command::forward_with_disagreement>;
using ReturnForRework = Asked<Command::return_for_rework>;
using ConcludeIneligible = Asked<Command::conclude_ineligible>;
using Approve = Asked<Command::approve>;
using ApproveLowerForm = Asked<Command::approve_lower_form>;
using Decline = Asked<Command::decline>;
using Sign = Asked<Command::sign>;
using Number = Asked<Command::number>;
using RecordResult = Asked<Command::record_result>;
using RecordCorrection = Asked<Command::record_correction>;
using ConfirmCorrection = Asked<Command::confirm_correction>;
using Lapse = Asked<Command::lapse>;
using NotifyNotAwarded = Asked<Command::notify_not_awarded>;
using Claim = Asked<Command::claim>;
using Release = Asked<Command::release>;
using Assign = Asked<Command::assign>;
using RemoveFromDecision = Asked<Command::remove_from_decision>;
using Hold = Asked<Command::hold>;
using LiftHold = Asked<Command::lift_hold>;
using Comment = Asked<Command::comment>;
}  // namespace ask

// clang-format off
using WithTheUnit = boost::mpl::vector<
  Row<Drafting, ask::EditContent,       Stays,           Record<Fact::content_edited>, CanEditDraft>,
  Row<Drafting, ask::AttachPaper,       Stays,           Record<Fact::paper_attached>, CanAttach>,
  Row<Drafting, ask::Submit,            AwaitingReceipt, Record<Fact::submitted>,      CanSubmit>,
  Row<Drafting, ask::Withdraw,          Withdrawn,       Record<Fact::withdrawn>,      CanWithdraw>,
  Row<Drafting, ask::Lapse,             Lapsed,          Record<Fact::lapsed>,         CanLapse>,
  Row<Returned, ask::EditContent,       Stays,           Record<Fact::content_edited>, RightHand>,
  Row<Returned, ask::AttachPaper,       Stays,           Record<Fact::paper_attached>, CanAttach>,
  Row<Returned, ask::Resubmit,          AwaitingReceipt, Record<Fact::resubmitted>,    CanResubmit>,
  Row<Returned, ask::Withdraw,          Withdrawn,       Record<Fact::withdrawn>,      CanWithdraw>
>;

using OnTheWay = boost::mpl::vector<
  Row<AwaitingReceipt, ask::Receive,           UnderReview, Record<Fact::received>,             CanReceive>,
  Row<AwaitingReceipt, ask::Recall,            Drafting,    Record<Fact::recalled>,             CanRecallDraft>,
  Row<AwaitingReceipt, ask::Recall,            Returned,    Record<Fact::recalled>,             CanRecallRework>,
  Row<AwaitingReceipt, ask::Recall,            UnderReview, Record<Fact::recalled>,             CanRecallForward>,
  Row<AwaitingReceipt, ask::Withdraw,          Withdrawn,   Record<Fact::withdrawn>,            CanWithdraw>,
  Row<AwaitingReceipt, ask::ConfirmCorrection, Stays,       Record<Fact::correction_confirmed>, CanConfirmCorrection>
>;

/// What an office may do with a dossier it has received; the same before and after a proposal, so written once.
template <class AtStage>
using AtTheStage = boost::mpl::vector<
  Row<AtStage, ask::AttachPaper,             Stays,           Record<Fact::paper_attached>,        CanAttach>,
  Row<AtStage, ask::Attest,                  Stays,           Record<Fact::attested>,              CanAttest>,
  Row<AtStage, ask::GiveOpinion,             Stays,           Record<Fact::opinion_given>,         CanGiveOpinion>,
  Row<AtStage, ask::Propose,                 Proposed,        Record<Fact::proposed>,              CanPropose>,
  Row<AtStage, ask::Forward,                 AwaitingReceipt, Record<Fact::forwarded>,             CanForward>,
  Row<AtStage, ask::ForwardWithDisagreement, AwaitingReceipt, Record<Fact::forwarded_disagreeing>, CanForwardDisagreeing>,
  Row<AtStage, ask::ReturnForRework,         Returned,        Record<Fact::returned>,              CanReturnToUnit>,
  Row<AtStage, ask::ReturnForRework,         AwaitingReceipt, Record<Fact::returned>,              CanReturnToStage>,
  Row<AtStage, ask::ConcludeIneligible,      Ineligible,      Record<Fact::found_ineligible>,      CanConclude>,
  Row<AtStage, ask::Approve,                 Decided,         Record<Fact::approved>,              CanApprove>,
  Row<AtStage, ask::ApproveLowerForm,        Decided,         Record<Fact::approved_lower>,        CanApproveLower>,
  Row<AtStage, ask::Decline,                 NotAwarded,      Record<Fact::declined>,              CanDecline>,
  Row<AtStage, ask::Withdraw,                Withdrawn,       Record<Fact::withdrawn>,             CanWithdraw>,
  Row<AtStage, ask::Claim,                   Stays,           Record<Fact::claimed>,               CanClaim>,
  Row<AtStage, ask::Release,                 Stays,           Record<Fact::released>,              CanRelease>,
  Row<AtStage, ask::Assign,                  Stays,           Record<Fact::assigned>,              CanAssign>,
  Row<AtStage, ask::RecordCorrection,        Stays,           Record<Fact::correction_recorded>,   CanRecordCorrection>,
  Row<AtStage, ask::ConfirmCorrection,       Stays,           Record<Fact::correction_confirmed>,  CanConfirmCorrection>
>;

using BeforeAProposal = boost::mpl::vector<
  Row<UnderReview, ask::Rank,         Stays,           Record<Fact::ranked>,          CanRank>,
  Row<UnderReview, ask::RecordResult, Awarded,         Record<Fact::result_recorded>, CanRecordLastYes>,
  Row<UnderReview, ask::RecordResult, AwaitingReceipt, Record<Fact::result_recorded>, CanRecordYesOnTheWay>,
  Row<UnderReview, ask::RecordResult, NotAwarded,      Record<Fact::result_recorded>, CanRecordNo>
>;

using TheDecision = boost::mpl::vector<
  Row<Decided, ask::RecordCorrection,   Stays,       Record<Fact::correction_recorded>,   CanRecordCorrection>,
  Row<Decided, ask::ConfirmCorrection,  Stays,       Record<Fact::correction_confirmed>,  CanConfirmCorrection>,
  Row<Decided, ask::RemoveFromDecision, UnderReview, Record<Fact::removed_from_decision>, CanRemoveFromDecision>,
  Row<Decided, ask::Sign,               Signed,      Record<Fact::signed_>,               CanSign>,
  Row<Signed,  ask::Number,             Awarded,     Record<Fact::awarded>,               CanNumber>
>;

using AfterTheEnd = boost::mpl::vector<
  Row<NotAwarded, ask::NotifyNotAwarded, Stays, Record<Fact::notified>, CanNotify>,
  Row<Ineligible, ask::NotifyNotAwarded, Stays, Record<Fact::notified>, CanNotify>
>;

/// In any phase; hold and its lifting only until the end.
using BesideThePhases = boost::mpl::vector<
  Row<NotOnHold, ask::Hold,     OnHold,    Record<Fact::held>,        CanHold>,
  Row<OnHold,    ask::LiftHold, NotOnHold, Record<Fact::hold_lifted>, CanLiftHold>,
  Row<NotOnHold, ask::Comment,  Stays,     Record<Fact::commented>,   CanComment>,
  Row<OnHold,    ask::Comment,  Stays,     Record<Fact::commented>,   CanComment>
>;
// clang-format on

template <class First, class Second>
using Then = typename boost::mpl::insert_range<First, typename boost::mpl::end<First>::type, Second>::type;

using LifeOfADossier =
    Then<Then<Then<Then<Then<Then<Then<WithTheUnit, OnTheWay>, AtTheStage<UnderReview>>, BeforeAProposal>,
                        AtTheStage<Proposed>>,
                   TheDecision>,
              AfterTheEnd>,
         BesideThePhases>;

}  // namespace vinhdanh::nomination
