// The verdicts on criteria as the API shows them.
#include "api/desk/dossier/findings_json.hpp"

#include <algorithm>

#include "api/desk/dossier/views.hpp"
#include "engine/eligibility/check_outcome.hpp"

namespace vinhdanh {

namespace {

/// What the plan calls the figure, and its unit.
void add_name(std::span<const FigureDefinition> definitions, const std::string& id, Json& json) {
  const auto found = std::ranges::find(definitions, id, &FigureDefinition::id);
  if (found == definitions.end()) return;
  json["name"] = found->name;
  if (!found->unit.empty()) json["unit"] = found->unit;
}

Json derived_json(std::span<const FigureDefinition> definitions, const std::vector<DerivedValue>& values) {
  auto list = Json::array();
  for (const auto& it : values) {
    Json json{{"kind", name_of(it.kind)}, {"figure", it.figure}, {"value", it.value.text()}, {"holds", it.holds}};
    add_name(definitions, it.figure, json);
    if (it.year) json["year"] = *it.year;
    if (it.comparison) json["comparison"] = name_of(*it.comparison);
    if (it.threshold) json["threshold"] = it.threshold->text();
    if (it.maximum) json["maximum"] = it.maximum->text();
    list.push_back(std::move(json));
  }
  return list;
}

Json used_json(std::span<const FigureDefinition> definitions, const std::vector<UsedFigure>& figures) {
  auto list = Json::array();
  for (const auto& figure : figures) {
    Json json{{"figure", figure.figure}, {"value", figure.value.text()}, {"source", figure.source}};
    add_name(definitions, figure.figure, json);
    if (figure.year) json["year"] = *figure.year;
    list.push_back(std::move(json));
  }
  return list;
}

Json missing_json(std::span<const FigureDefinition> definitions, const std::vector<MissingFigure>& figures) {
  auto list = Json::array();
  for (const auto& figure : figures) {
    Json json{{"figure", figure.figure}};
    add_name(definitions, figure.figure, json);
    if (figure.year) json["year"] = *figure.year;
    list.push_back(std::move(json));
  }
  return list;
}

Json finding_json(std::span<const FigureDefinition> definitions, const EligibilityReport& report,
                  const CriterionFinding& finding) {
  const auto& criterion = *finding.criterion;
  Json json{{"criterion", criterion.id},
            {"text", criterion.text},
            {"kind", name_of(criterion.kind)},
            {"effect", name_of(criterion.effect)},
            {"optional", criterion.optional},
            {"verdict", name_of(finding.verdict)},
            {"counts", finding.counts},
            {"attestation_missing", finding.attestation_missing},
            {"failing_years", finding.failing_years}};
  json["figures"] = used_json(definitions, finding.figures);
  json["derived"] = derived_json(definitions, finding.derived);
  json["missing"] = missing_json(definitions, finding.missing);
  json["source"] = source_json(criterion.source);
  if (const auto outcome = outcome_of(report, finding)) json["outcome"] = name_of(*outcome);
  if (!finding.reason.empty()) json["reason"] = finding.reason;
  return json;
}

}  // namespace

Json report_json(const EligibilityReport& report, std::span<const FigureDefinition> definitions) {
  auto findings = Json::array();
  for (const auto& finding : report.findings) findings.push_back(finding_json(definitions, report, finding));
  Json json{{"sets_no_criterion", report.sets_no_criterion},
            {"findings", std::move(findings)},
            {"warnings", report.warnings().size()}};
  json["meets_criteria"] = report.meets_criteria ? Json(*report.meets_criteria) : Json(nullptr);
  return json;
}

}  // namespace vinhdanh
