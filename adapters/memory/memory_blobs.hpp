/// Papers in memory, for tests and examples.
#pragma once

#include <map>
#include <mutex>

#include "engine/ports/blobs.hpp"

namespace vinhdanh {

/// Safe from several threads.
class MemoryBlobs final : public BlobStore {
 public:
  void put(const PaperId& id, const std::string& bytes) override;
  [[nodiscard]] std::optional<std::string> get(const PaperId& id) const override;
  void remove(const PaperId& id) override;
  /// How many papers are kept.
  [[nodiscard]] std::size_t size() const;

 private:
  mutable std::mutex mutex_;
  std::map<PaperId, std::string> papers_;
};

}  // namespace vinhdanh
