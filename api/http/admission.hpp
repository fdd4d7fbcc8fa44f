/// Judges the head of a request before its body is read: framing, Host, target, route, and what the body may be.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "api/http/problem.hpp"
#include "api/http/router.hpp"

namespace vinhdanh {

/// The head as the parser saw it.
struct RequestHead {
  std::string method;
  std::string target;
  bool http_1_0 = false;
  std::vector<std::pair<std::string, std::string>> fields;  ///< in order; names in lower case, values trimmed
  bool chunked = false;
  std::uint64_t content_length = 0;
  [[nodiscard]] bool has_body() const { return chunked || content_length > 0; }
};

struct Admission {
  HttpRequest request;               ///< complete but for the body and the ids
  const HttpRoute* route = nullptr;  ///< set when the path and the method are known, also when refused after that
  std::optional<Problem> refusal;
  bool close = false;  ///< the refusal is about framing: what follows on the connection can't be trusted
  bool expects_continue = false;
};

Admission admit(RequestHead head, const Router& router, const std::set<std::string>& hosts);

}  // namespace vinhdanh
