/// Where a case stands: the dossier and the payload beside the stage, offices and rules they fall under.
#pragma once

#include <optional>
#include <vector>

#include "engine/decide/decide.hpp"

namespace vinhdanh::detail {

/// One question put to the engine. Borrows everything; lives for one call.
struct Case {
  const Dossier& dossier;
  const Payload& payload;
  const Facts& facts;
  const Rules& rules;
  Phase phase;
  const Stage* stage;  ///< null while it is a first draft
  Date today;
  const AwardForm& form;  ///< an empty one when the plan lacks it
  const Route& route;
  OfficeId unit;                   ///< the dossier's unit, or its successor today
  std::optional<OfficeId> office;  ///< that holds the stage today

  Case(const Dossier& dossier, const Payload& payload, const Facts& facts, const Rules& rules);
  /// The same question as if the dossier stood there.
  [[nodiscard]] Case standing_at(Phase other_phase, const Stage& other_stage) const;
  [[nodiscard]] std::optional<OfficeId> holder(const std::string& office_role) const;
  [[nodiscard]] Command command() const { return command_of(payload); }
};

/// The unit has the dossier on its desk.
constexpr bool is_with_unit(Phase phase) { return phase == Phase::drafting || phase == Phase::returned; }

/// Place of a stage in its route, from 0; the number of stages when it is not there.
std::size_t place_of(const Route& route, const StageId& stage);
const Stage* stage_of(const Route& route, const std::optional<StageId>& stage);
bool is_last(const Route& route, const Stage& stage);

/// An endorsement of this stage that holds for the content as it is now.
bool is_endorsed(const Dossier& dossier, const StageId& stage);

/// Where a forwarded dossier goes: the next stage, or straight to the stage that had returned it when all between have
/// spoken.
StageId next_stop(const Case& asked);
/// Where a resubmitted dossier goes, given its endorsements after the resubmission: the stage that returned it, or the
/// first mandatory stage before that must speak (again).
StageId resuming_stop(const Dossier& resubmitted, const Route& route);

/// What may be given here instead of the form that was put forward: the lower ones that this stage's office role decides.
std::vector<FormCode> lower_forms_here(const Case& asked);

/// The decision that the payload names or the dossier is in, if it is known.
const Decision* named_decision(const Case& asked);

/// A place is held, reserved or consumed.
bool holds_place(const Dossier& dossier);

/// A text of nothing but spaces counts as missing.
bool is_blank(const std::string& text);

}  // namespace vinhdanh::detail
