/// An access log in memory, for tests and examples.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "adapters/memory/memory_store.hpp"
#include "engine/ports/access_log.hpp"

namespace vinhdanh {

/// Safe from several threads. Takes alike entries of one minute together, as the SQLite one does.
class MemoryAccessLog final : public AccessLog {
 public:
  explicit MemoryAccessLog(MemoryStore&) {}

  void add(std::span<const AccessEntry> entries) override;
  [[nodiscard]] std::vector<AccessEntry> find(const AccessQuery& query) const override;

 private:
  mutable std::mutex mutex_;
  std::vector<AccessEntry> entries_;
  std::map<std::string, std::size_t> by_key_;  ///< of alike entries, the place in `entries_`
};

}  // namespace vinhdanh
