/// The SQL of duties, notices and their e-mails, named. Parameters are bound in the order in which they stand.
#pragma once

#include "adapters/sqlite/statements.hpp"

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
inline constexpr Text duties = "SELECT body FROM duty WHERE 1 = 1";
inline constexpr Text duties_order = " ORDER BY due_day, id LIMIT ";

// Notices.
inline constexpr Text feed =
    "SELECT seq, kind, id, n, hash, bytes FROM events WHERE seq > :seq ORDER BY seq LIMIT :limit";
inline constexpr Text cursor = "SELECT seq FROM feed_cursor WHERE reader = :reader";
inline constexpr Text put_cursor =
    "INSERT INTO feed_cursor (reader, seq) VALUES (:reader, :seq) "
    "ON CONFLICT (reader) DO UPDATE SET seq = excluded.seq";
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
inline constexpr Text read_some =
    "UPDATE notice SET read = :at WHERE person = :person AND read IS NULL "
    "AND id IN (SELECT value FROM json_each(:ids))";

// E-mails.
inline constexpr Text waiting_mail =
    "SELECT notice.id, key, person, kind, stream, stream_id, notice.at, details, notice.mail, read, attempts "
    "FROM mail JOIN notice ON notice.id = mail.notice "
    "WHERE mail.state = 'waiting' AND mail.due <= :now ORDER BY mail.due, mail.notice LIMIT :limit";
inline constexpr Text lease_mail =
    "UPDATE mail SET due = :until, attempts = attempts + 1 WHERE notice = :notice AND state = 'waiting'";
inline constexpr Text mail_sent = "UPDATE mail SET state = 'sent', at = :at, why = NULL WHERE notice = :notice";
inline constexpr Text mail_again =
    "UPDATE mail SET due = :retry, why = :why WHERE notice = :notice AND state = 'waiting'";
inline constexpr Text mail_given_up =
    "UPDATE mail SET state = 'given_up', why = :why WHERE notice = :notice AND state = 'waiting'";

}  // namespace vinhdanh::sql
