// Look-ups inside the eras of the law.
#include "engine/definition/law.hpp"

#include <algorithm>

namespace vinhdanh {

const LegalRule* Era::rule(std::string_view code) const {
  const auto found = std::ranges::find(rules, code, &LegalRule::code);
  return found == rules.end() ? nullptr : &*found;
}

const Era& Law::on(Date day) const {
  const auto found = std::ranges::find_if(eras, [day](const Era& era) { return !era.to || day <= *era.to; });
  return found == eras.end() ? eras.back() : *found;
}

const Era* Law::era(std::string_view id) const {
  const auto found = std::ranges::find(eras, id, &Era::id);
  return found == eras.end() ? nullptr : &*found;
}

}  // namespace vinhdanh
