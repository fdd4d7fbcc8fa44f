/// Requests and responses as values: workers build them, the io thread owns the sockets.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vinhdanh {

struct HttpRequest {
  std::string method;
  std::string path;                               ///< as matched, still encoded
  std::map<std::string, std::string> parameters;  ///< of the route's pattern, percent-decoded once
  std::map<std::string, std::string> query;       ///< decoded; a repeated name was refused before (B54)
  std::map<std::string, std::string> headers;     ///< names in lower case
  std::string body;
  std::string request_id;   ///< made by the server, in every log line and problem
  std::string traceparent;  ///< W3C; the caller's, or a new one
  std::string peer;         ///< address of the other end of the connection, without its port
  [[nodiscard]] std::optional<std::string> header(const std::string& lower_case_name) const;
};

class Stream;

/// Header values pass one setter that refuses CR, LF and NUL.
struct HttpResponse {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::string code;  ///< of the problem that this is; empty otherwise. Not sent.
  /// Set: the body has no end that is known, and is what comes through this (api/http/stream.hpp); then the connection is closed.
  std::shared_ptr<Stream> stream;
  void set(std::string name, std::string value);
};

/// Called exactly once, from any thread.
using Respond = std::function<void(HttpResponse)>;

}  // namespace vinhdanh
