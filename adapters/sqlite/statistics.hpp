/// How much waits in a folder, for whoever watches the server.
#pragma once

#include <filesystem>
#include <memory>

#include "engine/model/basics.hpp"

namespace vinhdanh {

/// Reads beside the owner on a session of its own; one thread at a time. Throws StorageUnavailable.
class Statistics {
 public:
  explicit Statistics(const std::filesystem::path& folder);
  ~Statistics();

  [[nodiscard]] std::int64_t sessions(Instant system_now);  ///< in force
  [[nodiscard]] std::int64_t unread_notices();
  [[nodiscard]] std::int64_t waiting_mails();
  [[nodiscard]] std::int64_t given_up_mails();

 private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace vinhdanh
