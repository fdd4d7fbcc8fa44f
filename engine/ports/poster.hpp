/// Where webhooks' messages go.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vinhdanh {

struct Post {
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

struct Posted {
  int status = 0;                           ///< of the answer; 0: there was none
  std::optional<std::int64_t> retry_after;  ///< seconds that the receiver asks to be left alone
  bool given_up = false;                    ///< by this side, for reasons of its own
  std::string why;                          ///< there was no answer, for people; holds no part of the address behind its host
};

/// Blocks for at most a stated time. For one thread.
class Poster {
 public:
  virtual ~Poster() = default;
  /// One request; no redirect is followed.
  virtual Posted post(const Post& post) = 0;
};

}  // namespace vinhdanh
