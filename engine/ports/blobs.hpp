/// Where the bytes of papers are kept.
#pragma once

#include <optional>
#include <string>

#include "engine/model/basics.hpp"

namespace vinhdanh {

/// Written before the event that names the paper, and removed when that event is not written; an orphan is harmless.
class BlobStore {
 public:
  virtual ~BlobStore() = default;
  /// Durable when it returns. Throws StorageUnavailable.
  virtual void put(const PaperId& id, const std::string& bytes) = 0;
  [[nodiscard]] virtual std::optional<std::string> get(const PaperId& id) const = 0;
  /// Takes an unnamed blob away; one that is not there is no fault. Throws StorageUnavailable.
  virtual void remove(const PaperId& id) = 0;
};

}  // namespace vinhdanh
