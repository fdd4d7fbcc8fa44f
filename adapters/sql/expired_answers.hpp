/// Deletes kept answers whose time is over, now and then.
#pragma once

#include <atomic>
#include <cstdint>

#include "adapters/sql/connection.hpp"
#include "adapters/sql/statements.hpp"
#include "engine/model/basics.hpp"

namespace vinhdanh::detail {

/// Safe from several threads: of those who come at once, one deletes.
class ExpiredAnswers {
 public:
  /// Once an hour of the time that the store was told. Throws SqlError.
  void sweep(Connection& writer, Instant seen) {
    std::int64_t last = swept_;
    if (seen.milliseconds - last < every || !swept_.compare_exchange_strong(last, seen.milliseconds)) return;
    writer.change(sql::drop_expired_answers, seen.milliseconds);
  }

 private:
  static constexpr std::int64_t every = 3'600'000;
  std::atomic<std::int64_t> swept_{0};
};

}  // namespace vinhdanh::detail
