// A paper that was superseded stands nowhere.
#include "engine/decide/on_record.hpp"

#include <algorithm>

namespace vinhdanh {

bool is_due_at_sending(const PaperRequirement& required) { return required.required_at == "submit"; }

bool is_there(const PaperRequirement& required, const Dossier& dossier, const Submission& submission) {
  const auto& papers = required.level == PaperLevel::submission ? submission.papers : dossier.papers;
  return std::ranges::any_of(papers, [&](const PaperEntry& paper) { return paper.slot == required.slot && !paper.superseded; });
}

Attestations recorded_attestations(const Dossier& dossier) {
  Attestations made;
  for (const AttestedCriterion& entry : dossier.attestations) {
    made[entry.criterion] = {entry.value, entry.reason ? entry.reason->id : ""};
  }
  return made;
}

}  // namespace vinhdanh
