/// The request target: its path as segments, decoded once, and its query.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vinhdanh {

/// Text that came percent-encoded is valid UTF-8 without control characters, in NFC.
struct Target {
  std::string path;                          ///< as sent, without the query
  std::vector<std::string> segments;         ///< "/a/b%2Fc" is {"a", "b/c"}
  std::map<std::string, std::string> query;  ///< "+" is a space, as in forms
};

/// What is wrong with a target; the value of `not_found` is a path with dot segments, which names nothing here.
enum class TargetFault { malformed, not_found, parameter_repeated };

/// Reads the origin form only ("/path?query"); an absolute URL, "*" or an authority is malformed.
std::variant<Target, TargetFault> parse_target(std::string_view text);

}  // namespace vinhdanh
