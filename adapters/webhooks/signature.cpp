// HMAC-SHA256 by OpenSSL.
#include "adapters/webhooks/signature.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

#include "adapters/random.hpp"
#include "engine/codec/base64.hpp"

namespace vinhdanh {
namespace {

constexpr std::string_view marker = "whsec_";
constexpr std::size_t shortest_key = 24;
constexpr std::size_t longest_key = 64;

}  // namespace

std::string new_webhook_secret() { return std::string(marker) + to_base64(random_bytes(32)); }

std::optional<std::string> webhook_key(std::string_view secret) {
  if (!secret.starts_with(marker)) return std::nullopt;
  auto key = from_base64(secret.substr(marker.size()));
  if (!key || key->size() < shortest_key || key->size() > longest_key) return std::nullopt;
  return key;
}

std::string webhook_signature(std::string_view secret, std::string_view id, std::int64_t seconds, std::string_view body) {
  const auto key = webhook_key(secret);
  if (!key) throw std::invalid_argument("a webhook's secret is none");
  std::string text(id);
  text.append(".").append(std::to_string(seconds)).append(".").append(body);
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned size = 0;
  if (!HMAC(EVP_sha256(), key->data(), static_cast<int>(key->size()), reinterpret_cast<const unsigned char*>(text.data()),
            text.size(), mac.data(), &size)) {
    throw std::runtime_error("HMAC-SHA256 is not available in this OpenSSL");
  }
  return "v1," + to_base64({reinterpret_cast<const char*>(mac.data()), size});
}

}  // namespace vinhdanh
