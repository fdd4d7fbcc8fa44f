/// Text from outside, made safe: valid UTF-8, no hidden controls, one Unicode form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vinhdanh {

enum class TextFault {
  none,
  invalid_utf8,   ///< also lone surrogates and overlong forms
  nul,            ///< U+0000
  bidi_control,   ///< U+202A–202E, U+2066–2069: text that reads differently from what it is
  piled_marks,    ///< more than 30 combining marks in a row (the stream-safe limit of UAX #15)
};

/// Normalises `text` to NFC in place. On a fault the text is left as it was.
TextFault normalise_text(std::string& text);

}  // namespace vinhdanh
