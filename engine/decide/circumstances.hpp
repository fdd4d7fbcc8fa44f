/// The answers that the transition table's guards get about one case.
#pragma once

#include "engine/decide/findings.hpp"

namespace vinhdanh::detail {

class CaseCircumstances final : public Circumstances {
 public:
  explicit CaseCircumstances(const Case& asked) : asked_(asked) {}
  [[nodiscard]] bool selects(Selector selector) const override;
  [[nodiscard]] bool meets(Requirement requirement) const override { return findings(asked_, requirement).empty(); }

 private:
  const Case& asked_;
};

/// The table's word on a case: the row that was taken, or every reason against it in order of precedence.
std::variant<Stepped, Refusal> judge(const Case& asked);

}  // namespace vinhdanh::detail
