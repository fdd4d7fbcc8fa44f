/// Text from outside, made safe: valid UTF-8, no hidden controls, one Unicode form.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vinhdanh {

enum class TextFault {
  none,
  invalid_utf8,   ///< also lone surrogates and overlong forms
  nul,            ///< U+0000
  control,        ///< C0 (but tab, line feed, carriage return), DEL, C1
  bidi_control,   ///< U+202A–202E, U+2066–2069: text that reads differently from what it is
  invisible,      ///< any other format character (Cf), such as U+200B or U+00AD: two names that look the same
  piled_marks,    ///< more than 30 combining marks in a row (the stream-safe limit of UAX #15)
};

/// Normalises `text` to NFC in place. On a fault the text is left as it was.
TextFault normalise_text(std::string& text);

/// Whether it is UTF-8 without U+0000.
bool is_valid_utf8(std::string_view text);

/// Whether this byte of UTF-8 belongs to the character that an earlier one began.
constexpr bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// As many whole characters of its beginning as `most` bytes hold. What is no UTF-8 may be cut anywhere, but not to nothing.
std::string_view beginning_of(std::string_view text, std::size_t most);

}  // namespace vinhdanh
