/// Whether a nominee meets the criteria of his category in the plan of the movement.
///
/// Only the movement's criteria are examined. The award's own standards ("tiêu chuẩn khen thưởng … theo quy định của
/// pháp luật") are not: no answer here may be shown as "eligible".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/definition/plan.hpp"
#include "engine/model/content.hpp"

namespace vinhdanh {

enum class CriterionVerdict { met, not_met, unknown, not_applicable };
VINHDANH_NAMES(CriterionVerdict, "met", "not_met", "unknown", "not_applicable");

/// A figure that a verdict rests on.
struct UsedFigure {
  std::string figure;
  std::optional<int> year;  ///< of a yearly series
  Decimal value;
  std::string source;       ///< the document that states it, in the unit's words
};

/// A figure that was not given, or not so that anything could rest on it. An absent year asks for the whole series, or
/// for a single figure.
struct MissingFigure {
  std::string figure;
  std::optional<int> year;
  bool unusable = false;  ///< given, but without its source or outside what such a figure can be
};

/// What was held against a threshold: a drop, a reduction, a value. Rounded towards zero to four decimals for people to read;
/// the verdict rests on the exact one.
struct DerivedValue {
  PredicateKind kind = PredicateKind::range;
  std::string figure;                    ///< the series, the figure now, or the single figure
  std::optional<int> year;
  Decimal value;
  std::optional<Comparison> comparison;  ///< none where bounds are inclusive
  std::optional<Decimal> threshold;      ///< of a range its lower bound
  std::optional<Decimal> maximum;        ///< of a range
  bool holds = false;
};

struct CriterionFinding {
  const Criterion* criterion = nullptr;  ///< borrowed from the category
  CriterionVerdict verdict = CriterionVerdict::unknown;
  std::vector<UsedFigure> figures;       ///< in the order examined, each once
  std::vector<DerivedValue> derived;     ///< in the order examined; of what was known
  std::vector<int> failing_years;        ///< ascending; only with not_met
  std::vector<MissingFigure> missing;    ///< only with unknown
  bool attestation_missing = false;      ///< unknown because nobody attested the bullet
  std::string reason;                    ///< the attestation's reason, when there is one
  /// True when the verdict can make the answer "no" or "unknown": a ground, and not an unattested optional bullet.
  bool counts = true;
};

struct EligibilityReport {
  std::vector<CriterionFinding> findings;  ///< one per criterion, in the plan's order
  /// By the category's reading: all bullets, or one of them. Nothing: unknown until figures or attestations are
  /// completed.
  std::optional<bool> meets_criteria;
  /// The category has no criteria: "the plan sets no criterion", which is not a refusal; `meets_criteria` is true.
  bool sets_no_criterion = false;

  /// The findings that only warn: criteria with effect `warning` that are not met.
  [[nodiscard]] std::vector<const CriterionFinding*> warnings() const;
};

/// What figures are held against besides the criteria; by default nothing.
struct FigureChecks {
  /// The day of sending. A series "before sending" must then reach the year before it (setting `latest_year`), and years
  /// after it do not count.
  std::optional<Date> as_of;
  /// The plan's figures with the bounds of what each can be.
  std::span<const FigureDefinition> definitions;
};

/// Judges every criterion of the category. `category` must outlive the report. A figure without source counts as missing.
///
/// A numeric criterion is judged by figures alone. `not_applicable` is accepted, with a reason, for a bullet that
/// limits itself (`applies_to`) or is optional; elsewhere it leaves the bullet unattested.
EligibilityReport check_eligibility(const SubjectCategory& category, const PlanSettings& settings,
                                    const Figures& figures, const Attestations& attestations,
                                    const FigureChecks& checks = {});

}  // namespace vinhdanh
