/// The grammar of header fields (RFC 9110, section 5) and the negotiation of language and media type.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vinhdanh {

std::string lower_case(std::string_view ascii);
std::string_view trimmed(std::string_view text);

/// A token: letters, digits and !#$%&'*+-.^_`|~
bool is_header_name(std::string_view text);
/// No CR, LF, NUL or other control character except a tab.
bool is_header_value(std::string_view text);

/// One member of a list such as `text/html;q=0.5`; weight is 0..1000, a malformed weight counts as 0.
struct WeightedItem {
  std::string value;  ///< lower case, without parameters
  int weight = 1000;
};
std::vector<WeightedItem> weighted_list(std::string_view header);

/// True when the Accept header (empty: everything) allows `media`, such as "application/json".
bool accepts(std::string_view accept_header, std::string_view media);

/// "vi" or "en" by Accept-Language; Vietnamese unless English weighs more.
std::string preferred_language(std::string_view accept_language);

}  // namespace vinhdanh
