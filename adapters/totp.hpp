/// Codes that change with the time, as a second factor: RFC 6238 with SHA-1, 30 seconds and six digits, which is what
/// the usual programs on telephones speak.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/model/basics.hpp"

namespace vinhdanh {

/// 160 random bits in base32.
std::string new_totp_secret();
/// Whether it has the form of one.
bool is_totp_secret(std::string_view text);

/// The 30 seconds that an instant of system time falls into.
std::int64_t totp_step(Instant system_now);

/// Throws std::invalid_argument for a secret that is not base32.
std::string totp_code(std::string_view secret_base32, std::int64_t step, int digits = 6);

/// The step whose code this is, if it is this one or the one before or after it.
std::optional<std::int64_t> step_of_code(std::string_view secret_base32, std::string_view code, Instant system_now);

/// `otpauth://totp/…`, for a picture to be photographed. `login` may hold any character.
std::string otpauth_uri(std::string_view secret_base32, std::string_view login);

/// RFC 4648, section 6, without padding.
std::string to_base32(std::string_view bytes);
std::optional<std::string> from_base32(std::string_view text);

}  // namespace vinhdanh
