// Papers in memory: a map under a lock.
#include "adapters/memory/memory_blobs.hpp"

namespace vinhdanh {

void MemoryBlobs::put(const PaperId& id, const std::string& bytes) {
  const std::lock_guard lock(mutex_);
  papers_[id] = bytes;
}

std::optional<std::string> MemoryBlobs::get(const PaperId& id) const {
  const std::lock_guard lock(mutex_);
  const auto at = papers_.find(id);
  if (at == papers_.end()) return std::nullopt;
  return at->second;
}

void MemoryBlobs::remove(const PaperId& id) {
  const std::lock_guard lock(mutex_);
  papers_.erase(id);
}

std::size_t MemoryBlobs::size() const {
  const std::lock_guard lock(mutex_);
  return papers_.size();
}

}  // namespace vinhdanh
