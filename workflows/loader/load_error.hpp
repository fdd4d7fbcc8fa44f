/// What is wrong with a definition file, and where.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace vinhdanh {

/// Codes of structure: those of `JsonError`, `missing_member`, `unknown_member`, `wrong_type`, `empty_text`,
/// `not_a_name`, `unknown_value`, `not_a_date`, `not_a_decimal`, `out_of_range`, `too_few_items`, `source_incomplete`,
/// `unknown_kind`. Codes of meaning: `unknown_reference`, `duplicate_id`, `wrong_order`, `inconsistent`,
/// `path_mismatch`, `version_exists`.
struct LoadError {
  std::string code;
  std::string pointer;  ///< JSON Pointer (RFC 6901) to the value; empty for the whole document
  std::string message_vi;
  std::string message_en;
  std::string file;     ///< set where several files were read together
  bool operator==(const LoadError&) const = default;
};

/// `value` is set exactly when `errors` is empty.
template <class T>
struct Loaded {
  std::optional<T> value;
  std::vector<LoadError> errors;
};

}  // namespace vinhdanh
