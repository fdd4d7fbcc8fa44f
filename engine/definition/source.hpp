/// Where a rule comes from: a clause of its document, or a stated assumption, and how sure we are.
#pragma once

#include <optional>
#include <string>

#include "engine/model/vocabulary.hpp"

namespace vinhdanh {

/// Every item of a definition carries one. Either `clause` is set, or `assumed` is true and `basis` says from what.
/// In a plan file `clause` names a clause of the plan itself; in law files it is a full citation.
struct Source {
  std::optional<std::string> clause;
  bool assumed = false;
  std::optional<std::string> basis;
  Confidence confidence = Confidence::confirmed;
};

}  // namespace vinhdanh
