/// The one list of codes that a point of a return may bear.
#pragma once

#include <array>
#include <string_view>

namespace vinhdanh {

/// What is to be repaired. `wrong_route` names the office where the dossier belongs; `other` is explained by its text.
inline constexpr auto kReturnCodes = std::to_array<std::string_view>(
    {"paper_missing", "paper_invalid", "figure_wrong", "figure_unsourced", "content_unclear", "criterion_unproven",
     "name_wrong", "wrong_category", "wrong_route", "other"});

}  // namespace vinhdanh
