/// Text in a part of a URI.
#pragma once

#include <string>
#include <string_view>

namespace vinhdanh {

/// Percent-encoded (RFC 3986, 2.1) but for unreserved characters.
std::string percent_encoded(std::string_view text);

}  // namespace vinhdanh
