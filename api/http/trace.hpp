/// Names for one request: the server's id and the W3C traceparent.
#pragma once

#include <string>
#include <string_view>

#include "engine/ports/fresh.hpp"

namespace vinhdanh {

/// Version 00 of W3C Trace Context: lower-case hex, neither id all zeros. A caller's text of any other shape is
/// ignored.
bool is_traceparent(std::string_view text);

struct TraceNames {
  std::string request_id;   ///< 32 hex digits
  std::string traceparent;  ///< the caller's trace with a span of ours, or a new trace whose id is the request id
};
TraceNames name_request(std::string_view callers_traceparent, Fresh& fresh);

}  // namespace vinhdanh
