/// The wording of refusals, one pattern per reason and language.
///
/// In a pattern `{limit}` is the detail of that name (`limit_vi` or `limit_en` where the caller gives one per language,
/// `{pointer}` the reason's pointer), and a part in square brackets is left out when one of its details is missing.
#pragma once

#include <string_view>

#include "engine/refusal/refusal.hpp"

namespace vinhdanh::detail {

struct SentencePattern {
  std::string_view vi;
  std::string_view en;
};

SentencePattern pattern_of(Reason reason);

}  // namespace vinhdanh::detail
