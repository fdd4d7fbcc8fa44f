/// Until when a stage's limit runs: working days from the start of its clock, without the days on which it stood still.
#pragma once

#include <optional>

#include "engine/definition/calendar.hpp"
#include "engine/definition/law.hpp"
#include "engine/definition/plan.hpp"
#include "engine/model/dossier.hpp"

namespace vinhdanh {

/// The limit that a stage states itself, or by the code of a rule of the era.
struct StageLimit {
  int working_days = 0;
  Source source;
};
/// Null when neither states one.
std::optional<StageLimit> limit_of(const Stage& stage, const Era& era);

struct StageDue {
  StageLimit limit;
  int elapsed = 0;             ///< working days used up, today's included
  bool paused = false;         ///< with the unit for repair, or on hold: `due` is null
  std::optional<Date> due;     ///< the day at whose end the limit passes; null while paused or beyond the calendar
  bool overdue = false;
  Confidence confidence = Confidence::confirmed;  ///< the weakest of the calendar's years touched
};

/// Of the stage the dossier is at, or that returned it. Null when the dossier is final or with the unit for the first
/// time, or when the stage has no limit. `era` is the dossier's pinned one, or that of `today` before its first receipt.
std::optional<StageDue> stage_due(const Dossier& dossier, const Plan& plan, const Era& era, const Calendar& calendar,
                                  Date today);

/// Working days that the clock had by the end of `last`, without those on which it stood still.
int days_had(const StageClock& clock, const Calendar& calendar, Date last);

/// Working days after `today` up to `due`: 0 on the day itself, below 0 by those after `due` up to `today`. Nothing where
/// the calendar does not reach.
std::optional<int> days_left(const Calendar& calendar, Date today, Date due);

}  // namespace vinhdanh
