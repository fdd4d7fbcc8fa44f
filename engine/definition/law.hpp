/// The law as dated data: rule-set eras, with citation and confidence (`workflows/law/eras.json`).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/definition/source.hpp"
#include "engine/model/basics.hpp"

namespace vinhdanh {

/// One rule of an era; `value` is decimal text ("5", "90") or a code, null when the rule is unknown.
struct LegalRule {
  std::string code;  ///< incomplete_notice_days, dissolved_unit_barred, vote_share_pm_merit, …
  std::optional<std::string> value;
  std::string text;
  Source source;     ///< `clause` null is legal only with confidence unconfirmed
};

struct Era {
  std::string id;  ///< E1 … E5
  std::string name;
  std::optional<Date> from;  ///< null: since before 2016
  std::optional<Date> to;    ///< inclusive; null: open
  bool rules_known = true;   ///< false for E4, E5: the texts were not found
  std::vector<LegalRule> rules;
  Source source;

  [[nodiscard]] const LegalRule* rule(std::string_view code) const;
};

struct Law {
  std::string id;
  int version = 1;
  std::vector<Era> eras;  ///< in order, without gap or overlap
  /// The era in force on a day; eras cover every day, so it never fails.
  [[nodiscard]] const Era& on(Date day) const;
  [[nodiscard]] const Era* era(std::string_view id) const;
};

}  // namespace vinhdanh
