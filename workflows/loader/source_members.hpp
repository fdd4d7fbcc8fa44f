/// Reads where a rule comes from.
#pragma once

#include "engine/definition/source.hpp"
#include "workflows/loader/reader.hpp"

namespace vinhdanh {

void members(ObjectReader& r, Source& source);

namespace is {

/// In a plan: a clause of the plan, or an assumption with its basis.
struct PlanSource {
  void operator()(const Place& place, const Source& source) const;
};
inline constexpr PlanSource plan_source;

/// In the law and the organisations: also neither of them, when the confidence is `unconfirmed`.
struct LawSource {
  void operator()(const Place& place, const Source& source) const;
};
inline constexpr LawSource law_source;

}  // namespace is
}  // namespace vinhdanh
