// Heads and hashes by plain queries.
#include "adapters/sql/stored_history.hpp"

#include "adapters/sql/inner.hpp"
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

StoredHistory::StoredHistory(const SqlStore& store)
    : reading_([&store](const std::function<void(detail::Connection&)>& work) { store.database().reading(work); }) {}

template <class F>
auto StoredHistory::read(F work) {
  std::optional<std::invoke_result_t<F, detail::Connection&>> result;
  reading_([&](detail::Connection& session) { result.emplace(work(session)); });
  return std::move(*result);
}

void StoredHistory::each_end(const std::function<void(const StreamEnd&)>& visit) {
  using Row = std::tuple<std::string, std::string, std::int64_t, std::string>;
  StreamEnd last;
  for (;;) {
    const auto rows = read([&](detail::Connection& it) { return it.rows<Row>(ends_after, last.kind, last.id, page); });
    for (const auto& [kind, id, n, hash] : rows) {
      last = {kind, id, n, hash};
      visit(last);
    }
    if (static_cast<std::int64_t>(rows.size()) < page) return;
  }
}

std::optional<std::string> StoredHistory::hash_at(const std::string& kind, const std::string& id, std::int64_t n) {
  return read([&](detail::Connection& it) { return it.value<std::string>(hash_of_event, kind, id, n); });
}

std::int64_t StoredHistory::length(const std::string& kind, const std::string& id) {
  return read([&](detail::Connection& it) { return it.value<std::int64_t>(stream_length, kind, id).value_or(0); });
}

std::string StoredHistory::instance() {
  return read([](detail::Connection& it) { return it.value<std::string>(sql::instance).value_or(""); });
}

std::int64_t StoredHistory::events() {
  return read([](detail::Connection& it) { return it.value<std::int64_t>(event_count).value_or(0); });
}

std::int64_t StoredHistory::streams() {
  return read([](detail::Connection& it) { return it.value<std::int64_t>(stream_count).value_or(0); });
}

void StoredHistory::each_event(const std::function<void(const std::string&)>& visit) {
  std::int64_t seq = -1;
  for (;;) {
    const auto rows = read(
        [&](detail::Connection& it) { return it.rows<std::tuple<std::int64_t, std::string>>(events_after, seq, page); });
    for (const auto& [at, bytes] : rows) {
      seq = at;
      visit(bytes);
    }
    if (static_cast<std::int64_t>(rows.size()) < page) return;
  }
}

}  // namespace vinhdanh
