// Strings and numbers of canonical text.
#include "engine/codec/direct.hpp"

#include "engine/codec/text.hpp"

namespace vinhdanh::detail {
namespace {

constexpr bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

/// Bytes of the well-formed UTF-8 character at the beginning (Unicode, table 3-7); 0 when there is none.
std::size_t length_of_character(std::string_view text) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto follows = [&](std::size_t i) { return i < text.size() && continues_character(text[i]); };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool good = (first != 0xE0 || byte(1) >= 0xA0) && (first != 0xED || byte(1) <= 0x9F);
    return good && follows(1) && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool good = (first != 0xF0 || byte(1) >= 0x90) && (first != 0xF4 || byte(1) <= 0x8F);
    return good && follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

/// Escapes that have a letter; 0 for a character without one.
constexpr char letter_of(char c) {
  switch (c) {
    case '"': return '"';
    case '\\': return '\\';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
  }
}

constexpr char meant_by(char letter) {
  for (const char c : {'"', '\\', '\b', '\f', '\n', '\r', '\t'}) {
    if (letter_of(c) == letter) return c;
  }
  return 0;
}

}  // namespace

void write_text(std::string& out, std::string_view text) {
  const std::size_t before = out.size();
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t to = at;
    while (to < text.size() && is_plain(text[to])) ++to;
    out.append(text, at, to - at);
    at = to;
    if (at == text.size()) break;
    const std::size_t length = length_of_character(text.substr(at));
    if (length > 1) {
      out.append(text, at, length);
      at += length;
    } else if (length == 1 && letter_of(text[at]) != 0) {
      out.append(1, '\\').append(1, letter_of(text[at]));
      ++at;
    } else {
      // A rare control character, or a fault: both as the JSON library has it.
      out.resize(before);
      out += nlohmann::json(text).dump();
      return;
    }
  }
  out += '"';
}

void write_integer(std::string& out, std::int64_t number) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

std::optional<std::string_view> DirectReader::plain_text() {
  if (!eat('"')) return std::nullopt;
  const char* const from = at_;
  while (at_ != end_ && is_plain(*at_)) ++at_;
  const std::string_view text(from, static_cast<std::size_t>(at_ - from));
  if (!eat('"')) return std::nullopt;
  return text;
}

bool DirectReader::read_text(std::string& value) {
  if (!eat('"')) return false;
  value.clear();
  for (;;) {
    const char* const from = at_;
    while (at_ != end_ && is_plain(*at_)) ++at_;
    value.append(from, at_);
    if (at_ == end_) return false;
    if (eat('"')) return true;
    if (eat('\\')) {
      const char meant = at_ == end_ ? '\0' : meant_by(*at_);
      if (meant == 0) return false;
      value += meant;
      ++at_;
      continue;
    }
    const std::size_t length = length_of_character({at_, static_cast<std::size_t>(end_ - at_)});
    if (length < 2) return false;
    value.append(at_, length);
    at_ += length;
  }
}

std::optional<std::string_view> DirectReader::skip() {
  const char* const from = at_;
  int depth = 0;
  bool quoted = false;
  for (; at_ != end_; ++at_) {
    if (quoted) {
      if (*at_ == '\\' && at_ + 1 != end_) ++at_;
      else if (*at_ == '"') quoted = false;
    } else if (*at_ == '"') {
      quoted = true;
    } else if (*at_ == '{' || *at_ == '[') {
      ++depth;
    } else if (*at_ == '}' || *at_ == ']') {
      if (depth == 0) break;
      --depth;
    } else if (*at_ == ',' && depth == 0) {
      break;
    }
  }
  if (depth != 0 || quoted || at_ == from) return std::nullopt;
  return std::string_view(from, static_cast<std::size_t>(at_ - from));
}

}  // namespace vinhdanh::detail
