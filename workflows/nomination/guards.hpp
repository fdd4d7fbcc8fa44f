/// The named guards of a nomination: selectors (which row) and requirements (why not), and what each command asks for.
#pragma once

#include "workflows/nomination/words.hpp"

namespace vinhdanh::nomination {

using WasSentFirstByUnit = When<Selector::sent_first_by_unit>;
using WasResentByUnit = When<Selector::resent_by_unit>;
using WasSentByOffice = When<Selector::sent_by_office>;
using GoesToUnit = When<Selector::goes_to_unit>;
using GoesToStage = When<Selector::goes_to_stage>;
using IsApprovedLast = When<Selector::approved_last>;
using IsApprovedOnTheWay = When<Selector::approved_on_the_way>;
using IsNotApproved = When<Selector::not_approved>;

using IsInRole = Needs<Reason::not_in_role>;
using IsInResponsibleOffice = Needs<Reason::not_responsible_office>;
using IsNotOwnNomination = Needs<Reason::own_nomination>;
using IsNotOwnSubmission = Needs<Reason::own_submission>;
using HasNotActedBefore = Needs<Reason::already_acted>;
using IsStillOpen = When<Selector::still_open>;
using IsNotOnHold = Needs<Reason::on_hold>;
using IsNotAnothers = Needs<Reason::assigned_to_another>;
using IsAssigned = Needs<Reason::not_assigned>;
using IsNotInPast = Needs<Reason::date_in_past>;
using IsLastSender = Needs<Reason::not_last_sender>;
using IsOccasionOpen = Needs<Reason::occasion_not_open>;
using IsThisStageKind = Needs<Reason::not_this_stage_kind>;
using HasProposal = Needs<Reason::proposal_missing>;
using MayDisagree = Needs<Reason::disagreement_not_allowed>;
using MayReturn = Needs<Reason::return_not_allowed>;
using MayConcludeIneligible = Needs<Reason::ineligible_not_allowed>;
using HasNoCorrectionPending = Needs<Reason::correction_pending>;
using HasCorrection = Needs<Reason::no_correction>;
using IsDecisionOpen = Needs<Reason::decision_not_open>;
using HasPlaceLeft = Needs<Reason::quota_full>;
using HasRank = Needs<Reason::rank_missing>;
using IsRankFree = Needs<Reason::rank_taken>;
using IsOnlyNomination = Needs<Reason::nomination_exists>;
using IsNomineeStanding = Needs<Reason::nominee_dissolved>;
using IsNumberFree = Needs<Reason::number_taken>;
using IsNotYetNotified = Needs<Reason::already_notified>;
using HasPapers = Needs<Reason::paper_missing>;
using HasContent = Needs<Reason::content_incomplete>;
using IsInTimeOrExplained = Needs<Reason::late_without_reason>;
using HasCriteriaAttested = Needs<Reason::criterion_not_attested>;
using HasPointsAnswered = Needs<Reason::point_open>;
using HasGround = Needs<Reason::ground_not_found>;
using IsKnownChoice = Needs<Reason::unknown_choice>;
using HasReason = Needs<Reason::reason_missing>;
using HasDocument = Needs<Reason::document_incomplete>;
using IsNotInFuture = Needs<Reason::date_in_future>;
using IsTechnical = Needs<Reason::not_technical>;

using RightHand = If<IsInRole, IsInResponsibleOffice>;
using RightHandOfAnother = If<RightHand, IsNotOwnNomination>;
using Impartial = If<RightHandOfAnother, IsNotOwnSubmission>;

using CanEditDraft = If<RightHand, IsOccasionOpen>;
using CanAttach = If<RightHand, IsKnownChoice>;
using CanSubmit = If<RightHandOfAnother, IsNotOnHold, IsOccasionOpen, IsOnlyNomination, IsNomineeStanding, HasPapers, HasContent,
                     IsInTimeOrExplained, HasDocument>;
using CanResubmit = If<RightHandOfAnother, IsNotOnHold, IsOnlyNomination, IsNomineeStanding, HasPapers, HasContent,
                       HasPointsAnswered, IsKnownChoice>;
using CanRecall = If<RightHand, IsNotOnHold, IsLastSender>;
using CanRecallDraft = If<WasSentFirstByUnit, CanRecall, IsOccasionOpen>;
using CanRecallRework = If<WasResentByUnit, CanRecall>;
using CanRecallForward = If<WasSentByOffice, CanRecall>;
using CanWithdraw = If<RightHand, HasReason>;
using CanReceive = If<Impartial, IsNotOnHold>;
using CanAttest = If<Impartial, IsNotAnothers, IsThisStageKind, IsKnownChoice, HasReason>;
using CanGiveOpinion = If<RightHandOfAnother, IsThisStageKind, HasReason>;
using CanRank = If<RightHandOfAnother, IsThisStageKind, IsRankFree, IsKnownChoice>;
using CanPropose =
    If<Impartial, IsNotOnHold, IsNotAnothers, IsThisStageKind, MayDisagree, MayReturn, MayConcludeIneligible, IsKnownChoice,
       HasReason>;
using CanForward = If<Impartial, HasNotActedBefore, IsNotOnHold, IsThisStageKind, HasProposal, HasNoCorrectionPending, HasPlaceLeft,
                      HasRank, HasPapers, HasCriteriaAttested, HasPointsAnswered, HasDocument>;
using CanForwardDisagreeing = If<CanForward, MayDisagree, HasReason>;
using CanReturn = If<Impartial, IsNotOnHold, MayReturn, HasNoCorrectionPending, IsKnownChoice, HasReason, HasDocument>;
using CanReturnToUnit = If<GoesToUnit, CanReturn>;
using CanReturnToStage = If<GoesToStage, CanReturn>;
using CanConclude = If<Impartial, IsNotOnHold, MayConcludeIneligible, HasGround, HasReason, HasDocument>;
// A lower form needs no proposal: the head may act otherwise than proposed.
using CanApproveLower =
    If<Impartial, HasNotActedBefore, IsNotOnHold, IsThisStageKind, HasNoCorrectionPending, IsDecisionOpen, HasPlaceLeft,
       IsNomineeStanding, HasPapers, HasCriteriaAttested, HasPointsAnswered, IsKnownChoice>;
using CanApprove =
    If<Impartial, HasNotActedBefore, IsNotOnHold, IsThisStageKind, HasProposal, HasNoCorrectionPending, IsDecisionOpen, HasPlaceLeft,
       IsNomineeStanding, HasPapers, HasCriteriaAttested, HasPointsAnswered>;
using CanDecline = If<Impartial, IsNotOnHold, IsThisStageKind, HasReason>;
using CanSign = If<Impartial, IsNotOnHold, HasNoCorrectionPending, IsDecisionOpen>;
using CanNumber = If<RightHand, IsNotOnHold, IsNumberFree, HasDocument, IsNotInFuture>;
using CanRecordResult = If<RightHandOfAnother, IsNotOnHold, IsThisStageKind, HasNoCorrectionPending, HasDocument, IsNotInFuture>;
using CanRecordLastYes = If<IsApprovedLast, CanRecordResult>;
using CanRecordYesOnTheWay = If<IsApprovedOnTheWay, CanRecordResult>;
using CanRecordNo = If<IsNotApproved, CanRecordResult>;
using CanRecordCorrection = If<RightHandOfAnother, HasNoCorrectionPending, HasReason, IsTechnical>;
using CanConfirmCorrection = If<RightHand, HasCorrection>;
using CanLapse = If<IsInRole>;
using CanNotify = If<RightHand, IsNotYetNotified, HasReason, HasDocument>;
using CanClaim = If<Impartial, IsNotAnothers>;
using CanRelease = If<RightHand, IsNotAnothers, IsAssigned>;
using CanAssign = If<Impartial, IsKnownChoice>;
using CanRemoveFromDecision = If<RightHandOfAnother, IsDecisionOpen, HasPlaceLeft, HasReason>;
using CanHold = If<IsStillOpen, RightHand, HasReason, HasDocument, IsNotInPast>;
using CanLiftHold = If<IsStillOpen, RightHand, HasReason, HasDocument>;
using CanComment = If<RightHand, HasReason>;

}  // namespace vinhdanh::nomination
