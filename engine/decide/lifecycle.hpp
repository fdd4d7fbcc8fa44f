/// The port through which the engine asks the transition table of a dossier's life.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "engine/model/vocabulary.hpp"
#include "engine/refusal/refusal.hpp"

namespace vinhdanh {

/// Which row: questions about the case and the payload that are mutually exclusive between rows of one phase and command.
enum class Selector {
  sent_first_by_unit, resent_by_unit, sent_by_office,   // recall
  goes_to_unit, goes_to_stage,                           // return
  approved_last, approved_on_the_way, not_approved,      // record_result
  still_open,                                            // hold, lift_hold: not in a final phase
};
VINHDANH_NAMES(Selector, "sent_first_by_unit", "resent_by_unit", "sent_by_office", "goes_to_unit", "goes_to_stage",
               "approved_last", "approved_on_the_way", "not_approved", "still_open");

/// Why not: each requirement is the denial of exactly one reason, and is named after it in the table's guards.
using Requirement = Reason;

/// The fact that a row records. The engine turns it into events.
enum class Fact {
  content_edited, paper_attached, submitted, resubmitted, recalled, withdrawn, received, attested, opinion_given,
  ranked, proposed, forwarded, forwarded_disagreeing, returned, found_ineligible, approved, approved_lower, declined,
  signed_, awarded, result_recorded, correction_recorded, correction_confirmed, lapsed, notified,
  claimed, released, assigned, removed_from_decision, held, hold_lifted, commented,
};
VINHDANH_NAMES(Fact, "content_edited", "paper_attached", "submitted", "resubmitted", "recalled", "withdrawn",
               "received", "attested", "opinion_given", "ranked", "proposed", "forwarded", "forwarded_disagreeing",
               "returned", "found_ineligible", "approved", "approved_lower", "declined", "signed", "awarded",
               "result_recorded", "correction_recorded", "correction_confirmed", "lapsed", "notified", "claimed",
               "released", "assigned", "removed_from_decision", "held", "hold_lifted", "commented");

/// What the guards may ask. Answers are pure: the same question gets the same answer throughout one step.
class Circumstances {
 public:
  virtual ~Circumstances() = default;
  [[nodiscard]] virtual bool selects(Selector selector) const = 0;
  /// True when the reason does NOT hold, i.e. the requirement is met.
  [[nodiscard]] virtual bool meets(Requirement requirement) const = 0;
};

/// The row was taken.
struct Stepped {
  Phase to;
  Fact fact;
};
/// A row was selected and these requirements are lacking, in order of precedence.
struct Lacking {
  std::vector<Requirement> requirements;
};
/// No row for this phase and command, or none selected.
struct NoRow {};

using StepResult = std::variant<Stepped, Lacking, NoRow>;

/// One row of the table, for documents, checks and `permitted`.
struct TableRow {
  Phase from;
  Command command;
  std::vector<Selector> selectors;
  std::vector<Requirement> requirements;
  Fact fact;
  Phase to;
};

class Lifecycle {
 public:
  virtual ~Lifecycle() = default;
  [[nodiscard]] virtual StepResult step(Phase phase, Command command, const Circumstances& circumstances) const = 0;
  [[nodiscard]] virtual const std::vector<TableRow>& rows() const = 0;
};

}  // namespace vinhdanh
