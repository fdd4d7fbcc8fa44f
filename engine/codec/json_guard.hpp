/// Strict reading of JSON that comes from outside: the only way in for request bodies and definition files.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/codec/json.hpp"

namespace vinhdanh {

struct JsonLimits {
  std::size_t bytes = 1 << 20;
  std::size_t depth = 64;
};

/// Codes: `too_large`, `too_deep`, `malformed`, `invalid_utf8`, `nul_character`, `control_character`, `bidi_control`,
/// `invisible_character`, `piled_marks`, `duplicate_key`, `not_an_integer`, `integer_out_of_range`.
struct JsonError {
  std::string code;
  std::size_t offset = 0;  ///< bytes read when the fault was seen
  std::string message;     ///< English, without the input's text
  /// It is one well-formed document, with a value that no member of ours can have.
  [[nodiscard]] bool concerns_value() const;
};

struct ParsedJson {
  nlohmann::json value;  ///< discarded when there is an error
  std::optional<JsonError> error;
};

/// Reads one JSON value (RFC 8259, no byte order mark). Numbers must be integers within ±(2^53 − 1): figures are
/// strings. Texts and keys are normalised to NFC; keys are compared after that.
ParsedJson parse_strict(std::string_view bytes, JsonLimits limits = {});

}  // namespace vinhdanh
