/// The SQL of duties, notices and their e-mails, named. Parameters are bound in the order in which they stand.
#pragma once

#include "adapters/sql/statements.hpp"

namespace vinhdanh::sql {

// Duties.
inline constexpr Text duty = "SELECT body FROM duty WHERE id = :id";
inline constexpr Text duty_version = "SELECT version FROM duty WHERE id = :id";
inline constexpr Text duty_of =
    "SELECT id FROM duty WHERE plan = :plan AND duty = :duty AND unit = :unit AND due_day = :due";
inline constexpr Text duty_body_of =
    "SELECT body FROM duty WHERE plan = :plan AND duty = :duty AND unit = :unit AND due_day = :due";
inline constexpr Text put_duty =
    "INSERT INTO duty (id, version, plan, duty, unit, due_day, state, body) "
    "VALUES (:id, :version, :plan, :duty, :unit, :due, :state, :body) "
    "ON CONFLICT (id) DO UPDATE SET version = excluded.version, plan = excluded.plan, duty = excluded.duty, "
    "unit = excluded.unit, due_day = excluded.due_day, state = excluded.state, body = excluded.body";
// The clauses of a query follow.
inline constexpr std::string_view duties = "SELECT body FROM duty WHERE 1 = 1";
inline constexpr std::string_view duties_order = " ORDER BY due_day, id LIMIT ";

// Notices.
// SQLite writes one transaction after another, so `seq` is the order of commits. PostgreSQL gives numbers before it commits: a
// place is the transaction with the number in it, and what is read lies below the oldest transaction under way.
inline constexpr Text feed{
    "SELECT 0, seq, kind, id, n, hash, bytes FROM events WHERE :xid >= 0 AND seq > :seq ORDER BY seq LIMIT :limit",
    "SELECT CAST(CAST(xid AS text) AS bigint), seq, kind, id, n, hash, bytes FROM events "
    "WHERE (xid, seq) > (CAST(CAST(:xid AS text) AS xid8), CAST(:seq AS bigint)) "
    "AND xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid, seq LIMIT :limit"};
inline constexpr Text newest_event{
    "SELECT 0, seq FROM events ORDER BY seq DESC LIMIT 1",
    "SELECT CAST(CAST(xid AS text) AS bigint), seq FROM events "
    "WHERE xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid DESC, seq DESC LIMIT 1"};
inline constexpr Text cursor = "SELECT xid, seq FROM feed_cursor WHERE reader = :reader";
inline constexpr Text put_cursor =
    "INSERT INTO feed_cursor (reader, xid, seq) VALUES (:reader, :xid, :seq) "
    "ON CONFLICT (reader) DO UPDATE SET xid = excluded.xid, seq = excluded.seq "
    "WHERE (excluded.xid, excluded.seq) > (feed_cursor.xid, feed_cursor.seq)";
inline constexpr Text add_notice =
    "INSERT INTO notice (id, key, person, kind, stream, stream_id, at, details, mail) "
    "VALUES (:id, :key, :person, :kind, :stream, :stream_id, :at, :details, :mail) ON CONFLICT (person, key) DO NOTHING";
inline constexpr Text add_mail = "INSERT INTO mail (notice, state, due, attempts) VALUES (:notice, 'waiting', 0, 0)";
inline constexpr Text notices =
    "SELECT id, key, person, kind, stream, stream_id, at, details, mail, read FROM notice "
    "WHERE person = :person AND id < :after ORDER BY id DESC LIMIT :limit";
inline constexpr Text unread_notices =
    "SELECT id, key, person, kind, stream, stream_id, at, details, mail, read FROM notice "
    "WHERE person = :person AND read IS NULL AND id < :after ORDER BY id DESC LIMIT :limit";
inline constexpr Text count_unread = "SELECT count(*) FROM notice WHERE person = :person AND read IS NULL";
inline constexpr Text read_all = "UPDATE notice SET read = :at WHERE person = :person AND read IS NULL";
// Each has its own function over a JSON array.
inline constexpr Text read_some{
    "UPDATE notice SET read = :at WHERE person = :person AND read IS NULL "
    "AND id IN (SELECT value FROM json_each(:ids))",
    "UPDATE notice SET read = :at WHERE person = :person AND read IS NULL "
    "AND id IN (SELECT jsonb_array_elements_text(CAST(:ids AS jsonb)))"};

// E-mails.
inline constexpr Text waiting_mail =
    "SELECT notice.id, key, person, kind, stream, stream_id, notice.at, details, notice.mail, read, attempts "
    "FROM mail JOIN notice ON notice.id = mail.notice "
    "WHERE mail.state = 'waiting' AND mail.due <= :now ORDER BY mail.due, mail.notice LIMIT :limit";
// SQLite has one writer. On PostgreSQL several nodes take e-mails at once: each passes over what another is taking.
inline constexpr Text take_mail{
    "SELECT notice.id, key, person, kind, stream, stream_id, notice.at, details, notice.mail, read, attempts "
    "FROM mail JOIN notice ON notice.id = mail.notice "
    "WHERE mail.state = 'waiting' AND mail.due <= :now ORDER BY mail.due, mail.notice LIMIT :limit",
    "SELECT notice.id, key, person, kind, stream, stream_id, notice.at, details, notice.mail, read, attempts "
    "FROM mail JOIN notice ON notice.id = mail.notice "
    "WHERE mail.state = 'waiting' AND mail.due <= :now ORDER BY mail.due, mail.notice LIMIT :limit FOR UPDATE OF mail SKIP LOCKED"};
inline constexpr Text lease_mail =
    "UPDATE mail SET due = :until, attempts = attempts + 1 WHERE notice = :notice AND state = 'waiting'";
inline constexpr Text mail_sent = "UPDATE mail SET state = 'sent', at = :at, why = NULL WHERE notice = :notice";
inline constexpr Text mail_again =
    "UPDATE mail SET due = :retry, why = :why WHERE notice = :notice AND state = 'waiting'";
inline constexpr Text mail_given_up =
    "UPDATE mail SET state = 'given_up', why = :why WHERE notice = :notice AND state = 'waiting'";

}  // namespace vinhdanh::sql
