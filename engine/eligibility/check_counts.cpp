// Goes by what each verdict can still do to the answer, not by its name alone.
#include "engine/eligibility/check_counts.hpp"

namespace vinhdanh {
namespace {

using enum CriterionVerdict;

/// Whether a criterion that is not met leaves the answer as it is; only where one of them is enough it can.
bool another_serves(const EligibilityReport& report, CriterionVerdict verdict) {
  return report.meets_criteria == true || (!report.meets_criteria && verdict == not_met);
}

}  // namespace

CheckCounts count_checks(const EligibilityReport& report) {
  CheckCounts counts;
  for (const auto& finding : report.findings) {
    if (finding.verdict == not_applicable) continue;
    if (finding.verdict == met) {
      ++counts.met;
    } else if (finding.criterion->effect == CriterionEffect::warning) {
      ++counts.to_look_over;
    } else if (finding.counts && !another_serves(report, finding.verdict)) {
      ++(finding.verdict == unknown ? counts.to_look_over : counts.not_met);
    }
  }
  return counts;
}

}  // namespace vinhdanh
