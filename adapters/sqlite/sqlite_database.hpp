/// A SQLite file as a database of the store: one writing session, a pool of reading ones, and the folder's lock.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "adapters/sql/database.hpp"
#include "adapters/sql/expired_answers.hpp"
#include "adapters/sql/installation.hpp"
#include "adapters/sqlite/folder_lock.hpp"
#include "adapters/sqlite/known_appointments.hpp"
#include "adapters/sqlite/sqlite_connection.hpp"
#include "adapters/sqlite/sqlite_list_table.hpp"
#include "adapters/sqlite/sqlite_store.hpp"

namespace vinhdanh::detail {

/// Reading sessions, each lent to one thread at a time; one in which something failed is not used again.
class ReaderPool {
 public:
  ReaderPool(std::filesystem::path file, Access access) : file_(std::move(file)), access_(access) {}

  /// Throws StorageUnavailable.
  void lend(const std::function<void(Connection&)>& work);

 private:
  std::unique_ptr<SqliteConnection> borrow();
  void give_back(std::unique_ptr<SqliteConnection> session);

  static constexpr int most = 4;
  std::filesystem::path file_;
  Access access_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<SqliteConnection>> idle_;
  int lent_ = 0;
};

class SqliteDatabase final : public Database {
 public:
  /// Throws CannotOpen.
  explicit SqliteDatabase(SqliteOptions options);
  ~SqliteDatabase() override;

  [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
  [[nodiscard]] const ListTable& list_table() const override { return list_table_; }
  void reading(const std::function<void(Connection&)>& work) override { readers_->lend(work); }
  void writing(const std::function<void(Connection&)>& work) override;
  std::vector<CommitResult> commit(std::span<const Change> changes, Instant seen) override;
  [[nodiscard]] std::vector<Appointment> appointments_of(const OfficeId& office) override;
  [[nodiscard]] const std::string& instance() const override { return identity_.instance; }
  [[nodiscard]] bool demo() const override { return identity_.demo; }

 private:
  void open();
  void begin();
  void reopen();
  void commit_transaction();
  void undo(const std::exception& fault);
  void shorten_log();
  /// Closes the writer without touching a file. What a failure closes, and what opens again: docs/adr/0011.
  void close(const std::exception& fault);
  [[nodiscard]] std::vector<Appointment> read_appointments();

  SqliteOptions options_;
  std::optional<FolderLock> lock_;
  std::mutex writing_;
  std::unique_ptr<SqliteConnection> writer_;  ///< none when read-only, or after a failure that closed it
  bool may_reopen_ = false;                   ///< under `writing_`: then the next write opens one again
  std::unique_ptr<ReaderPool> readers_;
  Identity identity_;
  ExpiredAnswers expired_answers_;
  KnownAppointments appointments_;
  SqliteListTable list_table_;
};

}  // namespace vinhdanh::detail
