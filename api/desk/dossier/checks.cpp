// Criteria are judged by the content that the caller may read and by attestations with their reasons, which are personal values.
#include "api/desk/dossier/checks.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace vinhdanh {

namespace {

bool stands(const std::vector<PaperEntry>& papers, const std::string& slot) {
  return std::ranges::any_of(papers, [&](const PaperEntry& paper) { return paper.slot == slot && !paper.superseded; });
}

Attestations attestations_of(const Store& store, const Dossier& dossier) {
  std::vector<std::string> ids;
  for (const auto& entry : dossier.attestations) {
    if (entry.reason) ids.push_back(entry.reason->id);
  }
  const auto values = ids.empty() ? std::map<std::string, PersonalValue>{} : store.personal(ids);
  Attestations attestations;
  for (const auto& entry : dossier.attestations) {
    auto& made = attestations[entry.criterion];
    made.value = entry.value;
    if (!entry.reason) continue;
    const auto found = values.find(entry.reason->id);
    const auto text = found == values.end() ? Json() : Json::parse(found->second.value, nullptr, false);
    made.reason = text.is_string() ? text.get<std::string>() : "—";
  }
  return attestations;
}

}  // namespace

std::vector<CheckedPaper> checked_papers(const Case& it) {
  std::vector<CheckedPaper> papers;
  const auto* form = it.rules.plan.award_form(it.dossier.form);
  if (form == nullptr) return papers;
  for (const auto& required : form->papers) {
    const bool own = required.level == PaperLevel::dossier;
    papers.push_back({&required, stands(own ? it.dossier.papers : it.facts.submission.papers, required.slot)});
  }
  return papers;
}

std::optional<EligibilityReport> checked_criteria(const Deps& deps, const Case& it) {
  const auto* category = it.rules.plan.category(it.dossier.category);
  if (category == nullptr) return std::nullopt;
  return check_eligibility(*category, it.rules.plan.settings, it.facts.content.figures, attestations_of(deps.store, it.dossier),
                           {day_of_sending(it.facts.submission, it.facts.now.legal_date()), it.rules.plan.figures});
}

CheckCounts counted_checks(const std::vector<CheckedPaper>& papers, const std::optional<EligibilityReport>& criteria) {
  CheckCounts counts;
  if (criteria) counts = count_checks(*criteria);
  for (const auto& [requirement, present] : papers) {
    if (requirement->required_at == "submit") ++(present ? counts.met : counts.not_met);
  }
  return counts;
}

Json counts_json(const CheckCounts& counts) {
  return {{"met", counts.met}, {"to_look_over", counts.to_look_over}, {"not_met", counts.not_met}};
}

}  // namespace vinhdanh
