// The loader's checks and, for a plan, the proof.
#include "workflows/proof/check_file.hpp"

#include <algorithm>

#include "workflows/loader/loader.hpp"
#include "workflows/nomination/lifecycle.hpp"
#include "workflows/proof/proof.hpp"

namespace vinhdanh {

bool CheckedFile::is_sound() const {
  return errors.empty() && std::ranges::find(faults, Severity::error, &ProofFault::severity) == faults.end();
}

CheckedFile check_file(std::string_view path, std::string_view bytes, const Rulebook& rules) {
  CheckedFile checked{check_definition(path, bytes), {}};
  if (!checked.errors.empty() || kind_of(bytes) != DefinitionKind::plan) return checked;
  const auto plan = load_plan(bytes);
  const ProofBasis basis{rules.organisation(), rules.law(), nomination_lifecycle().rows()};
  if (plan.value) checked.faults = prove(*plan.value, basis);
  return checked;
}

}  // namespace vinhdanh
