// Rules of spelling rather than a list of words: names are more than any list has.
#include "adapters/sheets/vietnamese_syllable.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "engine/codec/text.hpp"

namespace vinhdanh {
namespace {

enum class Tone { level, grave, hook, tilde, acute, dot };

/// Each vowel in all its tones, in the order of Tone; small letters, then capitals.
constexpr std::array<std::string_view, 12> small_vowels{"aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
                                                        "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ"};
constexpr std::array<std::string_view, 12> capital_vowels{"AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ",
                                                          "OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "YỲỶỸÝỴ"};
constexpr std::string_view small_consonants = "bcdđghklmnpqrstvx";
constexpr std::string_view capital_consonants = "BCDĐGHKLMNPQRSTVX";

constexpr auto beginnings = std::to_array<std::string_view>({"",  "b", "c",  "ch", "d",  "đ",  "g",  "gh",  "gi", "h", "k", "kh", "l",  "m",
                                                      "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"});
constexpr auto ends = std::to_array<std::string_view>({"", "c", "ch", "m", "n", "ng", "nh", "p", "t"});

/// Vowels that stand together, without tone; '*' follows the one that bears it, where they are two or three.
constexpr auto open_vowels = std::to_array<std::string_view>({
    "a",    "e",    "ê",    "i",    "o",    "ô",    "ơ",   "u",    "ư",    "y",    "a*i",  "a*o",  "a*u",  "a*y",  "â*u",  "â*y",  "e*o",
    "ê*u",  "i*a",  "i*u",  "iê*u", "o*a",  "oa*",  "oa*i", "oa*o", "oa*y", "o*e",  "oe*",  "oe*o", "o*i",  "ô*i",  "ơ*i",  "u*a",  "uâ*y",
    "uê*",  "u*i",  "uô*i", "uơ*",  "u*y",  "uy*",  "uy*a", "uy*u", "ư*a",  "ư*i",  "ươ*i", "ươ*u", "ư*u",  "yê*u"});
constexpr auto closed_vowels = std::to_array<std::string_view>({
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "iê*", "yê*", "oa*", "oă*", "oe*", "oo*", "ôô*", "uâ*", "uê*", "uô*",
    "ươ*", "uy*", "uyê*"});

struct Letter {
  std::string_view plain;  ///< small, without its tone
  Tone tone = Tone::level;
  std::string_view capital;
};

using Alphabet = std::map<std::string_view, Letter>;

void add_vowel(std::string_view small, std::string_view capital, Alphabet& letters) {
  const auto smalls = characters_of(small);
  const auto capitals = characters_of(capital);
  for (std::size_t tone = 0; tone < smalls.size(); ++tone) {
    for (const auto written : {smalls[tone], capitals[tone]})
      letters[written] = {smalls.front(), static_cast<Tone>(tone), capitals[tone]};
  }
}

Alphabet whole_alphabet() {
  Alphabet letters;
  for (std::size_t i = 0; i < small_vowels.size(); ++i) add_vowel(small_vowels[i], capital_vowels[i], letters);
  const auto smalls = characters_of(small_consonants);
  const auto capitals = characters_of(capital_consonants);
  for (std::size_t i = 0; i < smalls.size(); ++i) {
    for (const auto written : {smalls[i], capitals[i]}) letters[written] = {smalls[i], Tone::level, capitals[i]};
  }
  return letters;
}

const Letter* letter_of(std::string_view written) {
  static const Alphabet letters = whole_alphabet();
  const auto found = letters.find(written);
  return found == letters.end() ? nullptr : &found->second;
}

/// A word without its tone, and where that stood.
struct Spelling {
  std::string plain;
  Tone tone = Tone::level;
  std::size_t behind = 0;  ///< bytes up to the end of the letter that bears it
};

/// Nothing when a letter is of no Vietnamese alphabet, or two have tones.
std::optional<Spelling> spelling_of(std::string_view word) {
  Spelling spelling;
  for (const auto written : characters_of(word)) {
    const Letter* letter = letter_of(written);
    if (letter == nullptr) return std::nullopt;
    spelling.plain += letter->plain;
    if (letter->tone == Tone::level) continue;
    if (spelling.tone != Tone::level) return std::nullopt;
    spelling.tone = letter->tone;
    spelling.behind = spelling.plain.size();
  }
  return spelling;
}

/// Whether `vowels` are that group, with the tone where the group bears it.
bool are_group(std::string_view vowels, std::string_view group, std::optional<std::size_t> tone_behind) {
  const auto star = std::min(group.find('*'), group.size());
  const auto head = group.substr(0, star);
  const auto tail = group.substr(std::min(star + 1, group.size()));
  return vowels.size() == head.size() + tail.size() && vowels.starts_with(head) && vowels.ends_with(tail) &&
         tone_behind.value_or(star) == star;
}

bool are_vowels(std::string_view vowels, bool open, std::optional<std::size_t> tone_behind) {
  const auto fits = [&](std::string_view group) { return are_group(vowels, group, tone_behind); };
  return open ? std::ranges::any_of(open_vowels, fits) : std::ranges::any_of(closed_vowels, fits);
}

/// Before c, ch, p and t there are two tones only.
bool bears_tone(std::string_view end, Tone tone) {
  const bool stops = end == "c" || end == "ch" || end == "p" || end == "t";
  return !stops || tone == Tone::acute || tone == Tone::dot;
}

/// ch and nh stand behind front vowels and a, c and ng behind the others and a.
bool ends_with(std::string_view vowels, std::string_view end) {
  static constexpr auto front = std::to_array<std::string_view>({"ê", "i", "y", "uê", "uy"});
  const bool is_front = std::ranges::find(front, vowels) != front.end();
  if (end == "c" || end == "ng") return !is_front;
  return (end != "ch" && end != "nh") || is_front || vowels == "a" || vowels == "oa";
}

bool is_spelled(const Spelling& word, std::string_view beginning, std::string_view end) {
  const std::string_view plain = word.plain;
  if (plain.size() <= beginning.size() + end.size() || !plain.starts_with(beginning) || !plain.ends_with(end)) return false;
  if (!bears_tone(end, word.tone)) return false;
  std::optional<std::size_t> tone_behind;
  if (word.tone != Tone::level) {
    if (word.behind <= beginning.size()) return false;
    tone_behind = word.behind - beginning.size();
  }
  const auto vowels = plain.substr(beginning.size(), plain.size() - beginning.size() - end.size());
  return ends_with(vowels, end) && are_vowels(vowels, end.empty(), tone_behind);
}

}  // namespace

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> characters;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    while (next < text.size() && continues_character(text[next])) ++next;
    characters.push_back(text.substr(at, next - at));
    at = next;
  }
  return characters;
}

std::string_view vietnamese_capital(std::string_view letter) {
  const Letter* known = letter_of(letter);
  return known == nullptr ? letter : known->capital;
}

bool is_vietnamese_syllable(std::string_view word) {
  const auto spelling = spelling_of(word);
  if (!spelling) return false;
  return std::ranges::any_of(beginnings, [&](std::string_view beginning) {
    return std::ranges::any_of(ends, [&](std::string_view end) { return is_spelled(*spelling, beginning, end); });
  });
}

}  // namespace vinhdanh
