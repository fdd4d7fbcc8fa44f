/// Sentences with places for details, as refusals and notices write them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace vinhdanh::detail {

/// What stands for a name; nothing when it is not known.
using DetailNamed = std::function<std::optional<std::string>(std::string_view name)>;

/// "a {name}[, b {other}]": a part in brackets is left out when one of its details is missing, a part outside them is "…".
std::string fill_pattern(std::string_view pattern, const DetailNamed& named);

}  // namespace vinhdanh::detail
