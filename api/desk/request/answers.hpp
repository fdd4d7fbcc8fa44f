/// The answers that every handler of the desk gives alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/http/problem.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {

using Json = nlohmann::json;

/// `application/json; charset=utf-8`, never cached.
HttpResponse json_response(int status, const Json& body);
HttpResponse json_text(int status, std::string body);

/// The answer to a thing that is absent and to one that is out of scope: the same bytes but for the trace id.
HttpResponse not_found(const HttpRequest& request);
/// 422 `validation` with one error per member.
HttpResponse invalid(const HttpRequest& request, std::vector<ProblemError> errors);
HttpResponse refused(const HttpRequest& request, const Refusal& refusal);
HttpResponse refused(const HttpRequest& request, RefusalReason reason);
/// 503 `outcome_unknown`: the same Idempotency-Key settles it.
HttpResponse outcome_unknown(const HttpRequest& request);
/// 503 `busy`: others kept changing what the request needs.
HttpResponse busy(const HttpRequest& request);
/// 503 `storage_unavailable`.
HttpResponse storage_unavailable(const HttpRequest& request);
/// 429 `rate_limited` with Retry-After.
HttpResponse rate_limited(const HttpRequest& request, int seconds);
/// The problem of that code as the catalogue has it (`known_problem`).
HttpResponse problem(const HttpRequest& request, std::string_view code);

ProblemError unknown_value(std::string pointer);
ProblemError missing_value(std::string pointer);
/// A client's reference goes into events and addresses, so it must not be able to carry a name: letters, digits and `._:/-`,
/// 1 to 100 of them. Adds the fault of a wrong one.
void check_reference(const std::optional<std::string>& reference, std::vector<ProblemError>& errors);
ProblemError too_long(std::string pointer, std::size_t limit);

}  // namespace vinhdanh
