// Heads and hashes by plain queries on a session of its own.
#include "adapters/sqlite/stored_history.hpp"

#include "adapters/sqlite/sqlite_connection.hpp"
#include "adapters/sqlite/reading_access.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "adapters/sql/statements.hpp"

namespace vinhdanh {
namespace {

constexpr std::int64_t page = 1000;

constexpr std::string_view ends_after =
    "SELECT kind, id, n, hash FROM stream_head WHERE (kind, id) > (:kind, :id) ORDER BY kind, id LIMIT :limit";
constexpr std::string_view hash_of_event = "SELECT hash FROM events WHERE kind = :kind AND id = :id AND n = :n";
constexpr std::string_view stream_length = "SELECT count(*) FROM events WHERE kind = :kind AND id = :id";
constexpr std::string_view event_count = "SELECT count(*) FROM events";
constexpr std::string_view stream_count = "SELECT count(*) FROM stream_head";
constexpr std::string_view events_after = "SELECT seq, bytes FROM events WHERE seq > :seq ORDER BY seq LIMIT :limit";

}  // namespace

struct StoredHistory::Inner {
  explicit Inner(const std::filesystem::path& folder)
      : access(detail::reading_access(folder)), session(SqliteStore::database_file(folder), access.access) {}
  detail::ReadingAccess access;
  detail::SqliteConnection session;

  template <class F>
  auto read(F run) {
    try {
      return run(session);
    } catch (const detail::SqlError& fault) {
      throw StorageUnavailable(std::string("reading failed: ") + fault.what());
    }
  }
};

StoredHistory::StoredHistory(const std::filesystem::path& folder) {
  try {
    inner_ = std::make_unique<Inner>(folder);
  } catch (const detail::SqlError& fault) {
    throw StorageUnavailable("cannot open the database in " + folder.string() + ": " + fault.what());
  }
}
StoredHistory::~StoredHistory() = default;

void StoredHistory::each_end(const std::function<void(const StreamEnd&)>& visit) {
  using Row = std::tuple<std::string, std::string, std::int64_t, std::string>;
  StreamEnd last;
  for (;;) {
    const auto rows = inner_->read([&](auto& it) { return it.template rows<Row>(ends_after, last.kind, last.id, page); });
    for (const auto& [kind, id, n, hash] : rows) {
      last = {kind, id, n, hash};
      visit(last);
    }
    if (static_cast<std::int64_t>(rows.size()) < page) return;
  }
}

std::optional<std::string> StoredHistory::hash_at(const std::string& kind, const std::string& id, std::int64_t n) {
  return inner_->read([&](auto& it) { return it.template value<std::string>(hash_of_event, kind, id, n); });
}

std::int64_t StoredHistory::length(const std::string& kind, const std::string& id) {
  return inner_->read([&](auto& it) { return it.template value<std::int64_t>(stream_length, kind, id).value_or(0); });
}

std::string StoredHistory::instance() {
  return inner_->read([](auto& it) { return it.template value<std::string>(sql::instance).value_or(""); });
}

std::int64_t StoredHistory::events() {
  return inner_->read([](auto& it) { return it.template value<std::int64_t>(event_count).value_or(0); });
}

std::int64_t StoredHistory::streams() {
  return inner_->read([](auto& it) { return it.template value<std::int64_t>(stream_count).value_or(0); });
}

void StoredHistory::each_event(const std::function<void(const std::string&)>& visit) {
  std::int64_t seq = -1;
  for (;;) {
    const auto rows = inner_->read(
        [&](auto& it) { return it.template rows<std::tuple<std::int64_t, std::string>>(events_after, seq, page); });
    for (const auto& [at, bytes] : rows) {
      seq = at;
      visit(bytes);
    }
    if (static_cast<std::int64_t>(rows.size()) < page) return;
  }
}

}  // namespace vinhdanh
