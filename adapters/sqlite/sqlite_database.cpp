// Opening and closing a folder, and its transactions.
#include "adapters/sqlite/sqlite_database.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <functional>

#include "adapters/files/durable_file.hpp"
#include "adapters/sql/installation.hpp"
#include "adapters/sql/moving_marks.hpp"
#include "adapters/sql/statements.hpp"
#include "adapters/sqlite/apply_change.hpp"
#include "adapters/sqlite/reading_access.hpp"
#include "adapters/sqlite/schema.hpp"
#include "adapters/sqlite/settings.hpp"
#include "engine/codec/codec.hpp"


namespace vinhdanh::detail {
namespace {

constexpr int log_limit = 1000;  ///< pages after which the log is brought into the main file

void check_settings(Connection& connection, bool writer) {
  std::string sentence;
  for (const std::string& fault : setting_faults(settings_of(connection), writer))
    sentence += (sentence.empty() ? "" : "; ") + fault;
  if (!sentence.empty()) throw CannotOpen(OpenFault::settings, "the database's settings are not safe: " + sentence);
}

/// SQLite would give a new file the process's usual mode; its log takes after it.
void make_private(const std::filesystem::path& file) {
  const int fd = open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd >= 0) close(fd);
}

/// The log may hold commits whose sync failed: they read well and may yet be lost. Writing them into the main file and
/// syncing that makes them as durable as any other before something is built on them.
std::unique_ptr<SqliteConnection> open_settled(const std::filesystem::path& file) {
  auto writer = std::make_unique<SqliteConnection>(file, Access::write);
  try {
    check_settings(*writer, true);
    writer->empty_log();
  } catch (...) {
    writer->leave_log();
    throw;
  }
  return writer;
}

std::unique_ptr<SqliteConnection> open_writer(const SqliteOptions& options) {
  const std::filesystem::path file = SqliteStore::database_file(options.folder);
  make_private(file);
  auto writer = open_settled(file);
  if (stored_schema(*writer) > 0) {
    identity_of(*writer, options.demo, "folder");
    if (!options.moving) refuse_moved(*writer, Opened::to_work);
  }
  migrate(*writer, {{"", options.demo.value_or(false)}});
  return writer;
}

}  // namespace

void ReaderPool::lend(const std::function<void(Connection&)>& work) {
  std::unique_ptr<SqliteConnection> session;
  try {
    session = borrow();
    work(*session);
    give_back(std::move(session));
  } catch (const std::exception& e) {
    give_back(nullptr);
    throw StorageUnavailable(std::string("reading failed: ") + e.what());
  }
}

std::unique_ptr<SqliteConnection> ReaderPool::borrow() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [this] { return lent_ < most; });
  ++lent_;
  if (!idle_.empty()) {
    auto session = std::move(idle_.back());
    idle_.pop_back();
    return session;
  }
  lock.unlock();
  return std::make_unique<SqliteConnection>(file_, access_);
}

void ReaderPool::give_back(std::unique_ptr<SqliteConnection> session) {
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (session) idle_.push_back(std::move(session));
  }
  returned_.notify_one();
}

void SqliteDatabase::begin() {
  if (!writer_) reopen();
  try {
    writer_->script("BEGIN IMMEDIATE");
  } catch (const SqliteError& e) {
    throw NothingWritten(std::string("no transaction could be begun: ") + e.what());
  }
}

void SqliteDatabase::reopen() {
  if (!may_reopen_) throw NothingWritten("the store is closed for writing");
  try {
    writer_ = open_settled(SqliteStore::database_file(options_.folder));
  } catch (const std::exception& e) {
    close(e);
    throw NothingWritten(std::string("the store could not be opened again: ") + e.what());
  }
}

void SqliteDatabase::close(const std::exception& fault) {
  const auto* known = dynamic_cast<const SqliteError*>(&fault);
  may_reopen_ = known && !known->is_failed_sync();
  if (writer_) writer_->leave_log();
  writer_.reset();
}

void SqliteDatabase::commit_transaction() {
  try {
    if (options_.commit_seam) options_.commit_seam(false);
    writer_->script("COMMIT");
    if (options_.commit_seam) options_.commit_seam(true);
  } catch (const std::exception& e) {
    // It may be on disk all the same. This session never tries again: a second fsync may report success for pages that were
    // dropped.
    close(e);
    throw StorageUnavailable(std::string("COMMIT failed, its outcome is unknown: ") + e.what());
  }
}

void SqliteDatabase::undo(const std::exception& fault) {
  const auto* known = dynamic_cast<const SqliteError*>(&fault);
  if (known && known->is_failed_sync()) return close(fault);
  if (!writer_->in_transaction()) return;  // SQLite undid it by itself
  try {
    writer_->script("ROLLBACK");
  } catch (const SqliteError& e) {
    close(e);  // which undoes what is open
  }
}

/// What was committed is safe in the log, so a failure here is nobody's answer; the next commit tries again and writes every
/// page anew. Only a sync that failed ends writing.
void SqliteDatabase::shorten_log() {
  if (writer_->log_pages() < log_limit) return;
  try {
    writer_->checkpoint();
  } catch (const SqliteError& e) {
    if (e.is_failed_sync()) close(e);
  }
}

SqliteDatabase::SqliteDatabase(SqliteOptions options) : options_(std::move(options)) {
  const SqliteOptions& wanted = options_;
  const std::filesystem::path file = SqliteStore::database_file(wanted.folder);
  try {
    Access access = Access::read;
    if (wanted.read_only) {
      if (!std::filesystem::exists(file))
        throw CannotOpen(OpenFault::not_found, "there is no database in " + wanted.folder.string());
      auto reading = reading_access(wanted.folder);
      access = reading.access;
      lock_ = std::move(reading.lock);
    } else {
      make_private_folder(wanted.folder);
      lock_ = FolderLock::take(wanted.folder);
      if (!lock_)
        throw CannotOpen(OpenFault::in_use, "another process has " + wanted.folder.string() + ": stop it first");
      writer_ = open_writer(wanted);
    }
    readers_ = std::make_unique<ReaderPool>(file, access);
    SqliteConnection reader(file, access);
    check_settings(reader, false);
    check_schema(stored_schema(reader), known_schema(), known_schema());
    if (wanted.read_only && !wanted.moving) refuse_moved(reader, Opened::to_read);
    identity_ = identity_of(reader, wanted.demo, "folder");
  } catch (const SqliteError& e) {
    const OpenFault fault = e.is_busy() ? OpenFault::in_use : OpenFault::storage;
    throw CannotOpen(fault, "cannot open " + file.string() + ": " + e.what());
  } catch (const StorageUnavailable& e) {
    throw CannotOpen(OpenFault::storage, e.what());
  }
}

SqliteDatabase::~SqliteDatabase() {
  // The readers first: the last session to close is the writer, which checkpoints and removes the log.
  readers_.reset();
}

void SqliteDatabase::writing(const std::function<void(Connection&)>& work) {
  const std::lock_guard lock_writer(writing_);
  begin();
  try {
    work(*writer_);
    commit_transaction();
    shorten_log();
  } catch (const StorageUnavailable&) {
    throw;
  } catch (const std::exception& e) {
    undo(e);
    throw NothingWritten(std::string("nothing was written: ") + e.what());
  }
}

namespace {

bool writes_appointment(const Change& change) {
  return std::ranges::any_of(change.next, [](const Aggregate& it) { return std::holds_alternative<Appointment>(it); });
}

/// Runs at the end of its scope, however that is left.
struct AtEnd {
  std::function<void()> run;
  ~AtEnd() { run(); }
};

}  // namespace

std::vector<CommitResult> SqliteDatabase::commit(std::span<const Change> changes, Instant seen) {
  const bool appoints = std::ranges::any_of(changes, writes_appointment);
  const AtEnd forgetting{[&] {
    if (appoints) appointments_.forget();
  }};
  std::vector<CommitResult> results;
  writing([&](Connection& writer) {
    expired_answers_.sweep(writer, seen);
    for (const Change& change : changes) results.push_back(apply_change(writer, identity_.instance, seen, change));
  });
  return results;
}

std::vector<Appointment> SqliteDatabase::read_appointments() {
  std::vector<Appointment> all;
  reading([&](Connection& reader) {
    for (const auto& [body] : reader.rows<std::tuple<std::string>>(sql::appointments))
      all.push_back(decode<Appointment>(body));
  });
  return all;
}

std::vector<Appointment> SqliteDatabase::appointments_of(const OfficeId& office) {
  const auto of_office = [&](const Appointment& it) { return it.office == office; };
  std::vector<Appointment> found;
  if (options_.read_only) {  // another process may write
    std::ranges::copy_if(read_appointments(), std::back_inserter(found), of_office);
  } else {
    std::ranges::copy_if(*appointments_.get([this] { return read_appointments(); }), std::back_inserter(found), of_office);
  }
  return found;
}

}  // namespace vinhdanh::detail
