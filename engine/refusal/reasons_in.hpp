/// Why a verdict refuses.
#pragma once

#include <utility>
#include <variant>
#include <vector>

#include "engine/refusal/refusal.hpp"

namespace vinhdanh {

/// None where the verdict accepts.
template <class Accepted>
std::vector<RefusalReason> reasons_in(std::variant<Accepted, Refusal> verdict) {
  auto* refusal = std::get_if<Refusal>(&verdict);
  return refusal == nullptr ? std::vector<RefusalReason>{} : std::move(refusal->reasons);
}

}  // namespace vinhdanh
