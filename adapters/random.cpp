// getrandom(2), and bytes as text.
#include "adapters/random.hpp"

#include <sys/random.h>

#include <cerrno>
#include <cstdlib>

namespace vinhdanh {

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  std::size_t have = 0;
  while (have < count) {
    const ssize_t got = getrandom(bytes.data() + have, count - have, 0);
    if (got > 0) have += static_cast<std::size_t>(got);
    else if (errno != EINTR) std::abort();
  }
  return bytes;
}

std::string hex_text(const std::string& bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const unsigned char byte : bytes) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

}  // namespace vinhdanh
