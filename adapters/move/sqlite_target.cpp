// One transaction for all rows; papers are files beside it.
#include "adapters/move/sqlite_target.hpp"

#include "adapters/files/durable_file.hpp"
#include "adapters/move/json_writer.hpp"
#include "adapters/open_fault.hpp"
#include "adapters/sql/moving_marks.hpp"
#include "adapters/sqlite/reading_access.hpp"
#include "adapters/sqlite/schema.hpp"
#include "adapters/sqlite/sqlite_store.hpp"

namespace vinhdanh::detail {
namespace {

namespace fs = std::filesystem;

/// The index of words is made of the entries that came.
constexpr const char* search_anew = "INSERT INTO dossier_search (dossier_search) VALUES ('rebuild')";

}  // namespace

MoveTarget::State SqliteTarget::state() {
  std::error_code none;
  if (!fs::exists(folder_, none) || (fs::is_directory(folder_, none) && fs::is_empty(folder_, none))) return State::empty;
  const fs::path file = SqliteStore::database_file(folder_);
  if (!fs::exists(file, none)) return State::used;
  const ReadingAccess reading = reading_access(folder_);
  SqliteConnection session(file, reading.access);
  return stored_schema(session) > 0 && is_moving_in(session) ? State::moving_in : State::used;
}

void SqliteTarget::own() {
  lock_ = FolderLock::take(folder_);
  if (!lock_) throw CannotOpen(OpenFault::in_use, "another process has " + folder_.string());
  writer_ = std::make_unique<SqliteConnection>(SqliteStore::database_file(folder_), Access::write);
}

void SqliteTarget::begin(const Identity& identity) {
  make_private_folder(folder_);
  // SQLite would give a new file the process's usual mode.
  write_private_file(SqliteStore::database_file(folder_), "");
  own();
  migrate(*writer_, {identity, true});
  writer_->script("BEGIN IMMEDIATE");
}

std::unique_ptr<TableWriter> SqliteTarget::writer(const MovedTable& table) {
  return std::make_unique<JsonWriter>(*writer_, table);
}

void SqliteTarget::commit() {
  writer_->script(search_anew);
  writer_->script("COMMIT");
}

void SqliteTarget::resume() { own(); }

void SqliteTarget::settle() {
  unmark_moving_in(*writer_);
  writer_->checkpoint();
}

}  // namespace vinhdanh::detail
