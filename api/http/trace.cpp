// Request ids and traceparents from one draw of fresh random digits.
#include "api/http/trace.hpp"

#include <algorithm>

namespace vinhdanh {
namespace {

bool is_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_id(std::string_view text) { return is_hex(text) && text.find_first_not_of('0') != std::string_view::npos; }

}  // namespace

bool is_traceparent(std::string_view text) {
  return text.size() == 55 && text.starts_with("00-") && text[35] == '-' && text[52] == '-' &&
         is_id(text.substr(3, 32)) && is_id(text.substr(36, 16)) && is_hex(text.substr(53));
}

TraceNames name_request(std::string_view callers_traceparent, Fresh& fresh) {
  const std::string digits = fresh.salt();
  TraceNames names;
  names.request_id = digits.substr(0, 32);
  const std::string span = digits.substr(32, 16);
  names.traceparent = is_traceparent(callers_traceparent) ? std::string(callers_traceparent.substr(0, 36)) + span +
                                                                std::string(callers_traceparent.substr(52))
                                                          : "00-" + names.request_id + "-" + span + "-01";
  return names;
}

}  // namespace vinhdanh
