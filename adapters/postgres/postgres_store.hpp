/// The store on a PostgreSQL server, shared by any number of nodes.
#pragma once

#include <optional>
#include <string>

#include "adapters/open_fault.hpp"
#include "adapters/sql/sql_store.hpp"

namespace vinhdanh {

struct PostgresOptions {
  /// As libpq takes it, of the application's role. Name several hosts with target_session_attrs=read-write, and a promoted
  /// standby is found.
  std::string url;
  std::string schema = "vinhdanh";  ///< several installations may share a database
  std::optional<bool> demo;  ///< the database must carry this mark
  int sessions = 8;          ///< for reading and small writes
  int lanes = 2;             ///< commits at once
  bool read_only = false;    ///< opens what was moved away too
  /// Of `vinhdanh move` alone, whose role owns the tables and may more than a node's: opens what is still moving in.
  bool moving = false;
};

class PostgresStore final : public SqlStore {
 public:
  /// Applies no migration: `vinhdanh migrate` does. Throws CannotOpen when the server's settings or the role's rights are not
  /// safe, the schema is not one that this program serves, or the server cannot be reached.
  explicit PostgresStore(PostgresOptions options);

  [[nodiscard]] int schema_version() const override;
  [[nodiscard]] bool shared() const override { return true; }

 private:
  friend class PostgresBlobs;
  friend class PostgresLeases;
};

}  // namespace vinhdanh
