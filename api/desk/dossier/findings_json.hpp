/// The verdicts on criteria as the API shows them.
#pragma once

#include "api/desk/request/answers.hpp"
#include "engine/eligibility/eligibility.hpp"

namespace vinhdanh {

/// {meets_criteria: true|false|null, sets_no_criterion, findings: [...], warnings: n}
Json report_json(const EligibilityReport& report, std::span<const FigureDefinition> definitions);

}  // namespace vinhdanh
