/// Papers in the database, where every node finds them.
#pragma once

#include "adapters/postgres/postgres_store.hpp"
#include "engine/ports/blobs.hpp"

namespace vinhdanh {

/// Safe from several threads.
class PostgresBlobs final : public BlobStore {
 public:
  /// `store` is borrowed.
  explicit PostgresBlobs(PostgresStore& store) : store_(store) {}
  /// A paper of this id that is there is replaced.
  void put(const PaperId& id, const std::string& bytes) override;
  [[nodiscard]] std::optional<std::string> get(const PaperId& id) const override;
  void remove(const PaperId& id) override;

 private:
  PostgresStore& store_;
};

}  // namespace vinhdanh
