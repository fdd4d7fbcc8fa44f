// Verdicts per criterion and the answer they add up to.
#include "engine/eligibility/eligibility.hpp"

#include "engine/eligibility/predicate.hpp"

namespace vinhdanh {
namespace {

using enum CriterionVerdict;

bool may_not_apply(const Criterion& criterion) { return criterion.applies_to || criterion.optional; }

void judge_by_attestation(CriterionFinding& finding, const AttestationEntry* entry) {
  const Criterion& criterion = *finding.criterion;
  if (entry) finding.reason = entry->reason;
  if (entry && entry->value == Attestation::met) {
    finding.verdict = met;
  } else if (entry && entry->value == Attestation::not_met) {
    finding.verdict = not_met;
  } else if (entry && may_not_apply(criterion) && !entry->reason.empty()) {
    finding.verdict = not_applicable;
  } else {
    finding.verdict = unknown;
    finding.attestation_missing = true;
  }
}

void judge_by_figures(CriterionFinding& finding, const AttestationEntry* entry, const PlanSettings& settings,
                      const Figures& figures, const FigureChecks& checks) {
  const Criterion& criterion = *finding.criterion;
  if (entry && entry->value == Attestation::not_applicable && may_not_apply(criterion) && !entry->reason.empty()) {
    finding.verdict = not_applicable;
    finding.reason = entry->reason;
    return;
  }
  PredicateResult result = evaluate(*criterion.predicate, settings, figures, checks);
  finding.verdict = result.verdict;
  finding.figures = std::move(result.figures);
  finding.failing_years = std::move(result.failing_years);
  finding.derived = std::move(result.derived);
  finding.missing = std::move(result.missing);
}

CriterionFinding judge(const Criterion& criterion, const PlanSettings& settings, const Figures& figures,
                       const Attestations& attestations, const FigureChecks& checks) {
  CriterionFinding finding{.criterion = &criterion};
  const auto attested = attestations.find(criterion.id);
  const AttestationEntry* entry = attested == attestations.end() ? nullptr : &attested->second;
  if (criterion.predicate) {
    judge_by_figures(finding, entry, settings, figures, checks);
  } else {
    judge_by_attestation(finding, entry);
  }
  const bool left_out = criterion.optional && finding.verdict == unknown;
  finding.counts = criterion.effect == CriterionEffect::ground && !left_out;
  return finding;
}

std::optional<bool> all_hold(const std::vector<CriterionFinding>& findings) {
  bool complete = true;
  for (const CriterionFinding& finding : findings) {
    if (!finding.counts) continue;
    if (finding.verdict == not_met) return false;
    complete = complete && finding.verdict != unknown;
  }
  if (!complete) return std::nullopt;
  return true;
}

/// One that is met is enough; none fails them all before each has failed or does not apply. When none applies, nothing
/// speaks for the nominee or against.
std::optional<bool> one_holds(const std::vector<CriterionFinding>& findings) {
  bool asked = false;
  bool failed = false;
  bool complete = true;
  for (const CriterionFinding& finding : findings) {
    if (!finding.counts) continue;
    if (finding.verdict == met) return true;
    asked = true;
    failed = failed || finding.verdict == not_met;
    complete = complete && finding.verdict != unknown;
  }
  if (!asked) return true;
  if (!complete || !failed) return std::nullopt;
  return false;
}

}  // namespace

std::vector<const CriterionFinding*> EligibilityReport::warnings() const {
  std::vector<const CriterionFinding*> list;
  for (const CriterionFinding& finding : findings) {
    if (finding.criterion->effect == CriterionEffect::warning && finding.verdict == not_met) list.push_back(&finding);
  }
  return list;
}

EligibilityReport check_eligibility(const SubjectCategory& category, const PlanSettings& settings,
                                    const Figures& figures, const Attestations& attestations,
                                    const FigureChecks& checks) {
  EligibilityReport report;
  for (const Criterion& criterion : category.criteria) {
    report.findings.push_back(judge(criterion, settings, figures, attestations, checks));
  }
  const bool any = category.reading == CriteriaReading::any;
  report.meets_criteria = any ? one_holds(report.findings) : all_hold(report.findings);
  report.sets_no_criterion = category.criteria.empty();
  return report;
}

}  // namespace vinhdanh
