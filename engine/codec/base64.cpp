// base64url with two other characters and padding.
#include "engine/codec/base64.hpp"

#include <algorithm>

#include "engine/codec/base64url.hpp"

namespace vinhdanh {

std::string to_base64(std::string_view bytes) {
  std::string text = to_base64url(bytes);
  std::ranges::replace(text, '-', '+');
  std::ranges::replace(text, '_', '/');
  text.append((4 - text.size() % 4) % 4, '=');
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bare(text.substr(0, text.find('=')));
  if (bare.find_first_of("-_") != std::string::npos) return std::nullopt;
  std::ranges::replace(bare, '+', '-');
  std::ranges::replace(bare, '/', '_');
  auto bytes = from_base64url(bare);
  if (!bytes || to_base64(*bytes) != text) return std::nullopt;
  return bytes;
}

}  // namespace vinhdanh
