/// The facts that are recorded, one struct per type. Stored names and members are frozen: a change is a new version.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/model/dossier.hpp"
#include "engine/model/one_of.hpp"

namespace vinhdanh {

#define VINHDANH_EVENT(name)                            \
  static constexpr std::string_view type = name;        \
  static constexpr int version = 1

// Dossier stream.
struct DossierOpened {
  VINHDANH_EVENT("dossier_opened");
  std::string code;
  SubmissionId submission;
  OccasionId occasion;
  OfficeId unit;
  std::string territory;
  FormCode form;
  SubjectKind subject_kind = SubjectKind::collective;
  std::string category;
  std::optional<std::string> external_ref;
  VINHDANH_MEMBERS(code, submission, occasion, unit, territory, form, subject_kind, category, external_ref)
};
struct PaperAttached {
  VINHDANH_EVENT("paper_attached");
  PaperEntry paper;
  VINHDANH_MEMBERS(paper)
};
struct DossierSubmitted {
  VINHDANH_EVENT("dossier_submitted");
  StageId to_stage;
  FrozenContent content;
  std::optional<PersonId> nominee_person;
  std::optional<OfficeId> nominee_office;
  std::optional<PersonalRef> late_reason;
  VINHDANH_MEMBERS(to_stage, content, nominee_person, nominee_office, late_reason)
};
struct PointAnswered {
  std::string point;
  PersonalRef answer;
  VINHDANH_MEMBERS(point, answer)
};
struct DossierResubmitted {
  VINHDANH_EVENT("dossier_resubmitted");
  StageId to_stage;
  FrozenContent content;
  std::optional<PersonId> nominee_person;
  std::optional<OfficeId> nominee_office;
  std::vector<PointAnswered> answers;
  std::vector<std::string> changed;    ///< JSON Pointers
  std::vector<StageId> voided;         ///< endorsements that no longer hold
  VINHDANH_MEMBERS(to_stage, content, nominee_person, nominee_office, answers, changed, voided)
};
/// An endorsement of old content holds for the new one: all changes belong to returned points, or are technical.
struct EndorsementCarried {
  VINHDANH_EVENT("endorsement_carried");
  StageId stage;
  std::string from_hash;
  std::string to_hash;
  VINHDANH_MEMBERS(stage, from_hash, to_hash)
};
struct DossierRecalled {
  VINHDANH_EVENT("dossier_recalled");
  std::optional<StageId> to_stage;  ///< null: back with the unit
  std::vector<StageId> withdrawn;   ///< the recalled office's own endorsement falls
  std::vector<StageId> restored;    ///< endorsements that the recalled return had withdrawn
  VINHDANH_MEMBERS(to_stage, withdrawn, restored)
};
struct DossierWithdrawn {
  VINHDANH_EVENT("dossier_withdrawn");
  PersonalRef reason;
  VINHDANH_MEMBERS(reason)
};
struct DossierReceived {
  VINHDANH_EVENT("dossier_received");
  StageId stage;
  OfficeId office;
  std::optional<std::string> era;    ///< only at the first receipt, which pins it
  std::optional<DefinitionRef> law;  ///< the version of the law that the era belongs to, pinned with it
  VINHDANH_MEMBERS(stage, office, era, law)
};
struct CriteriaAttested {
  VINHDANH_EVENT("criteria_attested");
  StageId stage;
  std::vector<AttestedCriterion> attestations;
  VINHDANH_MEMBERS(stage, attestations)
};
struct OpinionGiven {
  VINHDANH_EVENT("opinion_given");
  StageId stage;
  std::string office_role;
  OfficeId office;
  bool agrees = true;
  PersonalRef text;
  VINHDANH_MEMBERS(stage, office_role, office, agrees, text)
};
struct DossierRanked {
  VINHDANH_EVENT("dossier_ranked");
  StageId stage;
  int rank = 0;
  VINHDANH_MEMBERS(stage, rank)
};
struct ActionProposed {
  VINHDANH_EVENT("action_proposed");
  StageId stage;
  ProposalKind kind = ProposalKind::forward;
  std::optional<PersonalRef> text;
  VINHDANH_MEMBERS(stage, kind, text)
};
struct DossierForwarded {
  VINHDANH_EVENT("dossier_forwarded");
  StageId stage;
  StageId to_stage;
  OfficeId office;
  bool agrees = true;
  std::string content_hash;
  DocumentRef letter;
  std::optional<PersonalRef> opinion;
  std::optional<CouncilMinutes> minutes;
  VINHDANH_MEMBERS(stage, to_stage, office, agrees, content_hash, letter, opinion, minutes)
};
struct DossierReturned {
  VINHDANH_EVENT("dossier_returned");
  StageId stage;
  std::optional<StageId> to_stage;      ///< null: to the unit
  DocumentRef letter;
  std::optional<OfficeId> right_office; ///< wrong route: where it belongs
  std::vector<ReturnPoint> points;
  VINHDANH_MEMBERS(stage, to_stage, letter, right_office, points)
};
struct Ground {
  std::optional<std::string> criterion;
  std::optional<std::string> paper_slot;
  VINHDANH_MEMBERS(criterion, paper_slot)
};
struct DossierFoundIneligible {
  VINHDANH_EVENT("dossier_found_ineligible");
  StageId stage;
  DocumentRef letter;
  std::vector<Ground> grounds;
  PersonalRef text;
  VINHDANH_MEMBERS(stage, letter, grounds, text)
};
struct AwardApproved {
  VINHDANH_EVENT("award_approved");
  StageId stage;
  OfficeId office;
  FormCode form;
  bool lower = false;
  DecisionId decision;
  std::string content_hash;
  VINHDANH_MEMBERS(stage, office, form, lower, decision, content_hash)
};
struct AwardDeclined {
  VINHDANH_EVENT("award_declined");
  StageId stage;
  PersonalRef reason;
  VINHDANH_MEMBERS(stage, reason)
};
struct DossierSigned {
  VINHDANH_EVENT("dossier_signed");
  DecisionId decision;
  VINHDANH_MEMBERS(decision)
};
struct DossierAwarded {
  VINHDANH_EVENT("dossier_awarded");
  DecisionId decision;
  AwardResult result;
  VINHDANH_MEMBERS(decision, result)
};
struct ResultRecorded {
  VINHDANH_EVENT("result_recorded");
  StageId stage;
  std::optional<StageId> to_stage;  ///< the next stage when this was not the last
  bool approved = true;
  std::string content_hash;
  std::optional<DocumentRef> sent;  ///< what we sent upward, and when
  AwardResult result;
  VINHDANH_MEMBERS(stage, to_stage, approved, content_hash, sent, result)
};
struct CorrectionRecorded {
  VINHDANH_EVENT("correction_recorded");
  std::string pointer;
  PersonalRef value;
  VINHDANH_MEMBERS(pointer, value)
};
struct CorrectionConfirmed {
  VINHDANH_EVENT("correction_confirmed");
  std::string pointer;
  FrozenContent content;
  VINHDANH_MEMBERS(pointer, content)
};
struct DossierLapsed {
  VINHDANH_EVENT("dossier_lapsed");
  VINHDANH_MEMBERS()
};
struct NotAwardedNotified {
  VINHDANH_EVENT("not_awarded_notified");
  NotAwardedNotice notice;
  VINHDANH_MEMBERS(notice)
};

struct DossierClaimed {
  VINHDANH_EVENT("dossier_claimed");
  StageId stage;
  VINHDANH_MEMBERS(stage)
};
struct DossierReleased {
  VINHDANH_EVENT("dossier_released");
  StageId stage;
  VINHDANH_MEMBERS(stage)
};
struct DossierAssigned {
  VINHDANH_EVENT("dossier_assigned");
  StageId stage;
  PersonId person;
  VINHDANH_MEMBERS(stage, person)
};
/// Taken out of a decision that is not signed; the deciding stage's endorsement falls.
struct DossierRemovedFromDecision {
  VINHDANH_EVENT("dossier_removed_from_decision");
  StageId stage;
  DecisionId decision;
  PersonalRef reason;
  VINHDANH_MEMBERS(stage, decision, reason)
};
struct DossierHeld {
  VINHDANH_EVENT("dossier_held");
  DocumentRef document;
  Date review;
  PersonalRef reason;
  VINHDANH_MEMBERS(document, review, reason)
};
struct HoldLifted {
  VINHDANH_EVENT("hold_lifted");
  DocumentRef document;
  PersonalRef reason;
  VINHDANH_MEMBERS(document, reason)
};
struct CommentAdded {
  VINHDANH_EVENT("comment_added");
  PersonalRef text;
  VINHDANH_MEMBERS(text)
};

// Quota: on the dossier's stream (so its fold knows its place) and on the quota's own.
struct PlaceReserved {
  VINHDANH_EVENT("place_reserved");
  std::string key;
  DossierId dossier;
  VINHDANH_MEMBERS(key, dossier)
};
struct PlaceConsumed {
  VINHDANH_EVENT("place_consumed");
  std::string key;
  DossierId dossier;
  VINHDANH_MEMBERS(key, dossier)
};
struct PlaceReleased {
  VINHDANH_EVENT("place_released");
  std::string key;
  DossierId dossier;
  VINHDANH_MEMBERS(key, dossier)
};

// Submission stream.
struct SubmissionOpened {
  VINHDANH_EVENT("submission_opened");
  OccasionId occasion;
  OfficeId unit;
  std::optional<std::string> external_ref;
  VINHDANH_MEMBERS(occasion, unit, external_ref)
};
struct SubmissionPaperAttached {
  VINHDANH_EVENT("submission_paper_attached");
  PaperEntry paper;
  VINHDANH_MEMBERS(paper)
};
struct SubmissionSent {
  VINHDANH_EVENT("submission_sent");
  DocumentRef letter;
  std::vector<DossierId> dossiers;
  VINHDANH_MEMBERS(letter, dossiers)
};

// Occasion stream.
struct OccasionOpened {
  VINHDANH_EVENT("occasion_opened");
  Occasion occasion;
  VINHDANH_MEMBERS(occasion)
};
struct OccasionClosed {
  VINHDANH_EVENT("occasion_closed");
  int lapsed = 0;
  VINHDANH_MEMBERS(lapsed)
};

// Decision stream.
struct DecisionOpened {
  VINHDANH_EVENT("decision_opened");
  Decision decision;
  VINHDANH_MEMBERS(decision)
};
struct DecisionJoined {
  VINHDANH_EVENT("decision_joined");
  DossierId dossier;
  VINHDANH_MEMBERS(dossier)
};
struct DecisionLeft {
  VINHDANH_EVENT("decision_left");
  DossierId dossier;
  VINHDANH_MEMBERS(dossier)
};
struct DecisionSigned {
  VINHDANH_EVENT("decision_signed");
  Capacity signed_as = Capacity::holder;
  std::vector<DossierId> dossiers;
  VINHDANH_MEMBERS(signed_as, dossiers)
};
struct DecisionNumbered {
  VINHDANH_EVENT("decision_numbered");
  std::string number;
  Date date;
  VINHDANH_MEMBERS(number, date)
};

// Account and organisation streams.
struct AccountAdded {
  VINHDANH_EVENT("account_added");
  PersonalRef name;
  VINHDANH_MEMBERS(name)
};
struct AccountDisabled {
  VINHDANH_EVENT("account_disabled");
  VINHDANH_MEMBERS()
};
struct AccountEnabled {
  VINHDANH_EVENT("account_enabled");
  VINHDANH_MEMBERS()
};
struct AddressSet {
  VINHDANH_EVENT("address_set");
  std::optional<PersonalRef> email;
  VINHDANH_MEMBERS(email)
};
struct PasswordSet {
  VINHDANH_EVENT("password_set");
  bool by_holder = true;  ///< false: an administrator gave a first one, to be changed at sign-in
  VINHDANH_MEMBERS(by_holder)
};
struct SecondFactorEnrolled {
  VINHDANH_EVENT("second_factor_enrolled");
  VINHDANH_MEMBERS()
};
struct SecondFactorRemoved {
  VINHDANH_EVENT("second_factor_removed");
  VINHDANH_MEMBERS()
};
struct TokenCreated {
  VINHDANH_EVENT("token_created");
  AppointmentId appointment;
  Instant expires;
  VINHDANH_MEMBERS(appointment, expires)
};
/// Asked for by one person; another grants or refuses it.
struct AppointmentRequested {
  VINHDANH_EVENT("appointment_requested");
  Appointment appointment;
  VINHDANH_MEMBERS(appointment)
};
struct AppointmentRefused {
  VINHDANH_EVENT("appointment_refused");
  AppointmentId appointment;
  VINHDANH_MEMBERS(appointment)
};
struct AppointmentGranted {
  VINHDANH_EVENT("appointment_granted");
  Appointment appointment;
  VINHDANH_MEMBERS(appointment)
};
struct AppointmentEnded {
  VINHDANH_EVENT("appointment_ended");
  AppointmentId appointment;
  Date last_day;
  VINHDANH_MEMBERS(appointment, last_day)
};

// Definition stream (id is the definition's id).
struct DefinitionAdded {
  VINHDANH_EVENT("definition_added");
  DefinitionRef definition;
  VINHDANH_MEMBERS(definition)
};
/// By one person; another activates it.
struct DefinitionActivationRequested {
  VINHDANH_EVENT("definition_activation_requested");
  DefinitionRef definition;
  VINHDANH_MEMBERS(definition)
};
struct DefinitionActivated {
  VINHDANH_EVENT("definition_activated");
  DefinitionRef definition;
  VINHDANH_MEMBERS(definition)
};

// Duty stream.
struct DutyAssigned {
  VINHDANH_EVENT("duty_assigned");
  DutyTask task;
  VINHDANH_MEMBERS(task)
};
struct DutyDone {
  VINHDANH_EVENT("duty_done");
  PaperEntry paper;
  std::optional<PersonalRef> note;
  VINHDANH_MEMBERS(paper, note)
};
struct DutyReopened {
  VINHDANH_EVENT("duty_reopened");
  PersonalRef reason;
  VINHDANH_MEMBERS(reason)
};

struct EventTypes {
  using Variant = std::variant<DossierOpened, PaperAttached, DossierSubmitted, DossierResubmitted, EndorsementCarried,
                               DossierRecalled, DossierWithdrawn, DossierReceived, CriteriaAttested, OpinionGiven,
                               DossierRanked, ActionProposed, DossierForwarded, DossierReturned,
                               DossierFoundIneligible, AwardApproved, AwardDeclined, DossierSigned, DossierAwarded,
                               ResultRecorded, CorrectionRecorded, CorrectionConfirmed, DossierLapsed,
                               NotAwardedNotified, PlaceReserved, PlaceConsumed, PlaceReleased, SubmissionOpened,
                               SubmissionPaperAttached, SubmissionSent, OccasionOpened, OccasionClosed, DecisionOpened,
                               DecisionJoined, DecisionSigned, DecisionNumbered, AccountAdded, AccountDisabled,
                               TokenCreated, AppointmentGranted, AppointmentEnded, DefinitionAdded,
                               DefinitionActivated, DossierClaimed, DossierReleased, DossierAssigned,
                               DossierRemovedFromDecision, DossierHeld, HoldLifted, CommentAdded, DecisionLeft,
                               AccountEnabled, AddressSet, PasswordSet, SecondFactorEnrolled, SecondFactorRemoved,
                               AppointmentRequested, AppointmentRefused, DefinitionActivationRequested, DutyAssigned,
                               DutyDone, DutyReopened>;
};
extern template class OneOf<EventTypes>;
using EventBody = OneOf<EventTypes>;

#undef VINHDANH_EVENT

/// A fact with who, when and where; not yet sealed into its stream. `from` and `to` are set on a dossier's own events.
struct Event {
  StreamKind stream = StreamKind::dossier;
  std::string stream_id;
  std::string id;
  Instant at;
  Actor actor;
  std::optional<DefinitionRef> definition;
  std::optional<Phase> from;
  std::optional<Phase> to;
  EventBody body;
};

/// An event in its chain. `bytes` are the canonical JSON that was hashed; `prev` is the hash of event n-1 (the genesis for 0).
struct SealedEvent {
  Event event;
  std::int64_t n = 0;
  std::string prev;
  std::string hash;
  std::string bytes;
};

}  // namespace vinhdanh
