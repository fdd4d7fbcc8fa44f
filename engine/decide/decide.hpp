/// The decision: a pure function from a case, a command and facts to a change or a refusal.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/decide/change.hpp"
#include "engine/decide/lifecycle.hpp"
#include "engine/decide/payload.hpp"
#include "engine/definition/calendar.hpp"
#include "engine/definition/law.hpp"
#include "engine/definition/organisation.hpp"
#include "engine/definition/plan.hpp"
#include "engine/model/content.hpp"
#include "engine/ports/fresh.hpp"
#include "engine/refusal/refusal.hpp"

namespace vinhdanh {

/// The rules in force for a case; borrowed, never owned. `law_ref` is what a first receipt pins.
struct Rules {
  const Plan& plan;
  const Law& law;
  const Organisation& organisation;
  const Lifecycle& lifecycle;
  DefinitionRef law_ref;
};

/// A place question the store answered before `decide`: one per quota key that the command may touch.
struct QuotaFacts {
  std::vector<QuotaState> states;
  [[nodiscard]] const QuotaState* find(const std::string& key) const;
};

/// Everything the decision may know besides the dossier itself.
struct Facts {
  Instant now;
  Actor actor;
  Submission submission;
  Occasion occasion;
  std::optional<Decision> decision;       ///< the one the payload names, or the dossier's own
  std::vector<Decision> open_decisions;   ///< of the stage's office and occasion, for `permitted`
  Content content;                        ///< workspace while with the unit, else the frozen content
  std::optional<Content> frozen;          ///< the last frozen content, for the difference at resubmission
  QuotaFacts quota;
  std::vector<std::pair<int, DossierId>> ranks;  ///< ranks taken in this occasion, form, kind and stage
  std::vector<DossierId> same_nomination;        ///< other live dossiers of this nominee, form and movement
  std::vector<PersonId> own_people;              ///< persons with a business role in the unit today
  std::optional<std::string> correction;         ///< the personal value that waits for confirmation: its canonical JSON
  std::int64_t workspace_version = 0;            ///< of the workspace that a confirmed correction replaces
  std::vector<PersonId> office_people;           ///< with a hand of the stage, in the office that holds it, today
  bool number_taken = false;                     ///< the payload's number is in the authority's register of that year
};

/// The keys whose state `decide` will want for this dossier: its form's and those of its lower forms. Empty without quotas.
std::vector<std::string> quota_keys(const Dossier& dossier, const Occasion& occasion, const Rules& rules, Date today);

/// Decides one command on one dossier. Draws ids and salts from `fresh`. The change holds the dossier's guard, events,
/// next snapshot, quota moves and personal values; the caller adds the kept answer.
std::variant<Change, Refusal> decide(const Dossier& dossier, const Payload& payload, const Facts& facts,
                                     const Rules& rules, Fresh& fresh);

/// One value that the payload may take: a stage, a form, a decision, a proposal kind, an outcome, a criterion, a paper slot.
struct Choice {
  std::string member;  ///< member of the payload: to_stage, form, decision, kind, approved, grounds, points
  std::string value;   ///< empty for "to the unit"
  bool allowed = false;
  std::vector<RefusalReason> reasons;  ///< why this choice is not
};

struct Permission {
  Command command = Command::submit;
  bool allowed = false;
  std::vector<RefusalReason> reasons;  ///< the payload-independent reasons of the real attempt
  std::vector<Choice> choices;         ///< the payload's domain; empty when any well-formed payload does
};

/// Every command, allowed exactly when some payload of its domain would be accepted.
std::vector<Permission> permitted(const Dossier& dossier, const Facts& facts, const Rules& rules);

/// The day that "before sending" is counted from: that of the submission's letter, or today while there is none.
Date day_of_sending(const Submission& submission, Date today);

/// The words on screen for where a dossier stands ("Đang thẩm định"): by phase; at a stage the
/// plan's own, with the code `with_<office role>`, or else by its kind.
struct VisibleState {
  std::string code;
  std::string vi;
  std::string en;
};
VisibleState visible_state(const Dossier& dossier, const Plan& plan);

}  // namespace vinhdanh
