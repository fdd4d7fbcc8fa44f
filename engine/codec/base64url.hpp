/// base64url without padding (RFC 4648, section 5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vinhdanh {

std::string to_base64url(std::string_view bytes);
/// Nothing for text that `to_base64url` would not have written: padding, other characters, stray bits.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace vinhdanh
