/// What the independent walker keeps of a dossier: its own small state, folded from events without the engine's fold.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/model/events.hpp"

namespace vinhdanh {

struct WalkedEndorsement {
  PersonId person;
  OfficeId office;
  std::string hash;  ///< the content it speaks of
  bool agrees = true;
  bool valid = true;
  std::optional<PersonId> behalf_of;  ///< the holder for whom a deputy signed: both have acted
};

struct WalkedSender {
  OfficeId office;
  std::optional<StageId> stage;  ///< null: the unit
  bool resent = false;
};

/// Before the first event `phase` is empty.
struct Walked {
  std::optional<Phase> phase;
  std::optional<StageId> stage;
  std::int64_t last_n = -1;
  Instant last_at;

  DefinitionRef plan;
  OfficeId unit;
  OccasionId occasion;
  FormCode form;
  SubjectKind subject_kind = SubjectKind::collective;
  std::optional<std::string> era;
  PersonId drafter;
  std::optional<PersonId> nominee_person;
  std::optional<OfficeId> nominee_office;

  int content_version = 0;
  std::string content_hash;
  std::vector<PaperId> papers;
  std::set<PersonId> submitters;
  std::optional<WalkedSender> sender;
  std::map<StageId, WalkedEndorsement> endorsements;  ///< the latest of each stage
  std::map<std::string, Attestation> attestations;
  std::optional<ProposalKind> proposal;
  std::optional<PersonId> proposer;
  std::optional<PersonId> proposed_for;  ///< the holder for whom a deputy proposed
  std::optional<int> rank;
  std::optional<StageId> returned_from;
  std::map<std::string, std::string> points;  ///< of the latest return to the unit: id → pointer
  std::set<std::string> open_points;
  std::optional<std::string> correction;      ///< pointer of the one that waits
  std::optional<QuotaHold> hold;
  std::optional<DecisionId> decision;
  std::optional<OfficeId> deciding_office;
  std::optional<FormCode> granted_form;
  std::optional<AwardResult> result;
  bool notified = false;
  bool on_hold = false;
  bool left_decision = false;  ///< by the last act: its place may be freed though it was used
};

}  // namespace vinhdanh
