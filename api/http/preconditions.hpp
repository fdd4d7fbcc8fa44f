/// The request headers that guard a command: the bearer token, Idempotency-Key and If-Match.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "api/http/problem.hpp"

namespace vinhdanh {

/// The token of `Authorization: Bearer …` (RFC 6750); nothing when it is absent or not a token68.
std::optional<std::string> bearer_token(const HttpRequest& request);

/// 1 to 128 visible ASCII characters, or 400 `idempotency_key_missing` / `idempotency_key_invalid`.
std::variant<std::string, Problem> idempotency_key(const HttpRequest& request);

/// The version in `If-Match: "n"`. Absent: 428. `*`, a list or a malformed tag: 400 `invalid_precondition`. A weak tag
/// or a tag that is no version of ours can't be the current one: 412 `precondition_failed`.
std::variant<std::int64_t, Problem> expected_version(const HttpRequest& request);

/// `"n"`, the value of ETag.
std::string etag_of(std::int64_t version);

}  // namespace vinhdanh
