/// Idempotency-Key: one effect and one answer, however often a POST is sent.
#pragma once

#include <optional>
#include <string>

#include "api/desk/commands/run.hpp"

namespace vinhdanh {

/// Hex SHA-256 over method, path and body.
std::string fingerprint_of(const HttpRequest& request);

/// 400 when a POST has no key or an unusable one.
std::optional<HttpResponse> check_key(const HttpRequest& request);

/// The kept answer when there is one: replayed, or 422 when the key belongs to another request.
std::optional<HttpResponse> replay(const Deps& deps, const HttpRequest& request, const Actor& actor);

/// What to keep with the change; nothing when the request has no key. Kept for 48 hours of system time.
std::optional<KeptAnswer> answer_to_keep(const Deps& deps, const HttpRequest& request, const Actor& actor,
                                         const Prepared& prepared);

/// First answer and replay alike: body and receipts (canonical JSON array) become one object.
HttpResponse answer_with(int status, const std::string& body, const std::string& receipts, const Json& headers);

}  // namespace vinhdanh
