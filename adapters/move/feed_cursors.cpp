// A place counts events; a count becomes a place again.
#include "adapters/move/feed_cursors.hpp"

#include "adapters/sql/connection.hpp"

namespace vinhdanh::detail {
namespace {

// A place on PostgreSQL has the transaction in it (adapters/sql/statements_time.hpp).
constexpr sql::Text events_behind{
    "SELECT reader, (SELECT count(*) FROM events e WHERE e.seq <= c.seq) FROM feed_cursor c",
    "SELECT reader, (SELECT count(*) FROM events e WHERE (e.xid, e.seq) <= (CAST(CAST(c.xid AS text) AS xid8), c.seq)) "
    "FROM feed_cursor c"};
constexpr sql::Text place_cursor{
    "INSERT INTO feed_cursor (reader, xid, seq) VALUES (:reader, 0, :seq)",
    "INSERT INTO feed_cursor (reader, xid, seq) "
    "VALUES (:reader, CAST(CAST(pg_current_xact_id() AS text) AS bigint), :seq)"};

}  // namespace

std::map<std::string, std::int64_t> feed_cursors(Connection& reader) {
  std::map<std::string, std::int64_t> cursors;
  for (const auto& [name, behind] : reader.rows<std::tuple<std::string, std::int64_t>>(events_behind)) cursors[name] = behind;
  return cursors;
}

void put_feed_cursors(Connection& writer, const std::map<std::string, std::int64_t>& cursors) {
  for (const auto& [name, behind] : cursors) writer.change(place_cursor, name, behind);
}

}  // namespace vinhdanh::detail
