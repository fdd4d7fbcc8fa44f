/// What of a dossier is on record, as its checks read it: papers and attestations.
#pragma once

#include "engine/definition/plan.hpp"
#include "engine/model/dossier.hpp"

namespace vinhdanh {

/// Whether the paper must be there before the dossier leaves the unit; else before it leaves a stage.
bool is_due_at_sending(const PaperRequirement& required);

/// Whether one stands in its slot, of the letter or of the dossier as the requirement says.
bool is_there(const PaperRequirement& required, const Dossier& dossier, const Submission& submission);

/// As the check of criteria reads them. The words of a reason are kept apart, so a mark stands for them.
Attestations recorded_attestations(const Dossier& dossier);

}  // namespace vinhdanh
