/// A dossier's line in inboxes and lists: where it waits, for whom, until when. A projection, rebuilt from state and rules.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/dossier.hpp"

namespace vinhdanh {

/// `office`, `hand` and `due` also depend on the day (an office's holder changes, limits follow the calendar); they are
/// computed anew when a day begins. Personal: `words`.
struct ListEntry {
  DossierId id;
  std::int64_t version = 0;  ///< of the dossier it was computed from: an older one never replaces a newer
  std::string code;
  SubmissionId submission;
  OccasionId occasion;
  std::optional<DecisionId> decision;
  std::string plan;      ///< id
  OfficeId unit;
  std::string territory;
  FormCode form;
  SubjectKind subject_kind = SubjectKind::collective;
  std::string category;
  std::optional<std::string> external_ref;
  Phase phase = Phase::drafting;
  std::optional<StageId> stage;
  std::optional<OfficeId> office;   ///< whose turn it is today; null when final
  std::string hand;                 ///< receive, propose, send, unit, confirm, sign, number, record; empty when final
  std::vector<std::string> roles;   ///< stored names of the roles that may take that step
  std::optional<PersonId> assignee;
  bool reserved = false;            ///< the assignee has this step to himself; else a colleague may act beside him
  std::optional<Date> due;          ///< last day of the stage's limit; null: none, paused, or final
  bool held = false;
  Instant entered;
  Instant changed;                  ///< of the last event
  /// Who else may see it and how he is concerned, by the rules of the desk's scope: "stage:<office>", "acted:<office>", …
  std::vector<std::string> marks;
  /// What a search finds it by, folded (no marks, lower case): code, nominee, unit. Null: keep what is stored.
  std::optional<std::string> words;
  /// The stages that it has passed and its returns, each behind a space: " review=3/10 review! decide=0/-" is working days
  /// spent and allowed. Written after what is stored, or in its place when these are all.
  std::string passes;
  bool all_passes = false;
};

}  // namespace vinhdanh
