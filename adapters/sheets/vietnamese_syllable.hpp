/// What a syllable of Vietnamese can look like: tells words that were typed right from letters that came out wrong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vinhdanh {

/// The characters of valid UTF-8, one by one; they point into `text`.
std::vector<std::string_view> characters_of(std::string_view text);

/// A letter of the Vietnamese alphabet, with its tone, as a capital; anything else as it is.
std::string_view vietnamese_capital(std::string_view letter);

/// Whether the word, in composed letters of either case, is spelled as a syllable can be: a beginning, vowels that stand together, an
/// end, and one tone on the vowel that bears it. Names that are not Vietnamese mostly are not.
bool is_vietnamese_syllable(std::string_view word);

}  // namespace vinhdanh
