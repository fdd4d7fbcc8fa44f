// Facts of the two encodings. TCVN3: the third set (VN3) of the standard TCVN 5712:1993. VNI for Windows: the maker's chart (vnisoft.com,
// "VNI character set"), as "Unicode & Vietnamese Legacy Character Encodings" of vietunicode.sourceforge.net has both side by side.
// Bytes arrive as the letters that Windows-1252 has for them: from A1 on these are Unicode's of the same number.
#include "adapters/sheets/old_fonts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

#include "adapters/sheets/vietnamese_syllable.hpp"

namespace vinhdanh {
namespace {

using OldLetters = std::map<std::string_view, std::string_view>;

/// Tones in the order grave, hook, tilde, acute, dot.
const OldLetters tcvn3_letters{
    {"¡", "Ă"}, {"¢", "Â"}, {"£", "Ê"}, {"¤", "Ô"}, {"¥", "Ơ"}, {"¦", "Ư"}, {"§", "Đ"},                  // A1..A7
    {"¨", "ă"}, {"©", "â"}, {"ª", "ê"}, {"«", "ô"}, {"¬", "ơ"}, {"\u00AD", "ư"}, {"®", "đ"},             // A8..AE
    {"µ", "à"}, {"¶", "ả"}, {"·", "ã"}, {"¸", "á"}, {"¹", "ạ"},                                          // B5..B9
    {"»", "ằ"}, {"¼", "ẳ"}, {"½", "ẵ"}, {"¾", "ắ"}, {"Æ", "ặ"},                                          // BB..BE, C6
    {"Ç", "ầ"}, {"È", "ẩ"}, {"É", "ẫ"}, {"Ê", "ấ"}, {"Ë", "ậ"},                                          // C7..CB
    {"Ì", "è"}, {"Î", "ẻ"}, {"Ï", "ẽ"}, {"Ð", "é"}, {"Ñ", "ẹ"},                                          // CC, CE..D1
    {"Ò", "ề"}, {"Ó", "ể"}, {"Ô", "ễ"}, {"Õ", "ế"}, {"Ö", "ệ"},                                          // D2..D6
    {"×", "ì"}, {"Ø", "ỉ"}, {"Ü", "ĩ"}, {"Ý", "í"}, {"Þ", "ị"},                                          // D7, D8, DC..DE
    {"ß", "ò"}, {"á", "ỏ"}, {"â", "õ"}, {"ã", "ó"}, {"ä", "ọ"},                                          // DF, E1..E4
    {"å", "ồ"}, {"æ", "ổ"}, {"ç", "ỗ"}, {"è", "ố"}, {"é", "ộ"},                                          // E5..E9
    {"ê", "ờ"}, {"ë", "ở"}, {"ì", "ỡ"}, {"í", "ớ"}, {"î", "ợ"},                                          // EA..EE
    {"ï", "ù"}, {"ñ", "ủ"}, {"ò", "ũ"}, {"ó", "ú"}, {"ô", "ụ"},                                          // EF, F1..F4
    {"õ", "ừ"}, {"ö", "ử"}, {"÷", "ữ"}, {"ø", "ứ"}, {"ù", "ự"},                                          // F5..F9
    {"ú", "ỳ"}, {"û", "ỷ"}, {"ü", "ỹ"}, {"ý", "ý"}, {"þ", "ỵ"},                                          // FA..FE
};

/// Letters of VNI that stand alone.
const OldLetters vni_letters{
    {"ì", "ì"}, {"æ", "ỉ"}, {"ó", "ĩ"}, {"í", "í"}, {"ò", "ị"}, {"ô", "ơ"}, {"ö", "ư"}, {"ñ", "đ"}, {"î", "ỵ"},
    {"Ì", "Ì"}, {"Æ", "Ỉ"}, {"Ó", "Ĩ"}, {"Í", "Í"}, {"Ò", "Ị"}, {"Ô", "Ơ"}, {"Ö", "Ư"}, {"Ñ", "Đ"}, {"Î", "Ỵ"},
};

/// What a letter behind a vowel makes of it; capitals likewise.
struct VniMark {
  std::string_view mark;
  std::string_view capital;
  std::string_view vowels;  ///< that it may follow: each with what becomes of it
};
constexpr std::array vni_marks{
    VniMark{"ø", "Ø", "aàeèoòuùyỳôờöừ"}, VniMark{"û", "Û", "aảeẻoỏuủyỷôởöử"}, VniMark{"õ", "Õ", "aãeẽoõuũyỹôỡöữ"},
    VniMark{"ù", "Ù", "aáeéoóuúyýôớöứ"}, VniMark{"ï", "Ï", "aạeẹoọuụôợöự"},
    VniMark{"â", "Â", "aâeêoô"},         VniMark{"à", "À", "aầeềoồ"},         VniMark{"å", "Å", "aẩeểoổ"},
    VniMark{"ã", "Ã", "aẫeễoỗ"},         VniMark{"á", "Á", "aấeếoố"},         VniMark{"ä", "Ä", "aậeệoộ"},
    VniMark{"ê", "Ê", "aă"},             VniMark{"è", "È", "aằ"},             VniMark{"ú", "Ú", "aẳ"},
    VniMark{"ü", "Ü", "aẵ"},             VniMark{"é", "É", "aắ"},             VniMark{"ë", "Ë", "aặ"},
};

/// Signs that old fonts and Unicode have alike.
constexpr std::array<std::string_view, 10> shared_signs{"–", "—", "‘", "’", "“", "”", "…", "•", "\u00A0", "°"};

bool is_ascii(std::string_view character) { return static_cast<unsigned char>(character.front()) < 0x80; }
bool is_small(std::string_view character) { return character.front() >= 'a' && character.front() <= 'z'; }
bool is_capital(std::string_view character) { return character.front() >= 'A' && character.front() <= 'Z'; }
bool is_shared(std::string_view character) { return std::ranges::find(shared_signs, character) != shared_signs.end(); }

/// Letters of a word as they stand, and what they say in the old font.
struct OldWord {
  std::string stands;
  std::string says;
  bool marked = false;  ///< has a letter of the old font
};

/// The text in words and what is between them; between them both say the same.
using OldWords = std::vector<OldWord>;

class WordMaker {
 public:
  void letter(std::string_view stands, std::string_view says, bool marked) {
    if (!inside_) words_.emplace_back();
    inside_ = true;
    words_.back().stands += stands;
    words_.back().says += says;
    words_.back().marked |= marked;
  }
  void between(std::string_view sign) {
    inside_ = false;
    words_.push_back({std::string(sign), std::string(sign), false});
  }
  OldWords take() { return std::move(words_); }

 private:
  OldWords words_;
  bool inside_ = false;
};

/// Nothing when there is a character that the font does not have.
std::optional<OldWords> tcvn3_words(const std::vector<std::string_view>& characters) {
  WordMaker words;
  for (const auto it : characters) {
    if (is_small(it) || is_capital(it)) words.letter(it, it, false);
    else if (is_ascii(it) || is_shared(it)) words.between(it);
    else if (const auto found = tcvn3_letters.find(it); found != tcvn3_letters.end()) words.letter(it, found->second, true);
    else return std::nullopt;
  }
  return words.take();
}

/// The vowel and the letter behind it as one; nothing when they are not.
std::optional<std::string_view> vni_pair(std::string_view vowel, std::string_view behind) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> capitals{
      {{"A", "a"}, {"E", "e"}, {"O", "o"}, {"U", "u"}, {"Y", "y"}, {"Ô", "ô"}, {"Ö", "ö"}}};
  const auto capital = std::ranges::find(capitals, vowel, &std::pair<std::string_view, std::string_view>::first);
  const auto mark = std::ranges::find_if(vni_marks, [&](const VniMark& it) { return it.mark == behind || it.capital == behind; });
  if (mark == vni_marks.end()) return std::nullopt;
  const auto vowels = characters_of(mark->vowels);
  for (std::size_t i = 0; i < vowels.size(); i += 2) {
    if (capital != capitals.end() && vowels[i] == capital->second) return vietnamese_capital(vowels[i + 1]);
    if (vowels[i] == vowel) return vowels[i + 1];
  }
  return std::nullopt;
}

std::optional<OldWords> vni_words(const std::vector<std::string_view>& characters) {
  WordMaker words;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const auto it = characters[i];
    const auto pair = i + 1 < characters.size() ? vni_pair(it, characters[i + 1]) : std::nullopt;
    if (pair) {
      words.letter(std::string(it) + std::string(characters[++i]), *pair, true);
    } else if (is_small(it) || is_capital(it)) {
      words.letter(it, it, false);
    } else if (is_ascii(it) || is_shared(it)) {
      words.between(it);
    } else if (const auto found = vni_letters.find(it); found != vni_letters.end()) {
      words.letter(it, found->second, true);
    } else {
      return std::nullopt;
    }
  }
  return words.take();
}

/// "QĐ", "HĐND": capitals that spell no syllable, and need not.
bool is_abbreviation(const OldWord& word) {
  return std::ranges::all_of(characters_of(word.says), [](std::string_view it) { return is_capital(it) || it == "Đ" || it == "Ư" || it == "Ô"; });
}

std::optional<OldWords> words_in(const std::string& text, OldFont font) {
  const auto characters = characters_of(text);
  auto words = font == OldFont::tcvn3 ? tcvn3_words(characters) : vni_words(characters);
  if (!words) return std::nullopt;
  int right = 0;
  int wrong = 0;
  for (const auto& word : *words) {
    if (!word.marked || is_abbreviation(word)) continue;
    ++(is_vietnamese_syllable(word.says) ? right : wrong);
  }
  // Of a long text one word in ten may be somebody's own.
  if (right == 0 || wrong * 10 > right) return std::nullopt;
  return words;
}

/// A word that Unicode would not be, and that begins as a word does: a lone sign may be just that (µm, © 2024).
bool gives_away(const OldWord& word) {
  static constexpr std::array<std::string_view, 4> first_letters{"®", "§", "ñ", "Ñ"};
  const auto first = characters_of(word.stands).front();
  const bool begins = is_small(first) || is_capital(first) || std::ranges::find(first_letters, first) != first_letters.end();
  return word.marked && begins && !is_vietnamese_syllable(word.stands) && is_vietnamese_syllable(word.says);
}

bool was_typed_for(const std::string& text, OldFont font) {
  const auto words = words_in(text, font);
  return words && std::ranges::any_of(*words, gives_away);
}

/// TCVN3 has no capitals with tones: in a text of capitals its small letters stand for them.
bool is_all_capitals(const OldWords& words) {
  bool has_word = false;
  for (const auto& word : words) {
    const auto characters = characters_of(word.stands);
    if (std::ranges::any_of(characters, is_small)) return false;
    has_word |= std::ranges::count_if(characters, is_capital) >= 2;
  }
  return has_word;
}

}  // namespace

std::optional<OldFont> old_font_of(const std::string& text) {
  const bool tcvn3 = was_typed_for(text, OldFont::tcvn3);
  const bool vni = was_typed_for(text, OldFont::vni);
  if (tcvn3 == vni) return std::nullopt;
  return tcvn3 ? OldFont::tcvn3 : OldFont::vni;
}

std::optional<std::string> read_in_old_font(const std::string& text, OldFont font) {
  const auto words = words_in(text, font);
  if (!words) return std::nullopt;
  const bool capitals = is_all_capitals(*words);
  std::string says;
  for (const auto& word : *words) {
    for (const auto it : characters_of(word.says)) says += capitals && word.marked ? vietnamese_capital(it) : it;
  }
  if (says == text) return std::nullopt;
  return says;
}

}  // namespace vinhdanh
