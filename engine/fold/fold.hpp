/// State is the fold of events. `apply` cannot fail: every event of a stream was accepted when it was written.
#pragma once

#include <span>

#include "engine/model/events.hpp"

namespace vinhdanh {

/// Applies one event of the dossier's own stream; `n` is its place, which becomes the version.
void apply(Dossier& dossier, const Event& event, std::int64_t n);
void apply(Submission& submission, const Event& event);
void apply(Occasion& occasion, const Event& event);
void apply(Decision& decision, const Event& event);
void apply(DutyTask& task, const Event& event);

/// The dossier as of the last event given (the first must be `dossier_opened`).
Dossier fold_dossier(std::span<const SealedEvent> events);

}  // namespace vinhdanh
