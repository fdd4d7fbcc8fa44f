/// Texts that were typed for old Vietnamese fonts: their bytes are other letters everywhere else ("NguyÔn V¨n A", "Nguyeãn Vaên A").
#pragma once

#include <optional>
#include <string>

namespace vinhdanh {

enum class OldFont {
  tcvn3,  ///< .VnTime and its like, also called ABC
  vni,    ///< VNI-Times and its like, on Windows
};

/// The font that a text was typed for. Nothing unless the text is wrong as it stands and right in one of them: a text that is spelled
/// as Vietnamese is never taken for old, nor one that could have been typed for either.
std::optional<OldFont> old_font_of(const std::string& text);

/// What it says if it was typed for that font; nothing where it cannot have been, or says the same. Fonts that show capitals for
/// small letters are not known from a text: what they showed as capitals comes out small.
std::optional<std::string> read_in_old_font(const std::string& text, OldFont font);

}  // namespace vinhdanh
