/// The access log of a store over SQL.
#pragma once

#include "adapters/sql/sql_store.hpp"
#include "engine/ports/access_log.hpp"

namespace vinhdanh {

/// Borrows the store, and is as safe from several threads as it is. An entry that is alike another of its minute (kind,
/// person or else address, method, route, target, code) adds to its count. What was added is durable.
class SqlAccessLog final : public AccessLog {
 public:
  explicit SqlAccessLog(SqlStore& store) : store_(store) {}

  void add(std::span<const AccessEntry> entries) override;
  [[nodiscard]] std::vector<AccessEntry> find(const AccessQuery& query) const override;

  /// Deletes what is older, on an operator's word, and keeps on record up to when. Returns how many rows went.
  std::int64_t drop_before(Instant day);
  /// From when on the log is whole; null while nothing was ever deleted.
  [[nodiscard]] std::optional<Instant> kept_from() const;

 private:
  SqlStore& store_;
};

}  // namespace vinhdanh
