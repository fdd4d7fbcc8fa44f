/// How much waits in an installation, for whoever watches the server.
#pragma once

#include "adapters/sql/sql_store.hpp"

namespace vinhdanh {

/// Safe from several threads. Throws StorageUnavailable.
class Statistics {
 public:
  /// `store` is borrowed.
  explicit Statistics(const SqlStore& store) : store_(store) {}

  [[nodiscard]] std::int64_t sessions(Instant system_now) const;  ///< in force
  [[nodiscard]] std::int64_t unread_notices() const;
  [[nodiscard]] std::int64_t waiting_mails() const;
  [[nodiscard]] std::int64_t given_up_mails() const;

 private:
  template <class... Params>
  [[nodiscard]] std::int64_t count(const char* text, const Params&... params) const;
  const SqlStore& store_;
};

}  // namespace vinhdanh
