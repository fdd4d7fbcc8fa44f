/// Signatures of webhooks as the Standard Webhooks specification has them (standardwebhooks.com, version 1.0.0).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vinhdanh {

/// `whsec_` and base64 of 32 random bytes.
std::string new_webhook_secret();

/// The key behind a secret; nothing for other text, and for keys that are not of 24 to 64 bytes.
std::optional<std::string> webhook_key(std::string_view secret);

/// `v1,` and base64 of the HMAC-SHA256 over id, time in seconds and body, parted by dots. Throws std::invalid_argument for what
/// is no secret.
std::string webhook_signature(std::string_view secret, std::string_view id, std::int64_t seconds, std::string_view body);

}  // namespace vinhdanh
