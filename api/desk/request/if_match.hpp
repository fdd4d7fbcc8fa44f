/// If-Match on acts: the version that the caller has seen.
#pragma once

#include <optional>

#include "api/desk/request/answers.hpp"
#include "api/http/preconditions.hpp"
#include "api/http/problems.hpp"

namespace vinhdanh {

namespace detail {
/// Adds the thing as it stands now to a 412, under `current`, and its ETag.
HttpResponse with_current(HttpResponse response, std::int64_t version, Json current);
}  // namespace detail

/// Nothing when If-Match names `version`. Otherwise 428 without it, 400 for `*` or a malformed one, 412 for another
/// version; then the body has what `current()` gives.
template <class Current>
std::optional<HttpResponse> check_if_match(const HttpRequest& request, std::int64_t version, Current&& current) {
  const auto expected = expected_version(request);
  if (const auto* seen = std::get_if<std::int64_t>(&expected); seen != nullptr && *seen == version) return std::nullopt;
  const auto* fault = std::get_if<Problem>(&expected);
  if (fault != nullptr && fault->status != 412) return respond_with(*fault, request);
  return detail::with_current(respond_with(known_problem("precondition_failed"), request), version, current());
}

}  // namespace vinhdanh
