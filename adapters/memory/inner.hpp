/// The inside of the memory store: its tables and the one lock around them.
#pragma once

#include <mutex>

#include "adapters/memory/memory_store.hpp"
#include "adapters/memory/tables.hpp"

namespace vinhdanh {

struct MemoryStore::Inner {
  mutable std::mutex mutex;  // not a shared one: its readers may keep a writer out for ever
  detail::Tables tables;
  Instant seen;
  [[nodiscard]] std::unique_lock<std::mutex> alone() const { return std::unique_lock(mutex); }
};

}  // namespace vinhdanh
