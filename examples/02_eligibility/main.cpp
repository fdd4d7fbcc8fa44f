// Does a poor district of Lạng Sơn meet the criteria of its movement? Each verdict has its clause and failing year.
#include <iostream>

#include "engine/eligibility/eligibility.hpp"
#include "workflows/loader/definitions.hpp"

using namespace vinhdanh;

namespace {

/// Year-end rates of poor and near-poor households; each names the document that states it.
Figures rates(const std::string& y2021, const std::string& y2022, const std::string& y2023, const std::string& y2024) {
  Figures figures;
  auto& series = figures.yearly["mdp_rate"];
  series[2021] = {*Decimal::parse(y2021), "QĐ 12/QĐ-UBND"};
  series[2022] = {*Decimal::parse(y2022), "QĐ 15/QĐ-UBND"};
  series[2023] = {*Decimal::parse(y2023), "QĐ 11/QĐ-UBND"};
  series[2024] = {*Decimal::parse(y2024), "QĐ 09/QĐ-UBND"};
  return figures;
}

void show(const SubjectCategory& category, const PlanSettings& settings, const Figures& figures) {
  const EligibilityReport report = check_eligibility(category, settings, figures, {});
  for (const CriterionFinding& finding : report.findings) {
    std::cout << "  " << finding.criterion->id << " (" << finding.criterion->source.clause.value_or("assumed")
              << "): " << name_of(finding.verdict);
    for (const int year : finding.failing_years) std::cout << ", failing year " << year;
    std::cout << "\n";
    for (const UsedFigure& used : finding.figures) {
      std::cout << "    " << used.figure << " " << *used.year << " = " << used.value.text() << "% by " << used.source
                << "\n";
    }
  }
  // Never "eligible": the standards of the award itself are not examined here.
  const bool meets = report.meets_criteria.value_or(false);
  std::cout << (meets ? "  meets" : "  does not meet") << " the movement's criteria; award standards: not examined\n";
}

}  // namespace

int main() {
  const Definitions definitions;
  const Plan& plan = *definitions.latest_plan("lang-son-2021-2025");
  const SubjectCategory& category = *plan.category("poor_district");
  std::cout << category.name << ": " << category.criteria.front().text << "\n";
  std::cout << "Drops of 6.0, 6.4 and 6.1 points:\n";
  show(category, plan.settings, rates("40", "34", "27.6", "21.5"));
  std::cout << "Drops of 6.0, 5.99 and 7.0 points:\n";
  show(category, plan.settings, rates("40", "34", "28.01", "21.01"));
}
