/// The bytes of a response.
#pragma once

#include <string>

#include "api/http/message.hpp"
#include "engine/model/basics.hpp"

namespace vinhdanh {

struct ResponseText {
  std::string head;  ///< with the empty line
  std::string body;  ///< empty for HEAD, 204 and 304
};

struct Framing {
  Instant now;
  bool close = false;
  bool https = false;
};

/// Adds what every answer has: Date, Content-Length, Connection, X-Request-Id, nosniff, no-store under /v1, HSTS on
/// https. A header that slipped past `HttpResponse::set` and is not legal throws std::invalid_argument; framing headers
/// of the handler's are dropped.
ResponseText compose(HttpResponse response, const HttpRequest& request, const Framing& framing);

/// `Sun, 06 Nov 1994 08:49:37 GMT`.
std::string http_date(Instant instant);

}  // namespace vinhdanh
