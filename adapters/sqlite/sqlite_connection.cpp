// Opening a session, scripts, and errors.
#include "adapters/sqlite/sqlite_connection.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

#include "adapters/random.hpp"

namespace vinhdanh::detail {
namespace {

/// As a URI, so that no character of a path means anything to SQLite or to SOCI's list of options.
std::string uri(const std::filesystem::path& file, Access access) {
  std::string text = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                       c == '.' || c == '-' || c == '_';
    if (plain) text += c;
    else text += '%' + hex_text(std::string(1, c));
  }
  if (access == Access::read) text += "?mode=ro";
  if (access == Access::read_still) text += "?mode=ro&immutable=1";
  return text;
}

sqlite_api::sqlite3* handle(const soci::session& session) {
  return static_cast<soci::sqlite3_session_backend*>(const_cast<soci::session&>(session).get_backend())->conn_;
}

void open(soci::session& session, const std::filesystem::path& file, Access access) {
  // The timeout is in seconds; it covers a verifier that reads the file beside the server.
  session.open(soci::sqlite3, "db=\"" + uri(file, access) + "\" timeout=5");
}

int note_log_pages(void* pages, sqlite_api::sqlite3*, const char*, int count) {
  *static_cast<int*>(pages) = count;
  return SQLITE_OK;
}

// The writer is the one connection that checkpoints (SQLite before 3.51.3 may corrupt the log when two do). Its owner
// tells it when: SQLite's own automatic one swallows its errors, and our hook stands in its place.
constexpr const char* writer_settings =
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA recursive_triggers = ON;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA mmap_size = 0;";
constexpr const char* reader_settings =
    "PRAGMA query_only = ON;"
    "PRAGMA wal_autocheckpoint = 0;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA mmap_size = 0;";

}  // namespace

SqliteConnection::SqliteConnection(const std::filesystem::path& file, Access access) : Connection(Dialect::sqlite) {
  try {
    open(session_, file, access);
  } catch (const soci::soci_error& fault) {
    std::rethrow_exception(fault_of(fault));
  }
  sqlite_api::sqlite3_extended_result_codes(handle(session_), 1);
  if (access == Access::write) {
    script(writer_settings);
    sqlite_api::sqlite3_wal_hook(handle(session_), note_log_pages, &log_pages_);
  } else {
    leave_log();
    script(reader_settings);
  }
}

void SqliteConnection::script(const std::string& text) {
  char* message = nullptr;
  const int result = sqlite_api::sqlite3_exec(handle(session_), text.c_str(), nullptr, nullptr, &message);
  const std::string said = message ? message : "";
  sqlite_api::sqlite3_free(message);
  if (result != SQLITE_OK) throw SqliteError(said, result);
}

std::exception_ptr SqliteConnection::fault_of(const soci::soci_error& said) const {
  const auto* known = dynamic_cast<const soci::sqlite3_soci_error*>(&said);
  return std::make_exception_ptr(SqliteError(said.get_error_message(), known ? known->result() : SQLITE_ERROR));
}

bool SqliteError::is_failed_sync() const {
  return code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC || code == SQLITE_IOERR_CLOSE;
}

bool SqliteError::is_busy() const { return (code & 0xff) == SQLITE_BUSY; }

bool SqliteConnection::in_transaction() const { return sqlite_api::sqlite3_get_autocommit(handle(session_)) == 0; }

void SqliteConnection::checkpoint() { script("PRAGMA wal_checkpoint(PASSIVE)"); }

void SqliteConnection::empty_log() {
  const auto busy = value<int>("PRAGMA wal_checkpoint(TRUNCATE)");
  if (busy.value_or(1) != 0) throw SqliteError("somebody keeps reading from the database's log", SQLITE_BUSY);
}

void SqliteConnection::leave_log() {
  sqlite_api::sqlite3_db_config(handle(session_), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

}  // namespace vinhdanh::detail
