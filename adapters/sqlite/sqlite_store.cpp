// Opening and closing a folder, transactions, and the small writes.
#include "adapters/sqlite/sqlite_store.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <functional>

#include "adapters/accept.hpp"
#include "adapters/clock.hpp"
#include "adapters/files/durable_file.hpp"
#include "adapters/fresh.hpp"
#include "adapters/sqlite/apply_change.hpp"
#include "adapters/sqlite/inner.hpp"
#include "adapters/sqlite/reading_access.hpp"
#include "adapters/sqlite/schema.hpp"
#include "adapters/sqlite/settings.hpp"
#include "adapters/sqlite/statements.hpp"

namespace vinhdanh {
namespace {

using detail::Access;
using detail::Connection;

constexpr std::int64_t sweep_every = 3'600'000;
constexpr int log_limit = 1000;  ///< pages after which the log is brought into the main file

void check_settings(Connection& connection, bool writer) {
  std::string sentence;
  for (const std::string& fault : detail::setting_faults(detail::settings_of(connection), writer))
    sentence += (sentence.empty() ? "" : "; ") + fault;
  if (!sentence.empty()) throw CannotOpen(OpenFault::settings, "the database's settings are not safe: " + sentence);
}

void check_demo(Connection& connection, std::optional<bool> wanted) {
  const bool marked = connection.value<std::string>(sql::meta, std::string("demo")) == "1";
  if (wanted && *wanted != marked) {
    throw CannotOpen(OpenFault::demo_mismatch, marked ? "this is a demo folder, and stays one: start with --demo"
                                                      : "this is not a demo folder: start without --demo");
  }
}

std::string new_instance() {
  const SystemClock clock;
  return RandomFresh(clock).id();
}

/// SQLite would give a new file the process's usual mode; its log takes after it.
void make_private(const std::filesystem::path& file) {
  const int fd = open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd >= 0) close(fd);
}

/// The log may hold commits whose sync failed: they read well and may yet be lost. Writing them into the main file and
/// syncing that makes them as durable as any other before something is built on them.
std::unique_ptr<Connection> open_settled(const std::filesystem::path& file) {
  auto writer = std::make_unique<Connection>(file, Access::write);
  try {
    check_settings(*writer, true);
    writer->empty_log();
  } catch (...) {
    writer->leave_log();
    throw;
  }
  return writer;
}

std::unique_ptr<Connection> open_writer(const SqliteOptions& options) {
  const std::filesystem::path file = SqliteStore::database_file(options.folder);
  make_private(file);
  auto writer = open_settled(file);
  if (detail::stored_schema(*writer) > 0) check_demo(*writer, options.demo);
  detail::migrate(*writer, new_instance(), options.demo.value_or(false));
  return writer;
}

void check_schema(Connection& reader) {
  const int stored = detail::stored_schema(reader);
  if (stored > detail::known_schema())
    throw CannotOpen(OpenFault::newer_schema, "the database has a newer schema than this program knows");
  if (stored < detail::known_schema())
    throw CannotOpen(OpenFault::older_schema, "the database lacks migrations: run `vinhdanh migrate` first");
}

}  // namespace

std::unique_ptr<Connection> ReaderPool::borrow() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [this] { return lent_ < most; });
  ++lent_;
  if (!idle_.empty()) {
    auto session = std::move(idle_.back());
    idle_.pop_back();
    return session;
  }
  lock.unlock();
  return std::make_unique<Connection>(file_, access_);
}

void ReaderPool::give_back(std::unique_ptr<Connection> session) {
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (session) idle_.push_back(std::move(session));
  }
  returned_.notify_one();
}

void SqliteStore::Inner::begin() {
  if (!writer) reopen();
  try {
    writer->script("BEGIN IMMEDIATE");
  } catch (const detail::SqlError& e) {
    throw NothingWritten(std::string("no transaction could be begun: ") + e.what());
  }
}

void SqliteStore::Inner::reopen() {
  if (!may_reopen) throw NothingWritten("the store is closed for writing");
  try {
    writer = open_settled(SqliteStore::database_file(options.folder));
  } catch (const std::exception& e) {
    close(e);
    throw NothingWritten(std::string("the store could not be opened again: ") + e.what());
  }
}

void SqliteStore::Inner::close(const std::exception& fault) {
  const auto* known = dynamic_cast<const detail::SqlError*>(&fault);
  may_reopen = known && !known->is_failed_sync();
  if (writer) writer->leave_log();
  writer.reset();
}

void SqliteStore::Inner::commit() {
  try {
    if (options.commit_seam) options.commit_seam(false);
    writer->script("COMMIT");
    if (options.commit_seam) options.commit_seam(true);
  } catch (const std::exception& e) {
    // It may be on disk all the same. This session never tries again: a second fsync may report success for pages that were
    // dropped.
    close(e);
    throw StorageUnavailable(std::string("COMMIT failed, its outcome is unknown: ") + e.what());
  }
}

void SqliteStore::Inner::undo(const std::exception& fault) {
  const auto* known = dynamic_cast<const detail::SqlError*>(&fault);
  if (known && known->is_failed_sync()) return close(fault);
  if (!writer->in_transaction()) return;  // SQLite undid it by itself
  try {
    writer->script("ROLLBACK");
  } catch (const detail::SqlError& e) {
    close(e);  // which undoes what is open
  }
}

/// What was committed is safe in the log, so a failure here is nobody's answer; the next commit tries again and writes every
/// page anew. Only a sync that failed ends writing.
void SqliteStore::Inner::shorten_log() {
  if (writer->log_pages() < log_limit) return;
  try {
    writer->checkpoint();
  } catch (const detail::SqlError& e) {
    if (e.is_failed_sync()) close(e);
  }
}

SqliteStore::SqliteStore(SqliteOptions options) : inner_(std::make_unique<Inner>()) {
  inner_->options = std::move(options);
  const SqliteOptions& wanted = inner_->options;
  const std::filesystem::path file = database_file(wanted.folder);
  try {
    Access access = Access::read;
    if (wanted.read_only) {
      if (!std::filesystem::exists(file))
        throw CannotOpen(OpenFault::not_found, "there is no database in " + wanted.folder.string());
      auto reading = detail::reading_access(wanted.folder);
      access = reading.access;
      inner_->lock = std::move(reading.lock);
    } else {
      make_private_folder(wanted.folder);
      inner_->lock = detail::FolderLock::take(wanted.folder);
      if (!inner_->lock)
        throw CannotOpen(OpenFault::in_use, "another process has " + wanted.folder.string() + ": stop it first");
      inner_->writer = open_writer(wanted);
    }
    inner_->readers = std::make_unique<ReaderPool>(file, access);
    Connection reader(file, access);
    check_settings(reader, false);
    check_schema(reader);
    check_demo(reader, wanted.demo);
    inner_->instance = reader.value<std::string>(sql::instance).value_or("");
    inner_->demo = reader.value<std::string>(sql::meta, std::string("demo")) == "1";
  } catch (const detail::SqlError& e) {
    const OpenFault fault = e.is_busy() ? OpenFault::in_use : OpenFault::storage;
    throw CannotOpen(fault, "cannot open " + file.string() + ": " + e.what());
  } catch (const StorageUnavailable& e) {
    throw CannotOpen(OpenFault::storage, e.what());
  }
}

SqliteStore::~SqliteStore() {
  // The readers first: the last session to close is the writer, which checkpoints and removes the log.
  inner_->readers.reset();
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

std::vector<CommitResult> SqliteStore::commit(std::span<const Change> changes) {
  const bool appoints = std::ranges::any_of(changes, writes_appointment);
  const AtEnd forgetting{[&] {
    if (appoints) inner_->appointments.forget();
  }};
  return inner_->write([&](Connection& writer) {
    const std::int64_t seen = inner_->seen;
    if (seen - inner_->swept >= sweep_every) {
      writer.change(sql::drop_expired_answers, seen);
      inner_->swept = seen;
    }
    std::vector<CommitResult> results;
    for (const Change& change : changes)
      results.push_back(detail::apply_change(writer, inner_->instance, Instant{seen}, change));
    return results;
  });
}

std::optional<std::int64_t> SqliteStore::save_workspace(const DossierId& id, std::int64_t expected,
                                                        const std::string& content) {
  return inner_->write([&](Connection& writer) -> std::optional<std::int64_t> {
    if (writer.change(sql::save_workspace, content, id, expected) == 0) return std::nullopt;
    return expected + 1;
  });
}

std::optional<KeptAnswer> SqliteStore::answer(const std::string& principal, const std::string& key,
                                              Instant system_now) const {
  std::int64_t seen = inner_->seen;
  while (seen < system_now.milliseconds && !inner_->seen.compare_exchange_weak(seen, system_now.milliseconds)) {
  }
  using Row = std::tuple<std::string, int, std::string, std::string, std::string, std::int64_t>;
  const auto row = inner_->read([&](Connection& reader) { return reader.row<Row>(sql::answer, principal, key); });
  if (!row || std::get<5>(*row) <= system_now.milliseconds) return std::nullopt;
  const auto& [fingerprint, status, headers, body, receipts, expires] = *row;
  return KeptAnswer{principal, key, fingerprint, status, headers, body, receipts, Instant{expires}};
}

std::string SqliteStore::next_code(int year) {
  return inner_->write([&](Connection& writer) {
    writer.change(sql::step_code, year);
    return code_text(year, writer.value<std::int64_t>(sql::last_code, year).value());
  });
}

std::string SqliteStore::instance() const { return inner_->instance; }
bool SqliteStore::demo() const { return inner_->demo; }

std::optional<std::string> SqliteStore::meta(const std::string& name) const {
  return inner_->read([&](Connection& reader) { return reader.value<std::string>(sql::meta, name); });
}

void SqliteStore::set_meta(const std::string& name, const std::string& value) {
  inner_->write([&](Connection& writer) { return writer.change(sql::put_meta, name, value); });
}

int SqliteStore::schema_version() const {
  return inner_->read([](Connection& reader) { return detail::stored_schema(reader); });
}

std::string SqliteStore::integrity_check() const {
  return inner_->read([](Connection& reader) {
    std::string text;
    for (const auto& [line] : reader.rows<std::tuple<std::string>>(sql::integrity_check))
      text += (text.empty() ? "" : "\n") + line;
    return text;
  });
}

}  // namespace vinhdanh
