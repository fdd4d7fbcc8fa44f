// UUIDv7 with a counter, and salts.
#include "adapters/fresh.hpp"

#include "adapters/random.hpp"

namespace vinhdanh {
namespace {

constexpr unsigned counter_end = 1U << 12;

}  // namespace

std::string RandomFresh::id() {
  std::string bytes = random_bytes(16);
  const auto random_byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[i])); };
  std::int64_t milliseconds = 0;
  unsigned counter = 0;
  {
    const std::lock_guard lock(mutex_);
    const std::int64_t now = clock_.system_now().milliseconds;
    if (now > milliseconds_) {
      milliseconds_ = now;
      // The top bit starts clear, so that a millisecond has room for at least 2,048 ids.
      counter_ = (random_byte(6) << 8 | random_byte(7)) & (counter_end / 2 - 1);
    } else if (++counter_ == counter_end) {
      ++milliseconds_;
      counter_ = 0;
    }
    milliseconds = milliseconds_;
    counter = counter_;
  }
  for (int i = 0; i < 6; ++i) bytes[static_cast<std::size_t>(i)] = static_cast<char>(milliseconds >> (40 - 8 * i));
  bytes[6] = static_cast<char>(0x70U | counter >> 8);
  bytes[7] = static_cast<char>(counter & 0xffU);
  bytes[8] = static_cast<char>((random_byte(8) & 0x3fU) | 0x80U);
  std::string text = hex_text(bytes);
  for (const std::size_t dash : {8U, 13U, 18U, 23U}) text.insert(dash, 1, '-');
  return text;
}

std::string RandomFresh::salt() { return hex_text(random_bytes(32)); }

}  // namespace vinhdanh
