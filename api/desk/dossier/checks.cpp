// What is checked is on record already: no command is decided for it.
#include "api/desk/dossier/checks.hpp"

#include "engine/decide/on_record.hpp"

namespace vinhdanh {

std::vector<CheckedPaper> checked_papers(const Case& it) {
  std::vector<CheckedPaper> papers;
  const auto* form = it.rules.plan.award_form(it.dossier.form);
  if (form == nullptr) return papers;
  for (const auto& required : form->papers) papers.push_back({&required, is_there(required, it.dossier, it.facts.submission)});
  return papers;
}

std::optional<EligibilityReport> checked_criteria(const Case& it, const Attestations& attestations) {
  const auto* category = it.rules.plan.category(it.dossier.category);
  if (category == nullptr) return std::nullopt;
  return check_eligibility(*category, it.rules.plan.settings, it.facts.content.figures, attestations,
                           {day_of_sending(it.facts.submission, it.facts.now.legal_date()), it.rules.plan.figures});
}

CheckCounts counted_checks(const std::vector<CheckedPaper>& papers, const std::optional<EligibilityReport>& criteria) {
  CheckCounts counts;
  if (criteria) counts = count_checks(*criteria);
  for (const auto& [requirement, present] : papers) {
    if (is_due_at_sending(*requirement)) ++(present ? counts.met : counts.not_met);
  }
  return counts;
}

Json counts_json(const CheckCounts& counts) {
  return {{"met", counts.met}, {"to_look_over", counts.to_look_over}, {"not_met", counts.not_met}};
}

}  // namespace vinhdanh
