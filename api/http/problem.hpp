/// Problems as RFC 9457 says, with a stable code, reasons and JSON Pointers.
#pragma once

#include <string>
#include <vector>

#include "api/http/message.hpp"
#include "engine/refusal/refusal.hpp"

namespace vinhdanh {

/// One member of the request that is wrong.
struct ProblemError {
  std::string pointer;  ///< JSON Pointer into the body, or "#/query/limit"
  std::string code;
  std::string detail_vi;
  std::string detail_en;
};

struct Problem {
  int status = 400;
  std::string code;  ///< lower snake; the type is /problems/<code with dashes>
  std::string detail_vi;
  std::string detail_en;
  std::vector<ProblemError> errors;
  std::vector<RefusalReason> reasons;
  std::vector<std::pair<std::string, std::string>> headers;  ///< Allow, Retry-After, WWW-Authenticate
};

/// `application/problem+json; charset=utf-8` with type, title (by Accept-Language, Vietnamese first), status, code,
/// detail, errors[], reasons[] {code, vi, en, citation or "assumed", pointer, details}, trace_id.
HttpResponse respond_with(const Problem& problem, const HttpRequest& request);

/// The status of the first reason, code = that reason's name.
Problem problem_of(const Refusal& refusal);

}  // namespace vinhdanh
