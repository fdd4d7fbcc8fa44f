/// The inside of the SQLite store: the writing session, the pool of reading ones, and what each may do.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/folder_lock.hpp"
#include "adapters/sqlite/known_appointments.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "engine/ports/nothing_written.hpp"

namespace vinhdanh {

/// Reading sessions, each lent to one thread at a time; one in which something failed is not used again.
class ReaderPool {
 public:
  ReaderPool(std::filesystem::path file, detail::Access access) : file_(std::move(file)), access_(access) {}

  template <class F>
  auto read(F run) {
    std::unique_ptr<detail::Connection> session;
    try {
      session = borrow();
      auto result = run(*session);
      give_back(std::move(session));
      return result;
    } catch (const std::exception& e) {
      give_back(nullptr);
      throw StorageUnavailable(std::string("reading failed: ") + e.what());
    }
  }

 private:
  std::unique_ptr<detail::Connection> borrow();
  void give_back(std::unique_ptr<detail::Connection> session);

  static constexpr int most = 4;
  std::filesystem::path file_;
  detail::Access access_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<detail::Connection>> idle_;
  int lent_ = 0;
};

struct SqliteStore::Inner {
  SqliteOptions options;
  std::optional<detail::FolderLock> lock;
  std::mutex writing;
  std::unique_ptr<detail::Connection> writer;  ///< none when read-only, or after a failure that closed it
  bool may_reopen = false;                     ///< under `writing`: then the next write opens one again
  std::unique_ptr<ReaderPool> readers;
  std::string instance;
  bool demo = false;
  std::atomic<std::int64_t> seen{0};  ///< the latest system time that the store was told, in milliseconds
  std::int64_t swept = 0;             ///< under `writing`: when expired answers were last deleted
  mutable detail::KnownAppointments appointments;

  template <class F>
  auto read(F run) const {
    return readers->read(std::move(run));
  }

  /// Runs `work` in a transaction under the writer's lock. An error before COMMIT undoes it: NothingWritten. One on COMMIT
  /// leaves the outcome open: StorageUnavailable. What a failure closes, and what opens again: docs/adr/0011.
  template <class F>
  auto write(F work) {
    const std::lock_guard lock_writer(writing);
    begin();
    try {
      auto result = work(*writer);
      commit();
      shorten_log();
      return result;
    } catch (const StorageUnavailable&) {
      throw;
    } catch (const std::exception& e) {
      undo(e);
      throw NothingWritten(std::string("nothing was written: ") + e.what());
    }
  }

  void begin();
  void reopen();
  void commit();
  void undo(const std::exception& fault);
  void shorten_log();
  /// Closes the writer without touching a file.
  void close(const std::exception& fault);
};

}  // namespace vinhdanh
