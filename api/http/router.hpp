/// Finds the route of a request.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "api/http/route.hpp"

namespace vinhdanh {

class Router {
 public:
  /// The pattern `/{*}` takes every path whose first segment no other pattern begins with. Throws std::invalid_argument for a malformed
  /// pattern and for two routes that take the same requests.
  explicit Router(std::vector<HttpRoute> routes);

  struct Match {
    const HttpRoute* route = nullptr;  ///< lives as long as the router; null when no route takes the request
    std::map<std::string, std::string> parameters;
    std::vector<std::string> allowed;  ///< methods of this path; empty when the path is unknown
  };
  /// A literal segment wins over a parameter. GET routes also answer HEAD. A parameter is never empty; what `/{*}` takes is not told.
  [[nodiscard]] Match find(const std::string& method, const std::vector<std::string>& segments) const;

 private:
  struct Entry {
    HttpRoute route;
    std::vector<std::string> segments;  // a parameter is "{name}"
  };
  [[nodiscard]] bool begins_none(const std::vector<std::string>& segments) const;

  std::vector<Entry> entries_;  // literals before parameters, so the first match is the best one
};

}  // namespace vinhdanh
