// Bytes as %XX, in upper case as RFC 3986, 2.1 asks of whoever writes them.
#include "engine/codec/percent.hpp"

namespace vinhdanh {

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (unreserved.find(c) != std::string_view::npos) encoded += c;
    else encoded += {'%', hexadecimal[byte >> 4], hexadecimal[byte & 15]};
  }
  return encoded;
}

}  // namespace vinhdanh
