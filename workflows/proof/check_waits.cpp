// How long a dossier may wait at a stage: by the plan, or by the law of its era.
#include <algorithm>

#include "workflows/proof/findings.hpp"

namespace vinhdanh::detail {
namespace {

bool is_days(const std::string& text) {
  return !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789") == std::string::npos;
}

void check_rule(const std::string& code, const std::vector<const Era*>& eras, const Law& law, const Spot& spot,
                ProofFindings& findings) {
  if (std::ranges::none_of(law.eras, [&](const Era& era) { return era.rule(code) != nullptr; })) {
    return findings.error("limit_rule_unknown", spot,
                          {quoted(code) + " không có trong thời kỳ pháp luật nào.",
                           "Expected a rule of the law, but no era knows " + quoted(code) + "."});
  }
  std::vector<std::string> silent;
  for (const Era* era : eras) {
    const LegalRule* rule = era->rule(code);
    if (!rule || !rule->value) {
      silent.push_back(era->id);
    } else if (!is_days(*rule->value)) {
      return findings.error(
          "limit_rule_not_days", spot,
          {"Quy định " + quoted(code) + " không nêu số ngày.",
           "Expected a rule that states days, but " + quoted(code) + " says " + quoted(*rule->value) + "."});
    }
  }
  if (silent.empty()) return;
  findings.warn("limit_rule_silent", spot,
                {"Chưa biết thời hạn này trong thời kỳ: " + listed(silent) + ".",
                 "The limit is not known in: " + listed(silent) + "."});
}

}  // namespace

void check_waits(const Plan& plan, const Law& law, ProofFindings& findings) {
  const auto eras = eras_of(plan, law);
  for (std::size_t i = 0; i < plan.routes.size(); ++i) {
    const auto& stages = plan.routes[i].stages;
    for (std::size_t j = 0; j < stages.size(); ++j) {
      const Stage& stage = stages[j];
      const Spot spot = Spot("routes")[i]["stages"][j];
      if (stage.limit_rule) {
        check_rule(*stage.limit_rule, eras, law, spot["limit_rule"], findings);
      } else if (!stage.limit_working_days) {
        findings.warn("stage_without_limit", spot,
                      {"Kế hoạch không nêu thời hạn của bước này; giả định là không có.",
                       "The plan states no limit for this stage; assumed: none."});
      } else if (*stage.limit_working_days == 0) {
        findings.error("limit_of_no_days", spot["limit_working_days"],
                       {"Thời hạn 0 ngày thì hồ sơ quá hạn ngay khi đến.",
                        "Expected at least one working day; with none a dossier is overdue when it arrives."});
      }
    }
  }
}

}  // namespace vinhdanh::detail
