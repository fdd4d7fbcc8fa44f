/// What a store over SQL needs of its database: sessions to read in, transactions to write in, and commits.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "adapters/sql/connection.hpp"
#include "adapters/sql/list_table.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh::detail {

/// Safe from several threads.
class Database {
 public:
  virtual ~Database() = default;
  [[nodiscard]] virtual Dialect dialect() const = 0;
  [[nodiscard]] virtual const ListTable& list_table() const = 0;

  /// Lends a session in which nothing is written. Throws StorageUnavailable.
  virtual void reading(const std::function<void(Connection&)>& work) = 0;
  /// One transaction. An error before COMMIT undoes it: NothingWritten. One on COMMIT leaves the outcome open:
  /// StorageUnavailable.
  virtual void writing(const std::function<void(Connection&)>& work) = 0;
  /// As `Store::commit`; `seen` is the latest system time that the store was told.
  virtual std::vector<CommitResult> commit(std::span<const Change> changes, Instant seen) = 0;
  [[nodiscard]] virtual std::vector<Appointment> appointments_of(const OfficeId& office) = 0;

  [[nodiscard]] virtual const std::string& instance() const = 0;
  [[nodiscard]] virtual bool demo() const = 0;
  /// How many commits may run at once.
  [[nodiscard]] virtual int lanes() const { return 1; }
};

}  // namespace vinhdanh::detail
