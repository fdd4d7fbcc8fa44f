/// Leases as rows of the nodes' common database.
#pragma once

#include "adapters/postgres/postgres_store.hpp"
#include "engine/ports/leases.hpp"

namespace vinhdanh {

/// Time is the server's, so that nodes' clocks need not agree. In a database that has no leases yet (schema 3) every node has
/// every one.
class PostgresLeases final : public Leases {
 public:
  /// `store` is borrowed; `holder` names this node and no other.
  PostgresLeases(PostgresStore& store, std::string holder) : store_(store), holder_(std::move(holder)) {}
  Leased take(const std::string& work, std::int64_t milliseconds) override;
  void give_back(const std::string& work) override;

 private:
  PostgresStore& store_;
  const std::string holder_;
};

}  // namespace vinhdanh
