/// The closed vocabularies of the domain: phases, commands, roles, stage kinds and the like, with their stored names.
#pragma once

#include "engine/model/names.hpp"

namespace vinhdanh {

/// Where a dossier stands. ADR 0001 gives each its meaning and its words on screen.
enum class Phase {
  drafting, awaiting_receipt, under_review, proposed, returned, decided, signed_,
  awarded, not_awarded, ineligible, withdrawn, lapsed,
};
VINHDANH_NAMES(Phase, "drafting", "awaiting_receipt", "under_review", "proposed", "returned", "decided", "signed",
               "awarded", "not_awarded", "ineligible", "withdrawn", "lapsed");

/// What a person, or the closing of an occasion, may ask of a dossier.
enum class Command {
  edit_content, attach_paper, submit, resubmit, recall, withdraw, receive, attest, give_opinion, rank, propose,
  forward, forward_with_disagreement, return_for_rework, conclude_ineligible, approve, approve_lower_form, decline,
  sign, number, record_result, record_correction, confirm_correction, lapse, notify_not_awarded,
  claim, release, assign, remove_from_decision, hold, lift_hold, comment,
};
VINHDANH_NAMES(Command, "edit_content", "attach_paper", "submit", "resubmit", "recall", "withdraw", "receive",
               "attest", "give_opinion", "rank", "propose", "forward", "forward_with_disagreement",
               "return_for_rework", "conclude_ineligible", "approve", "approve_lower_form", "decline", "sign",
               "number", "record_result", "record_correction", "confirm_correction", "lapse", "notify_not_awarded",
               "claim", "release", "assign", "remove_from_decision", "hold", "lift_hold", "comment");

/// The role of a person's appointment in an office. `deadline_runner` is the program itself, which closes what a day
/// closes; nobody is appointed to it.
enum class Role {
  unit_clerk, unit_head, intake_reviewer, specialist, appraiser, office_head, council_secretariat, decider, recorder,
  registry_clerk, board_officer, observer, auditor, quota_manager, definition_manager, administrator, deadline_runner,
};
VINHDANH_NAMES(Role, "unit_clerk", "unit_head", "intake_reviewer", "specialist", "appraiser", "office_head",
               "council_secretariat", "decider", "recorder", "registry_clerk", "board_officer", "observer", "auditor",
               "quota_manager", "definition_manager", "administrator", "deadline_runner");

enum class StageKind { collect, rank, receive, review, appraise, advise, verify, endorse, decide, record_result };
VINHDANH_NAMES(StageKind, "collect", "rank", "receive", "review", "appraise", "advise", "verify", "endorse", "decide",
               "record_result");

enum class SubjectKind { collective, individual, household, enterprise };
VINHDANH_NAMES(SubjectKind, "collective", "individual", "household", "enterprise");

enum class MilestoneKind { interim_review, final_review, ad_hoc, annual, round };
VINHDANH_NAMES(MilestoneKind, "interim_review", "final_review", "ad_hoc", "annual", "round");

/// How sure we are of a rule: a published page, a secondary place only, or nothing.
enum class Confidence { confirmed, secondary, unconfirmed };
VINHDANH_NAMES(Confidence, "confirmed", "secondary", "unconfirmed");

enum class PaperKind { digitally_signed, scanned, on_paper };
VINHDANH_NAMES(PaperKind, "digitally_signed", "scanned", "on_paper");

/// Whether an attested bullet of a criterion holds, does not apply (with a reason), or fails.
enum class Attestation { met, not_applicable, not_met };
VINHDANH_NAMES(Attestation, "met", "not_applicable", "not_met");

/// What a specialist proposes to the head of his office.
enum class ProposalKind { forward, forward_with_disagreement, return_for_rework, conclude_ineligible, approve, approve_lower_form, decline };
VINHDANH_NAMES(ProposalKind, "forward", "forward_with_disagreement", "return_for_rework", "conclude_ineligible",
               "approve", "approve_lower_form", "decline");

enum class Capacity { holder, deputy };
VINHDANH_NAMES(Capacity, "holder", "deputy");

/// What an event stream is about; each stream is one hash chain.
enum class StreamKind { dossier, submission, occasion, decision, quota, organisation, account, definition, duty };
VINHDANH_NAMES(StreamKind, "dossier", "submission", "occasion", "decision", "quota", "organisation", "account",
               "definition", "duty");

enum class Numbering { entered, issued };
VINHDANH_NAMES(Numbering, "entered", "issued");

constexpr bool is_final(Phase phase) { return phase >= Phase::awarded; }

}  // namespace vinhdanh
