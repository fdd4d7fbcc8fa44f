/// What the desk asks of the definitions: plans by version, the law, the calendar, the offices.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/definition/calendar.hpp"
#include "engine/definition/law.hpp"
#include "engine/definition/organisation.hpp"
#include "engine/definition/plan.hpp"
#include "engine/model/dossier.hpp"

namespace vinhdanh {

/// The bytes a plan was read from, and the reference that dossiers pin.
struct PlanText {
  DefinitionRef ref;
  std::string bytes;
};

/// What it hands out lives as long as the rulebook and doesn't change. Safe from several threads.
class Rulebook {
 public:
  virtual ~Rulebook() = default;
  /// Null when unknown.
  [[nodiscard]] virtual const Plan* plan(std::string_view id, int version) const = 0;
  /// The highest version; null when unknown.
  [[nodiscard]] virtual const Plan* latest_plan(std::string_view id) const = 0;
  /// All plans in all versions, by id and version.
  [[nodiscard]] virtual std::vector<const Plan*> plans() const = 0;
  /// The text of a plan that the rulebook handed out.
  [[nodiscard]] virtual PlanText text_of(const Plan& plan) const = 0;
  /// The law in use, and the reference that a dossier pins at its first receipt.
  [[nodiscard]] virtual const Law& law() const = 0;
  [[nodiscard]] virtual DefinitionRef law_ref() const = 0;
  /// A stated version, for a dossier that pinned it; null when unknown.
  [[nodiscard]] virtual const Law* law(int version) const = 0;
  [[nodiscard]] virtual const Calendar& calendar() const = 0;
  [[nodiscard]] virtual const Organisation& organisation() const = 0;
};

}  // namespace vinhdanh
