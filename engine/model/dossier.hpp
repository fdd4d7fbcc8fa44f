/// The things people act on: dossier, submission, occasion, decision. Each is the fold of its events; no names in them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/actor.hpp"
#include "engine/model/basics.hpp"
#include "engine/model/members.hpp"
#include "engine/model/vocabulary.hpp"

namespace vinhdanh {

/// A pinned definition: bytes with this hash.
struct DefinitionRef {
  std::string id;
  int version = 1;
  std::string sha256;
  VINHDANH_MEMBERS(id, version, sha256)
};

struct PaperEntry {
  PaperId id;
  std::string slot;
  std::string commitment;   ///< hex SHA-256 over salt and the SHA-256 of the bytes
  PaperKind kind = PaperKind::scanned;
  std::string media_type;
  std::int64_t size = 0;    ///< bytes
  std::optional<StageId> stage;  ///< null: the unit's paper
  bool superseded = false;  ///< a newer paper stands in the same slot
  int frozen_before = 0;    ///< content versions frozen before it came: tells what a resubmission changed
  VINHDANH_MEMBERS(id, slot, commitment, kind, media_type, size, stage, superseded, frozen_before)
};

/// The frozen content: `hash` covers the content's commitment and those of the unit's papers; endorsements are bound to it.
struct FrozenContent {
  int version = 0;
  PersonalRef value;
  std::string hash;
  VINHDANH_MEMBERS(version, value, hash)
};

/// Days that do not count towards a limit; open while `to` is null.
struct Pause {
  Instant from;
  std::optional<Instant> to;
  VINHDANH_MEMBERS(from, to)
};

/// The time a stage has had: from its receipt, or from the arrival while it is not received. It pauses while the unit
/// repairs and while the dossier is on hold, and goes on when the dossier comes back to the same stage.
struct StageClock {
  StageId stage;
  Instant since;
  bool received = false;
  std::vector<Pause> pauses;
  VINHDANH_MEMBERS(stage, since, received, pauses)
};

/// Who sent last, and from where: null stage is the unit.
struct Sender {
  PersonId person;
  OfficeId office;
  std::optional<StageId> stage;
  bool resent = false;  ///< the unit's resubmission rather than its first sending
  bool took_place = false;  ///< this sending reserved the place (set by the `place_reserved` that follows it)
  std::optional<StageClock> clock;  ///< as it was before the sending: a recall brings it back
  VINHDANH_MEMBERS(person, office, stage, resent, took_place, clock)
};

struct CouncilMinutes {
  std::string number;
  std::optional<Date> date;
  int members_total = 0;
  int members_present = 0;
  int votes_for = 0;
  VINHDANH_MEMBERS(number, date, members_total, members_present, votes_for)
};

/// A stage's conclusion. `valid` turns false when the content changes outside the returned points.
struct Endorsement {
  StageId stage;
  PersonId person;
  OfficeId office;
  bool agrees = true;
  std::string content_hash;
  std::optional<PersonalRef> opinion;
  std::optional<CouncilMinutes> minutes;
  bool valid = true;
  std::optional<PersonId> behalf_of;  ///< the holder for whom a deputy signed: both have acted
  VINHDANH_MEMBERS(stage, person, office, agrees, content_hash, opinion, minutes, valid, behalf_of)
};

struct AttestedCriterion {
  std::string criterion;
  Attestation value = Attestation::met;
  std::optional<PersonalRef> reason;
  VINHDANH_MEMBERS(criterion, value, reason)
};

struct Opinion {
  StageId stage;
  std::string office_role;
  OfficeId office;
  PersonId person;
  bool agrees = true;
  PersonalRef text;
  VINHDANH_MEMBERS(stage, office_role, office, person, agrees, text)
};

struct Proposal {
  ProposalKind kind = ProposalKind::forward;
  PersonId person;
  std::optional<PersonalRef> text;
  std::optional<PersonId> behalf_of;
  VINHDANH_MEMBERS(kind, person, text, behalf_of)
};

/// One thing to repair. `pointer` is a JSON Pointer into the content ("/figures/yearly/mdp_rate/2024") or "/papers/<slot>".
struct ReturnPoint {
  std::string id;
  std::string code;
  std::string pointer;
  PersonalRef text;
  std::optional<PersonalRef> answer;
  bool open = true;
  VINHDANH_MEMBERS(id, code, pointer, text, answer, open)
};

/// A technical correction waits for the unit's confirmation.
struct PendingCorrection {
  std::string pointer;
  PersonalRef value;
  PersonId person;
  VINHDANH_MEMBERS(pointer, value, person)
};

enum class HoldState { reserved, consumed, released };
VINHDANH_NAMES(HoldState, "reserved", "consumed", "released");

struct QuotaHold {
  std::string key;
  HoldState state = HoldState::reserved;
  VINHDANH_MEMBERS(key, state)
};

/// What came of it: our own decision, or a result recorded from outside.
struct AwardResult {
  FormCode form;
  std::string authority;  ///< office role
  std::string number;
  std::optional<Date> date;
  VINHDANH_MEMBERS(form, authority, number, date)
};

struct NotAwardedNotice {
  OfficeId office;
  DocumentRef document;
  PersonalRef reason;
  VINHDANH_MEMBERS(office, document, reason)
};

/// Tạm dừng xem xét: a competent body verifies a complaint, inspects or investigates. Nothing advances meanwhile.
struct Hold {
  DocumentRef document;  ///< the competent body's
  Date review;           ///< when it is to be looked at again
  PersonalRef reason;
  PersonId person;
  Instant since;
  VINHDANH_MEMBERS(document, review, reason, person, since)
};

/// One nominee × award form × occasion.
struct Dossier {
  DossierId id;
  std::string code;  ///< HS-2025-00417
  SubmissionId submission;
  OccasionId occasion;
  DefinitionRef plan;
  OfficeId unit;
  std::string territory;
  FormCode form;
  SubjectKind subject_kind = SubjectKind::collective;
  std::string category;
  std::optional<std::string> external_ref;
  PersonId drafter;
  std::optional<PersonId> nominee_person;
  std::optional<OfficeId> nominee_office;

  Phase phase = Phase::drafting;
  std::optional<StageId> stage;        ///< the stage it is at, or will resume at while returned
  std::int64_t version = 0;            ///< n of the last event; the ETag
  std::optional<std::string> era;      ///< pinned at the first receipt
  std::optional<DefinitionRef> law;    ///< the version of the law that the era belongs to
  std::optional<Instant> entered;      ///< when it came to its phase and stage
  std::optional<FrozenContent> content;
  std::vector<PaperEntry> papers;
  std::optional<Sender> sender;
  std::vector<PersonId> submitters;    ///< everyone who signed and sent from the unit
  std::vector<Endorsement> endorsements;
  std::vector<AttestedCriterion> attestations;
  std::vector<Opinion> opinions;
  std::optional<Proposal> proposal;
  std::optional<int> rank;
  std::optional<StageId> returned_from;  ///< the stage that returned it, while its points are open or the resubmission is on its way
  std::vector<ReturnPoint> points;       ///< of the latest return
  std::optional<PendingCorrection> correction;
  std::optional<QuotaHold> quota;
  std::optional<DecisionId> decision;
  std::optional<FormCode> granted_form;  ///< set by approval; may be lower than `form`
  std::optional<AwardResult> result;
  std::optional<NotAwardedNotice> notice;
  std::optional<Instant> last_event;
  std::optional<PersonId> assignee;      ///< in the office that has it: who took it up, or was assigned it
  std::optional<Hold> hold;
  std::optional<StageClock> clock;       ///< of the stage it is at, or that returned it

  VINHDANH_MEMBERS(id, code, submission, occasion, plan, unit, territory, form, subject_kind, category, external_ref,
                   drafter, nominee_person, nominee_office, phase, stage, version, era, law, entered, content, papers,
                   sender, submitters, endorsements, attestations, opinions, proposal, rank, returned_from, points,
                   correction, quota, decision, granted_form, result, notice, last_event, assignee, hold, clock)
};

/// Tờ trình: one letter, one or many dossiers.
struct Submission {
  SubmissionId id;
  OccasionId occasion;
  OfficeId unit;
  std::optional<std::string> external_ref;
  std::optional<DocumentRef> letter;  ///< set at the first sending
  std::vector<PaperEntry> papers;
  std::int64_t version = 0;           ///< bumped by every act on one of its dossiers
  VINHDANH_MEMBERS(id, occasion, unit, external_ref, letter, papers, version)
};

struct Places {
  FormCode form;
  std::optional<SubjectKind> subject_kind;
  int limit = 0;
  VINHDANH_MEMBERS(form, subject_kind, limit)
};

/// Đợt xét: opened by a numbered document.
struct Occasion {
  OccasionId id;
  DefinitionRef plan;
  std::string territory;
  OfficeId office;            ///< the office that opened it
  MilestoneKind milestone = MilestoneKind::final_review;
  std::string name;
  DocumentRef document;
  std::vector<FormCode> forms;
  std::vector<Places> places;
  Date opens;
  Date receipt_deadline;
  bool open = true;
  std::optional<std::string> external_ref;
  std::int64_t version = 0;
  std::optional<Date> closes;  ///< last day; the day after it closes by itself. Null: by hand
  VINHDANH_MEMBERS(id, plan, territory, office, milestone, name, document, forms, places, opens, receipt_deadline,
                   open, external_ref, version, closes)
};

enum class DecisionState { open, signed_, numbered };
VINHDANH_NAMES(DecisionState, "open", "signed", "numbered");

/// Quyết định khen thưởng. Its dossiers are those whose `decision` is its id.
struct Decision {
  DecisionId id;
  OfficeId authority;          ///< the deciding office
  std::string authority_role;  ///< provincial_chairman, …
  FormCode form;
  OccasionId occasion;
  DecisionState state = DecisionState::open;
  std::optional<std::string> number;
  std::optional<Date> date;
  std::optional<PersonId> signer;
  std::optional<Capacity> signed_as;
  std::optional<std::string> external_ref;
  std::int64_t version = 0;    ///< bumped by every dossier that joins
  VINHDANH_MEMBERS(id, authority, authority_role, form, occasion, state, number, date, signer, signed_as, external_ref,
                   version)
};

enum class DutyState { open, done };
VINHDANH_NAMES(DutyState, "open", "done");

/// A duty of a plan for one unit by one day: the unit's plan, a yearly report, an inspection. Late is derived, not kept.
struct DutyTask {
  std::string id;
  DefinitionRef plan;
  std::string duty;  ///< its id in the plan
  OfficeId unit;
  Date due;
  DutyState state = DutyState::open;
  std::optional<PaperEntry> paper;  ///< what was handed in
  std::optional<Instant> done_at;
  std::int64_t version = 0;
  VINHDANH_MEMBERS(id, plan, duty, unit, due, state, paper, done_at, version)
};

/// Places under one key: organisation / movement / occasion / form / kind.
struct QuotaState {
  std::string key;
  int limit = 0;
  int reserved = 0;
  int consumed = 0;
  std::vector<DossierId> holders;  ///< dossiers that hold a place, reserved or consumed
  VINHDANH_MEMBERS(key, limit, reserved, consumed, holders)
};

}  // namespace vinhdanh
