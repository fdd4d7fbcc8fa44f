// Goes by what each verdict can still do to the answer, not by its name alone.
#include "engine/eligibility/check_outcome.hpp"

namespace vinhdanh {
namespace {

using enum CriterionVerdict;

/// Whether a criterion that is not met leaves the answer as it is; only where one of them is enough it can.
bool another_serves(const EligibilityReport& report, CriterionVerdict verdict) {
  return report.meets_criteria == true || (!report.meets_criteria && verdict == not_met);
}

}  // namespace

std::optional<CheckOutcome> outcome_of(const EligibilityReport& report, const CriterionFinding& finding) {
  if (finding.verdict == not_applicable) return std::nullopt;
  if (finding.verdict == met) return CheckOutcome::met;
  if (finding.criterion->effect == CriterionEffect::warning) return CheckOutcome::to_look_over;
  if (!finding.counts || another_serves(report, finding.verdict)) return std::nullopt;
  return finding.verdict == unknown ? CheckOutcome::to_look_over : CheckOutcome::not_met;
}

CheckCounts count_checks(const EligibilityReport& report) {
  CheckCounts counts;
  for (const auto& finding : report.findings) {
    const auto outcome = outcome_of(report, finding);
    if (outcome == CheckOutcome::met) ++counts.met;
    if (outcome == CheckOutcome::to_look_over) ++counts.to_look_over;
    if (outcome == CheckOutcome::not_met) ++counts.not_met;
  }
  return counts;
}

}  // namespace vinhdanh
