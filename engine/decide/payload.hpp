/// What each command carries. An empty text or number counts as missing; the engine says so with a JSON Pointer.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/model/content.hpp"
#include "engine/model/events.hpp"
#include "engine/model/one_of.hpp"

namespace vinhdanh {

#define VINHDANH_COMMAND(name) static constexpr Command command = Command::name

struct EditContent {
  VINHDANH_COMMAND(edit_content);
  VINHDANH_MEMBERS()
};
/// The stored paper; the unit's own when the dossier is with the unit, else the current stage's.
struct AttachPaper {
  VINHDANH_COMMAND(attach_paper);
  PaperEntry paper;
  VINHDANH_MEMBERS(paper)
};
struct Submit {
  VINHDANH_COMMAND(submit);
  DocumentRef letter;
  std::optional<std::string> late_reason;
  VINHDANH_MEMBERS(letter, late_reason)
};
struct Answer {
  std::string point;
  std::string text;
  VINHDANH_MEMBERS(point, text)
};
struct Resubmit {
  VINHDANH_COMMAND(resubmit);
  std::vector<Answer> answers;
  VINHDANH_MEMBERS(answers)
};
struct Recall {
  VINHDANH_COMMAND(recall);
  VINHDANH_MEMBERS()
};
struct Withdraw {
  VINHDANH_COMMAND(withdraw);
  std::string reason;
  VINHDANH_MEMBERS(reason)
};
struct Receive {
  VINHDANH_COMMAND(receive);
  VINHDANH_MEMBERS()
};
struct Attest {
  VINHDANH_COMMAND(attest);
  Attestations attestations;
  VINHDANH_MEMBERS(attestations)
};
struct GiveOpinion {
  VINHDANH_COMMAND(give_opinion);
  bool agrees = true;
  std::string text;
  VINHDANH_MEMBERS(agrees, text)
};
struct Rank {
  VINHDANH_COMMAND(rank);
  int rank = 0;
  VINHDANH_MEMBERS(rank)
};
struct Propose {
  VINHDANH_COMMAND(propose);
  ProposalKind kind = ProposalKind::forward;
  std::optional<std::string> text;
  VINHDANH_MEMBERS(kind, text)
};
struct Forward {
  VINHDANH_COMMAND(forward);
  DocumentRef letter;
  std::optional<std::string> opinion;
  std::optional<CouncilMinutes> minutes;
  VINHDANH_MEMBERS(letter, opinion, minutes)
};
struct ForwardWithDisagreement {
  VINHDANH_COMMAND(forward_with_disagreement);
  DocumentRef letter;
  std::optional<std::string> opinion;  ///< required
  std::optional<CouncilMinutes> minutes;
  VINHDANH_MEMBERS(letter, opinion, minutes)
};
struct PointToRepair {
  std::string code;
  std::string pointer;
  std::string text;
  VINHDANH_MEMBERS(code, pointer, text)
};
struct ReturnForRework {
  VINHDANH_COMMAND(return_for_rework);
  std::optional<StageId> to_stage;  ///< null: to the unit
  DocumentRef letter;
  std::vector<PointToRepair> points;
  std::optional<OfficeId> right_office;  ///< with a point of code wrong_route
  VINHDANH_MEMBERS(to_stage, letter, points, right_office)
};
struct ConcludeIneligible {
  VINHDANH_COMMAND(conclude_ineligible);
  DocumentRef letter;
  std::vector<Ground> grounds;
  std::string text;
  VINHDANH_MEMBERS(letter, grounds, text)
};
struct Approve {
  VINHDANH_COMMAND(approve);
  DecisionId decision;
  VINHDANH_MEMBERS(decision)
};
struct ApproveLowerForm {
  VINHDANH_COMMAND(approve_lower_form);
  FormCode form;
  DecisionId decision;
  VINHDANH_MEMBERS(form, decision)
};
struct Decline {
  VINHDANH_COMMAND(decline);
  std::string reason;
  VINHDANH_MEMBERS(reason)
};
struct Sign {
  VINHDANH_COMMAND(sign);
  VINHDANH_MEMBERS()
};
struct Number {
  VINHDANH_COMMAND(number);
  std::string number;
  std::optional<Date> date;
  VINHDANH_MEMBERS(number, date)
};
struct RecordResult {
  VINHDANH_COMMAND(record_result);
  bool approved = true;
  DocumentRef document;             ///< the result's own
  std::optional<DocumentRef> sent;  ///< what was sent upward
  VINHDANH_MEMBERS(approved, document, sent)
};
struct RecordCorrection {
  VINHDANH_COMMAND(record_correction);
  std::string pointer;  ///< /nominee/name or /nominee/title or /achievement
  std::string value;
  VINHDANH_MEMBERS(pointer, value)
};
struct ConfirmCorrection {
  VINHDANH_COMMAND(confirm_correction);
  VINHDANH_MEMBERS()
};
struct Lapse {
  VINHDANH_COMMAND(lapse);
  VINHDANH_MEMBERS()
};
struct NotifyNotAwarded {
  VINHDANH_COMMAND(notify_not_awarded);
  DocumentRef document;
  std::string reason;
  VINHDANH_MEMBERS(document, reason)
};

/// Nhận xử lý.
struct TakeUp {
  VINHDANH_COMMAND(claim);
  VINHDANH_MEMBERS()
};
struct Release {
  VINHDANH_COMMAND(release);
  VINHDANH_MEMBERS()
};
struct Assign {
  VINHDANH_COMMAND(assign);
  PersonId person;
  VINHDANH_MEMBERS(person)
};
struct RemoveFromDecision {
  VINHDANH_COMMAND(remove_from_decision);
  std::string reason;
  VINHDANH_MEMBERS(reason)
};
struct PutOnHold {
  VINHDANH_COMMAND(hold);
  DocumentRef document;        ///< the competent body's
  std::optional<Date> review;  ///< required, not before today
  std::string reason;
  VINHDANH_MEMBERS(document, review, reason)
};
struct LiftHold {
  VINHDANH_COMMAND(lift_hold);
  DocumentRef document;  ///< that says how it ended
  std::string reason;
  VINHDANH_MEMBERS(document, reason)
};
struct Comment {
  VINHDANH_COMMAND(comment);
  std::string text;
  VINHDANH_MEMBERS(text)
};

#undef VINHDANH_COMMAND

struct CommandTypes {
  using Variant = std::variant<EditContent, AttachPaper, Submit, Resubmit, Recall, Withdraw, Receive, Attest,
                               GiveOpinion, Rank, Propose, Forward, ForwardWithDisagreement, ReturnForRework,
                               ConcludeIneligible, Approve, ApproveLowerForm, Decline, Sign, Number, RecordResult,
                               RecordCorrection, ConfirmCorrection, Lapse, NotifyNotAwarded, TakeUp, Release, Assign,
                               RemoveFromDecision, PutOnHold, LiftHold, Comment>;
};
extern template class OneOf<CommandTypes>;
using Payload = OneOf<CommandTypes>;

/// In the order of the enumeration `Command`.
Command command_of(const Payload& payload);

}  // namespace vinhdanh
