/// Reads a JSON body into a struct, or gives the problem that says what is wrong with it.
#pragma once

#include <string>
#include <vector>

#include "api/desk/request/answers.hpp"
#include "api/desk/request/outcome.hpp"
#include "engine/codec/reflect.hpp"
#include "engine/model/members.hpp"

namespace vinhdanh {

/// Texts come trimmed. 400 `invalid_json` when it is not one JSON value, 422 `validation` for unsafe text and for what
/// is too long: 20,000 bytes a text (300 for numbers, ids and references), 500 items a list.
Or<Json> parse_body(const HttpRequest& request);

std::vector<ProblemError> as_problem_errors(const std::vector<DecodeError>& errors);

/// A body that says nothing: `{}`.
struct NoBody {
  VINHDANH_MEMBERS()
};

template <class T>
Or<T> read_body(const HttpRequest& request) {
  auto json = parse_body(request);
  if (!json) return json.response();
  auto decoded = decode_strict<T>(*json);
  if (!decoded.value) return invalid(request, as_problem_errors(decoded.errors));
  return std::move(*decoded.value);
}

}  // namespace vinhdanh
