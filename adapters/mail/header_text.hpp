/// Texts in the headers of e-mails: encoded words, addresses, dates.
#pragma once

#include <string>
#include <string_view>

#include "engine/model/basics.hpp"

namespace vinhdanh {

/// A header's value in encoded words of UTF-8 and base64 (RFC 2047), each of at most 75 characters and of whole characters,
/// folded; plain ASCII without control characters stays as it is. Control characters become spaces.
std::string encoded_header(std::string_view text);

/// One address that may stand in a header and an envelope: `local@domain` of visible ASCII without `<>()[],;:"\`, at most
/// 254 characters.
bool is_mail_address(std::string_view text);

/// What follows the `@`.
std::string domain_of(std::string_view address);

/// `Fri, 24 Jan 2025 02:03:04 +0000` (RFC 5322).
std::string mail_date(Instant instant);

}  // namespace vinhdanh
