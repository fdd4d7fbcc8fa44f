/// Idempotency-Key: one effect and one answer, however often a POST is sent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "api/desk/commands/run.hpp"

namespace vinhdanh {

inline constexpr std::int64_t kAnswersKept = 48LL * 60 * 60 * 1000;  ///< milliseconds of system time

/// What a POST with that key makes: the same id for the same key of the same appointment, and another for each `noun`. A UUID of
/// version 8: RFC 9562, section 5.8.
std::string id_of_key(std::string_view noun, const HttpRequest& request, const Actor& actor);

/// Hex SHA-256 over method, path and body.
std::string fingerprint_of(const HttpRequest& request);

/// 400 when a POST has no key or an unusable one.
std::optional<HttpResponse> check_key(const HttpRequest& request);

/// The kept answer when there is one: replayed, or 422 when the key belongs to another request.
std::optional<HttpResponse> replay(const Deps& deps, const HttpRequest& request, const Actor& actor);

/// What to keep with the change; nothing when the request has no key. Kept for `kAnswersKept`.
std::optional<KeptAnswer> answer_to_keep(const Deps& deps, const HttpRequest& request, const Actor& actor,
                                         const Prepared& prepared);

/// First answer and replay alike: body and receipts (canonical JSON array) become one object.
HttpResponse answer_with(int status, const std::string& body, const std::string& receipts, const Json& headers);

}  // namespace vinhdanh
