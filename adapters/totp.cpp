// HMAC-SHA1 by OpenSSL, truncated as RFC 4226 says.
#include "adapters/totp.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

#include "adapters/random.hpp"
#include "engine/codec/percent.hpp"

namespace vinhdanh {
namespace {

constexpr std::string_view base32_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::int64_t step_length = 30'000;
constexpr std::size_t secret_bytes = 20;

std::uint32_t truncated_hmac(const std::string& key, std::int64_t step) {
  std::array<unsigned char, 8> counter{};
  for (std::size_t i = 0; i < counter.size(); ++i) counter[i] = static_cast<unsigned char>(step >> (56 - 8 * i));
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned size = 0;
  if (!HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), counter.data(), counter.size(), mac.data(), &size) ||
      size != 20) {
    throw std::runtime_error("HMAC-SHA1 is not available in this OpenSSL");
  }
  const std::size_t at = mac[19] & 15U;
  return (mac[at] & 0x7fU) << 24 | mac[at + 1] << 16 | mac[at + 2] << 8 | mac[at + 3];
}

}  // namespace

std::string to_base32(std::string_view bytes) {
  std::string text;
  unsigned held = 0;
  int bits = 0;
  for (const unsigned char byte : bytes) {
    held = held << 8 | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += base32_digits[held >> (bits - 5) & 31U];
    held &= (1U << bits) - 1;
  }
  if (bits > 0) text += base32_digits[held << (5 - bits) & 31U];
  return text;
}

std::optional<std::string> from_base32(std::string_view text) {
  std::string bytes;
  unsigned held = 0;
  int bits = 0;
  for (const char c : text) {
    const auto value = base32_digits.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    held = held << 5 | static_cast<unsigned>(value);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits);
    held &= (1U << bits) - 1;
  }
  if (bits >= 5 || held != 0) return std::nullopt;
  return bytes;
}

std::string new_totp_secret() { return to_base32(random_bytes(secret_bytes)); }

bool is_totp_secret(std::string_view text) {
  const auto bytes = from_base32(text);
  return bytes && bytes->size() == secret_bytes;
}

std::int64_t totp_step(Instant system_now) { return system_now.milliseconds / step_length; }

std::string totp_code(std::string_view secret_base32, std::int64_t step, int digits) {
  const auto key = from_base32(secret_base32);
  if (!key) throw std::invalid_argument("a second factor's secret is not base32");
  std::uint32_t modulus = 1;
  for (int i = 0; i < digits; ++i) modulus *= 10;
  std::string code = std::to_string(truncated_hmac(*key, step) % modulus);
  return std::string(static_cast<std::size_t>(digits) - code.size(), '0') + code;
}

std::optional<std::int64_t> step_of_code(std::string_view secret_base32, std::string_view code, Instant system_now) {
  const std::int64_t now = totp_step(system_now);
  std::optional<std::int64_t> found;
  for (const std::int64_t step : {now - 1, now, now + 1}) {
    const std::string wanted = totp_code(secret_base32, step);
    if (wanted.size() == code.size() && CRYPTO_memcmp(wanted.data(), code.data(), wanted.size()) == 0) found = step;
  }
  return found;
}

std::string otpauth_uri(std::string_view secret_base32, std::string_view login) {
  return "otpauth://totp/vinhdanh:" + percent_encoded(login) + "?secret=" + std::string(secret_base32) +
         "&issuer=vinhdanh&algorithm=SHA1&digits=6&period=30";
}

}  // namespace vinhdanh
