/// Messages over HTTP, by libcurl: to listed targets only, and to addresses of the public internet unless the list says otherwise.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "adapters/webhooks/targets.hpp"
#include "engine/ports/poster.hpp"

namespace vinhdanh {

struct CurlPosterOptions {
  WebhookTargets targets;
  std::string ca_file;  ///< empty: the system's
  long connect_milliseconds = 5'000;
  long total_milliseconds = 15'000;
  std::function<bool()> given_up;  ///< asked at least every second: true ends the request under way. May be empty.
};

/// Keeps connections open from one message to the next.
class CurlPoster final : public Poster {
 public:
  explicit CurlPoster(CurlPosterOptions options);
  ~CurlPoster() override;
  CurlPoster(const CurlPoster&) = delete;
  CurlPoster& operator=(const CurlPoster&) = delete;
  Posted post(const Post& post) override;

 private:
  CurlPosterOptions options_;
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace vinhdanh
