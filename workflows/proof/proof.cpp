// All checks of a plan, one after another.
#include "workflows/proof/proof.hpp"

#include <algorithm>

#include "workflows/proof/findings.hpp"

namespace vinhdanh {
namespace detail {

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + quoted(word);
  return text;
}

std::vector<const Era*> eras_of(const Plan& plan, const Law& law) {
  std::vector<const Era*> eras;
  for (const Era& era : law.eras) {
    const bool over = era.to && *era.to < plan.period.from;
    const bool not_yet = era.from && plan.period.to < *era.from;
    if (!over && !not_yet && era.rules_known) eras.push_back(&era);
  }
  return eras;
}

}  // namespace detail

std::vector<ProofFault> prove(const Plan& plan, const ProofBasis& basis) {
  detail::ProofFindings findings;
  detail::check_references(plan, basis.organisation, findings);
  detail::check_offers(plan, findings);
  detail::check_authorities(plan, basis.law, findings);
  detail::check_places(plan, findings);
  detail::check_hands(plan, findings);
  detail::check_paths(plan, basis.table, findings);
  detail::check_waits(plan, basis.law, findings);
  return std::move(findings.list());
}

}  // namespace vinhdanh
