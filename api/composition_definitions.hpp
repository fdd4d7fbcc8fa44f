/// The definitions of a running program, as the desk brings and activates new versions.
#pragma once

#include "api/desk/people/definitions.hpp"
#include "engine/ports/clock.hpp"
#include "workflows/loader/definitions.hpp"

namespace vinhdanh {

/// All are borrowed. Staffing is judged by the appointments of the store on the day of the business clock.
class RunningDefinitions final : public DefinitionShelf {
 public:
  RunningDefinitions(Definitions& definitions, const Store& store, const Clock& clock)
      : definitions_(definitions), store_(store), clock_(clock) {}

  [[nodiscard]] std::vector<Line> known() const override;
  [[nodiscard]] ExaminedDefinition examine(const std::string& bytes, bool staffed) const override;
  void use(const std::string& bytes) override;

 private:
  Definitions& definitions_;
  const Store& store_;
  const Clock& clock_;
};

}  // namespace vinhdanh
