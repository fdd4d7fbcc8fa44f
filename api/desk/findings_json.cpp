// The verdicts on criteria as the API shows them.
#include "api/desk/findings_json.hpp"

#include "api/desk/views.hpp"

namespace vinhdanh {

namespace {

Json used_json(const std::vector<UsedFigure>& figures) {
  auto list = Json::array();
  for (const auto& figure : figures) {
    Json json{{"figure", figure.figure}, {"value", figure.value.text()}, {"source", figure.source}};
    if (figure.year) json["year"] = *figure.year;
    list.push_back(std::move(json));
  }
  return list;
}

Json missing_json(const std::vector<MissingFigure>& figures) {
  auto list = Json::array();
  for (const auto& figure : figures) {
    Json json{{"figure", figure.figure}};
    if (figure.year) json["year"] = *figure.year;
    list.push_back(std::move(json));
  }
  return list;
}

Json finding_json(const CriterionFinding& finding) {
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
  json["figures"] = used_json(finding.figures);
  json["missing"] = missing_json(finding.missing);
  json["source"] = source_json(criterion.source);
  if (!finding.reason.empty()) json["reason"] = finding.reason;
  return json;
}

}  // namespace

Json report_json(const EligibilityReport& report) {
  auto findings = Json::array();
  for (const auto& finding : report.findings) findings.push_back(finding_json(finding));
  Json json{{"sets_no_criterion", report.sets_no_criterion},
            {"findings", std::move(findings)},
            {"warnings", report.warnings().size()}};
  json["meets_criteria"] = report.meets_criteria ? Json(*report.meets_criteria) : Json(nullptr);
  return json;
}

}  // namespace vinhdanh
