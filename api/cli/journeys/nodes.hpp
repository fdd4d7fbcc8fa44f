/// The servers that a walk goes to: one, or several nodes of one installation in turn.
#pragma once

#include <string>
#include <vector>

#include "api/cli/http_client.hpp"

namespace vinhdanh::journeys {

class Nodes {
 public:
  /// Throws HttpFailure for what is no address, std::invalid_argument for none.
  explicit Nodes(const std::vector<std::string>& urls);

  struct Reply {
    HttpReply http;
    bool again = false;  ///< an earlier node gave no answer, or none that settles: it may have been done there
  };
  /// Each request goes to the next node. Where there are several, one that cannot answer is passed over, for a minute at most.
  /// Throws HttpFailure.
  Reply request(const std::string& method, const std::string& path, const HttpHeaders& headers, const std::string& body);

 private:
  std::vector<HttpClient> clients_;
  std::size_t next_ = 0;
};

}  // namespace vinhdanh::journeys
