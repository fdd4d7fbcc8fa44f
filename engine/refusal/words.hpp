/// Words for the codes of closed vocabularies inside the sentences of refusals.
#pragma once

#include <string>
#include <string_view>

namespace vinhdanh::detail {

enum class Language { vi, en };

/// The codes in `text`, parted by ", ", as words: roles in the detail `role`, phases in `phase` and `expected`, stage
/// kinds in `kind`. Every other detail and any unknown code stays as it is.
std::string in_words(std::string_view detail, const std::string& text, Language language);

}  // namespace vinhdanh::detail
