/// A session with a SQLite file.
#pragma once

#include <filesystem>

#include "adapters/sql/connection.hpp"

namespace vinhdanh::detail {

/// What SQLite said, with its extended result code.
struct SqliteError : SqlError {
  SqliteError(const std::string& what, int result) : SqlError(what), code(result) {}
  /// A sync failed: what it should have made durable may be lost although it still reads well.
  [[nodiscard]] bool is_failed_sync() const;
  [[nodiscard]] bool is_busy() const;
  int code;
};

enum class Access {
  write,      ///< creates the file; checkpoints
  read,       ///< query_only, never checkpoints, also not on close
  read_still  ///< the same on a file that nobody else has open and whose log is empty: creates no file beside it
};

class SqliteConnection final : public Connection {
 public:
  /// Opens and sets the session up for its kind of access. Throws SqliteError.
  SqliteConnection(const std::filesystem::path& file, Access access);

  void script(const std::string& text) override;

  [[nodiscard]] bool in_transaction() const;
  /// Pages in the log after this session's last commit.
  [[nodiscard]] int log_pages() const { return log_pages_; }
  /// Brings the log into the main file as far as no reader is in the way, and syncs it. Throws SqliteError.
  void checkpoint();
  /// Brings all of it over and empties the log, waiting for readers. Throws SqliteError.
  void empty_log();
  /// From now on closing this session touches no file.
  void leave_log();

 private:
  [[nodiscard]] std::exception_ptr fault_of(const soci::soci_error& said) const override;

  int log_pages_ = 0;
};

}  // namespace vinhdanh::detail
