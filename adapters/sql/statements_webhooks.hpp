/// The SQL of webhooks and their deliveries, named. Parameters are bound in the order in which they stand.
///
/// Who adds a delivery that waits, or takes one away, sets `next` right in the same transaction (migrations/0008_webhooks.sql),
/// and holds the webhook's row from its beginning on: PostgreSQL shows nobody what others have not committed, and two who knew
/// nothing of each other would leave a stream without its first.
#pragma once

#include "adapters/sql/text.hpp"

namespace vinhdanh::sql {

// A SQLite file has every migration when it is opened; a PostgreSQL database may wait for this one.
inline constexpr Text has_webhooks{"SELECT 1", "SELECT CASE WHEN to_regclass('webhook') IS NULL THEN 0 ELSE 1 END"};

inline constexpr Text webhooks =
    "SELECT id, person, appointment, url, types, secret, earlier_secret, earlier_until, paused, made FROM webhook ORDER BY id";
inline constexpr Text webhook =
    "SELECT id, person, appointment, url, types, secret, earlier_secret, earlier_until, paused, made FROM webhook WHERE id = :id";
// SQLite has one writer.
inline constexpr Text hold_webhook{"SELECT 1 FROM webhook WHERE id = :id", "SELECT 1 FROM webhook WHERE id = :id FOR UPDATE"};
inline constexpr Text add_webhook =
    "INSERT INTO webhook (id, person, appointment, url, types, secret, earlier_secret, earlier_until, paused, made) "
    "VALUES (:id, :person, :appointment, :url, :types, :secret, :earlier_secret, :earlier_until, :paused, :made)";
inline constexpr Text change_webhook =
    "UPDATE webhook SET person = :person, appointment = :appointment, url = :url, types = :types, secret = :secret, "
    "earlier_secret = :earlier_secret, earlier_until = :earlier_until, paused = :paused, made = :made WHERE id = :id";
inline constexpr Text drop_webhook = "DELETE FROM webhook WHERE id = :id";
inline constexpr Text drop_deliveries = "DELETE FROM webhook_delivery WHERE webhook = :webhook";
inline constexpr Text webhook_delivered =
    "UPDATE webhook SET last_delivered = CASE WHEN last_delivered > :at THEN last_delivered ELSE :at2 END WHERE id = :id";
inline constexpr Text webhook_failed =
    "UPDATE webhook SET last_failed = CASE WHEN last_failed > :at THEN last_failed ELSE :at2 END WHERE id = :id";
inline constexpr Text webhook_state =
    "SELECT (SELECT count(*) FROM webhook_delivery WHERE webhook = :id), "
    "(SELECT count(*) FROM webhook_delivery WHERE webhook = :id2 AND state = 'dead'), last_delivered, last_failed "
    "FROM webhook WHERE id = :id3";

// Places in the feed.
inline constexpr Text add_cursor = "INSERT INTO feed_cursor (reader, xid, seq) VALUES (:reader, :xid, :seq)";
inline constexpr Text move_cursor =
    "UPDATE feed_cursor SET xid = :xid, seq = :seq WHERE reader = :reader AND xid = :xid2 AND seq = :seq2";
inline constexpr Text move_cursor_back =
    "UPDATE feed_cursor SET xid = :xid, seq = :seq WHERE reader = :reader AND (xid, seq) > (:xid2, :seq2)";
inline constexpr Text drop_cursor = "DELETE FROM feed_cursor WHERE reader = :reader";

// Which is next. Each has its own functions over a JSON array.
inline constexpr Text put_deliveries{
    "INSERT INTO webhook_delivery (webhook, stream, stream_id, n, event, state, due, leased, attempts, why) "
    "SELECT :webhook, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), "
    "json_extract(value, '$[3]'), 'behind', json_extract(value, '$[4]'), 0, 0, '' FROM json_each(:deliveries) WHERE true "
    "ON CONFLICT (webhook, stream, stream_id, n) DO UPDATE SET state = 'behind', due = excluded.due, leased = 0, attempts = 0, "
    "why = '' WHERE webhook_delivery.state = 'dead'",
    "INSERT INTO webhook_delivery (webhook, stream, stream_id, n, event, state, due, leased, attempts, why) "
    "SELECT CAST(:webhook AS text), e ->> 0, e ->> 1, CAST(e ->> 2 AS bigint), e ->> 3, 'behind', CAST(e ->> 4 AS bigint), "
    "0, 0, '' FROM jsonb_array_elements(CAST(:deliveries AS jsonb)) AS e "
    "ON CONFLICT (webhook, stream, stream_id, n) DO UPDATE SET state = 'behind', due = excluded.due, leased = 0, attempts = 0, "
    "why = '' WHERE webhook_delivery.state = 'dead'"};
// The next that has an earlier one before it by now. SQLite goes by no statistics, and would walk through the stream.
inline constexpr Text step_back{
    "UPDATE webhook_delivery AS d INDEXED BY webhook_delivery_next SET state = 'behind' "
    "WHERE webhook = :webhook AND state = 'next' AND (stream, stream_id) IN "
    "(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:streams)) AND EXISTS "
    "(SELECT 1 FROM webhook_delivery e WHERE e.webhook = d.webhook AND e.stream = d.stream AND e.stream_id = d.stream_id "
    "AND e.n < d.n AND e.state = 'behind')",
    "UPDATE webhook_delivery AS d SET state = 'behind' "
    "WHERE webhook = :webhook AND state = 'next' AND (stream, stream_id) IN "
    "(SELECT e ->> 0, e ->> 1 FROM jsonb_array_elements(CAST(:streams AS jsonb)) AS e) AND EXISTS "
    "(SELECT 1 FROM webhook_delivery e WHERE e.webhook = d.webhook AND e.stream = d.stream AND e.stream_id = d.stream_id "
    "AND e.n < d.n AND e.state = 'behind')"};
inline constexpr Text step_forward{
    "UPDATE webhook_delivery SET state = 'next' FROM "
    "(SELECT kind, id, (SELECT e.n FROM webhook_delivery e WHERE e.webhook = :webhook AND e.stream = kind AND e.stream_id = id "
    "AND e.state <> 'dead' ORDER BY e.n LIMIT 1) AS first FROM "
    "(SELECT DISTINCT json_extract(value, '$[0]') AS kind, json_extract(value, '$[1]') AS id FROM json_each(:streams)) AS t) AS s "
    "WHERE webhook = :webhook2 AND stream = s.kind AND stream_id = s.id AND n = s.first AND state = 'behind' "
    "AND EXISTS (SELECT 1 FROM webhook w WHERE w.id = :webhook3 AND w.paused = 0)",
    "UPDATE webhook_delivery SET state = 'next' FROM "
    "(SELECT kind, id, (SELECT e.n FROM webhook_delivery e WHERE e.webhook = :webhook AND e.stream = kind AND e.stream_id = id "
    "AND e.state <> 'dead' ORDER BY e.n LIMIT 1) AS first FROM "
    "(SELECT DISTINCT e ->> 0 AS kind, e ->> 1 AS id FROM jsonb_array_elements(CAST(:streams AS jsonb)) AS e) AS t) AS s "
    "WHERE webhook = :webhook2 AND stream = s.kind AND stream_id = s.id AND n = s.first AND state = 'behind' "
    "AND EXISTS (SELECT 1 FROM webhook w WHERE w.id = :webhook3 AND w.paused = 0)"};
inline constexpr Text step_forward_in_one =
    "UPDATE webhook_delivery SET state = 'next' WHERE webhook = :webhook AND stream = :stream AND stream_id = :stream_id AND n = "
    "(SELECT e.n FROM webhook_delivery e WHERE e.webhook = :webhook2 AND e.stream = :stream2 AND e.stream_id = :stream_id2 "
    "AND e.state <> 'dead' ORDER BY e.n LIMIT 1) AND state = 'behind' "
    "AND EXISTS (SELECT 1 FROM webhook w WHERE w.id = :webhook3 AND w.paused = 0)";
inline constexpr Text all_step_back = "UPDATE webhook_delivery SET state = 'behind' WHERE webhook = :webhook AND state = 'next'";
inline constexpr Text all_step_forward =
    "UPDATE webhook_delivery SET state = 'next' WHERE webhook = :webhook AND state = 'behind' AND (stream, stream_id, n) IN "
    "(SELECT stream, stream_id, min(n) FROM webhook_delivery WHERE webhook = :webhook2 AND state <> 'dead' "
    "GROUP BY stream, stream_id)";

// Taking. What waits behind an overtaken one is not taken either while somebody has that. SQLite would look for that one among
// all that wait in the stream.
inline constexpr Text is_delivery_due{
    "SELECT 1 FROM webhook_delivery d WHERE state = 'next' AND due <= :now AND leased <= :now2 "
    "AND webhook NOT IN (SELECT value FROM json_each(:left_alone)) AND coalesce("
    "(SELECT max(o.leased) FROM webhook_delivery o INDEXED BY webhook_delivery_overtaken WHERE o.webhook = d.webhook "
    "AND o.stream = d.stream AND o.stream_id = d.stream_id AND o.state = 'behind' AND o.leased > 0), 0) <= :now3 LIMIT 1",
    "SELECT 1 FROM webhook_delivery d WHERE state = 'next' AND due <= :now AND leased <= :now2 "
    "AND webhook NOT IN (SELECT jsonb_array_elements_text(CAST(:left_alone AS jsonb))) AND coalesce("
    "(SELECT max(o.leased) FROM webhook_delivery o WHERE o.webhook = d.webhook "
    "AND o.stream = d.stream AND o.stream_id = d.stream_id AND o.state = 'behind' AND o.leased > 0), 0) <= :now3 LIMIT 1"};
// SQLite has one writer. On PostgreSQL several nodes take at once: each passes over what another is taking, and of what was
// taken meanwhile the row is looked at again.
inline constexpr Text take_deliveries{
    "SELECT webhook, stream, stream_id, n, event, attempts, due, state, why FROM webhook_delivery d "
    "WHERE state = 'next' AND due <= :now AND leased <= :now2 "
    "AND webhook NOT IN (SELECT value FROM json_each(:left_alone)) AND coalesce("
    "(SELECT max(o.leased) FROM webhook_delivery o INDEXED BY webhook_delivery_overtaken WHERE o.webhook = d.webhook "
    "AND o.stream = d.stream AND o.stream_id = d.stream_id AND o.state = 'behind' AND o.leased > 0), 0) <= :now3 "
    "ORDER BY due, webhook, stream, stream_id, n LIMIT :limit",
    "SELECT webhook, stream, stream_id, n, event, attempts, due, state, why FROM webhook_delivery d "
    "WHERE state = 'next' AND due <= :now AND leased <= :now2 "
    "AND webhook NOT IN (SELECT jsonb_array_elements_text(CAST(:left_alone AS jsonb))) AND coalesce("
    "(SELECT max(o.leased) FROM webhook_delivery o WHERE o.webhook = d.webhook "
    "AND o.stream = d.stream AND o.stream_id = d.stream_id AND o.state = 'behind' AND o.leased > 0), 0) <= :now3 "
    "ORDER BY due, webhook, stream, stream_id, n LIMIT :limit FOR UPDATE OF d SKIP LOCKED"};
inline constexpr Text lease_deliveries{
    "UPDATE webhook_delivery INDEXED BY webhook_delivery_next SET leased = :until, attempts = attempts + 1 "
    "WHERE state = 'next' AND (webhook, stream, stream_id) IN "
    "(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(:streams))",
    "UPDATE webhook_delivery SET leased = :until, attempts = attempts + 1 WHERE state = 'next' AND (webhook, stream, stream_id) IN "
    "(SELECT e ->> 0, e ->> 1, e ->> 2 FROM jsonb_array_elements(CAST(:streams AS jsonb)) AS e)"};

// What became of one.
inline constexpr Text drop_delivery =
    "DELETE FROM webhook_delivery WHERE webhook = :webhook AND stream = :stream AND stream_id = :stream_id AND n = :n";
inline constexpr Text delivery_again =
    "UPDATE webhook_delivery SET due = :retry, leased = 0, why = :why "
    "WHERE webhook = :webhook AND stream = :stream AND stream_id = :stream_id AND n = :n AND state <> 'dead'";
inline constexpr Text delivery_dead =
    "UPDATE webhook_delivery SET state = 'dead', leased = 0, why = :why "
    "WHERE webhook = :webhook AND stream = :stream AND stream_id = :stream_id AND n = :n AND state <> 'dead'";
inline constexpr Text revive_delivery =
    "UPDATE webhook_delivery SET state = 'behind', due = :now, attempts = 0, why = '' "
    "WHERE webhook = :webhook AND stream = :stream AND stream_id = :stream_id AND n = :n AND state = 'dead'";
inline constexpr Text dead_deliveries =
    "SELECT webhook, stream, stream_id, n, event, attempts, due, state, why FROM webhook_delivery WHERE webhook = :webhook "
    "AND state = 'dead' AND (stream, stream_id, n) > (:stream, :stream_id, :n) ORDER BY stream, stream_id, n LIMIT :limit";

}  // namespace vinhdanh::sql
