// An access log in memory.
#include "adapters/memory/memory_access_log.hpp"

#include <algorithm>

#include "adapters/access_ration.hpp"

namespace vinhdanh {
namespace {

bool is_of(const std::vector<OfficeId>& offices, const AccessEntry& it) {
  if (offices.empty()) return true;
  if (!it.office) return it.kind == AccessKind::exported;
  return std::ranges::find(offices, *it.office) != offices.end();
}

bool is_wanted(const AccessQuery& query, const AccessEntry& it) {
  return (query.before <= 0 || it.seq < query.before) && (!query.kind || it.kind == *query.kind) &&
         (!query.person || it.person == query.person) &&
         is_of(query.offices, it) &&
         (!query.from || it.at >= *query.from) && (!query.to || it.at < *query.to);
}

}  // namespace

void MemoryAccessLog::add(std::span<const AccessEntry> entries) {
  const std::lock_guard lock(mutex_);
  for (const AccessEntry& entry : entries) {
    const auto [alike, is_new] = by_key_.try_emplace(alike_key(entry), entries_.size());
    if (!is_new) {
      entries_[alike->second].count += entry.count;
      continue;
    }
    entries_.push_back(entry);
    entries_.back().seq = static_cast<std::int64_t>(entries_.size());
  }
}

std::vector<AccessEntry> MemoryAccessLog::find(const AccessQuery& query) const {
  const std::lock_guard lock(mutex_);
  std::vector<AccessEntry> found;
  for (auto at = entries_.rbegin(); at != entries_.rend() && found.size() < static_cast<std::size_t>(query.limit); ++at) {
    if (is_wanted(query, *at)) found.push_back(*at);
  }
  return found;
}

}  // namespace vinhdanh
