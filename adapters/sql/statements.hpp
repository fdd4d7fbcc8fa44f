/// The SQL of the store, named. Parameters are bound in the order in which they stand.
///
/// Lists are bound as one JSON array, so that a query has one text however long its lists are. Statements keep clear of
/// RETURNING: a cached one of SQLite's that was not stepped to its end makes COMMIT fail. Two texts stand where the databases
/// have no word in common, with a comment that says which. What only SQLite runs while it applies a change has one text: on
/// PostgreSQL a batch is one statement (adapters/postgres/migrations/0003_apply_changes.sql).
#pragma once

#include "adapters/sql/text.hpp"

namespace vinhdanh::sql {

inline constexpr Text instance = "SELECT value FROM meta WHERE name = 'instance'";
inline constexpr Text meta = "SELECT value FROM meta WHERE name = :name";
inline constexpr Text put_meta =
    "INSERT INTO meta (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
inline constexpr Text table_count = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'meta'";
inline constexpr Text integrity_check = "SELECT integrity_check FROM pragma_integrity_check";

// Events.
inline constexpr Text head = "SELECT n, hash FROM stream_head WHERE kind = :kind AND id = :id";
inline constexpr Text put_head =
    "INSERT INTO stream_head (kind, id, n, hash) VALUES (:kind, :id, :n, :hash) "
    "ON CONFLICT (kind, id) DO UPDATE SET n = excluded.n, hash = excluded.hash";
inline constexpr Text add_event =
    "INSERT INTO events (kind, id, n, hash, bytes, type, at) VALUES (:kind, :id, :n, :hash, :bytes, :type, :at)";
inline constexpr Text events =
    "SELECT n, hash, bytes FROM events WHERE kind = :kind AND id = :id AND n >= :from ORDER BY n LIMIT :limit";
// Heads and events both name streams, so that a deleted row of one cannot hide a stream from the verifier. Each has its limit, or
// PostgreSQL would read all of both for every page.
inline constexpr Text streams =
    "SELECT kind, id FROM (SELECT kind, id FROM stream_head WHERE (kind, id) > (:kind, :id) ORDER BY kind, id LIMIT :limit) AS h "
    "UNION SELECT kind, id FROM (SELECT DISTINCT kind, id FROM events WHERE (kind, id) > (:kind2, :id2) ORDER BY kind, id "
    "LIMIT :limit2) AS e ORDER BY 1, 2 LIMIT :limit3";

// Snapshots.
inline constexpr Text dossier = "SELECT body FROM dossier WHERE id = :id";
inline constexpr Text submission = "SELECT version, body FROM submission WHERE id = :id";
inline constexpr Text occasion = "SELECT version, body FROM occasion WHERE id = :id";
inline constexpr Text decision = "SELECT version, body FROM decision WHERE id = :id";
inline constexpr Text account = "SELECT body FROM account WHERE person = :person";
inline constexpr Text accounts = "SELECT body FROM account ORDER BY person";
inline constexpr Text appointment = "SELECT body FROM appointment WHERE id = :id";
inline constexpr Text appointments = "SELECT body FROM appointment ORDER BY id";
inline constexpr Text dossier_version = "SELECT version FROM dossier WHERE id = :id";
inline constexpr Text submission_version = "SELECT version FROM submission WHERE id = :id";
inline constexpr Text occasion_version = "SELECT version FROM occasion WHERE id = :id";
inline constexpr Text decision_version = "SELECT version FROM decision WHERE id = :id";
inline constexpr Text account_version = "SELECT version FROM account WHERE person = :person";
inline constexpr Text appointment_version = "SELECT version FROM appointment WHERE id = :id";
inline constexpr Text decision_state = "SELECT state FROM decision WHERE id = :id";
inline constexpr Text touch_submission = "UPDATE submission SET version = version + 1 WHERE id = :id";
inline constexpr Text touch_decision = "UPDATE decision SET version = version + 1 WHERE id = :id";

inline constexpr Text put_dossier =
    "INSERT INTO dossier (id, version, code, submission, occasion, plan, unit, territory, form, phase, stage, "
    "external_ref, decision, nominee_person, nominee_office, body) VALUES (:id, :version, :code, :submission, :occasion, "
    ":plan, :unit, :territory, :form, :phase, :stage, :external_ref, :decision, :nominee_person, :nominee_office, :body) "
    "ON CONFLICT (id) DO UPDATE SET version = excluded.version, code = excluded.code, submission = excluded.submission, "
    "occasion = excluded.occasion, plan = excluded.plan, unit = excluded.unit, territory = excluded.territory, "
    "form = excluded.form, phase = excluded.phase, stage = excluded.stage, external_ref = excluded.external_ref, "
    "decision = excluded.decision, nominee_person = excluded.nominee_person, nominee_office = excluded.nominee_office, "
    "body = excluded.body";
inline constexpr Text put_submission =
    "INSERT INTO submission (id, version, occasion, unit, external_ref, body) "
    "VALUES (:id, :version, :occasion, :unit, :external_ref, :body) "
    "ON CONFLICT (id) DO UPDATE SET version = excluded.version, occasion = excluded.occasion, unit = excluded.unit, "
    "external_ref = excluded.external_ref, body = excluded.body";
inline constexpr Text put_occasion =
    "INSERT INTO occasion (id, version, plan, territory, open, external_ref, body) "
    "VALUES (:id, :version, :plan, :territory, :open, :external_ref, :body) "
    "ON CONFLICT (id) DO UPDATE SET version = excluded.version, plan = excluded.plan, territory = excluded.territory, "
    "open = excluded.open, external_ref = excluded.external_ref, body = excluded.body";
inline constexpr Text put_decision =
    "INSERT INTO decision (id, version, authority, occasion, state, external_ref, body) "
    "VALUES (:id, :version, :authority, :occasion, :state, :external_ref, :body) "
    "ON CONFLICT (id) DO UPDATE SET version = excluded.version, authority = excluded.authority, "
    "occasion = excluded.occasion, state = excluded.state, external_ref = excluded.external_ref, body = excluded.body";
inline constexpr Text put_account =
    "INSERT INTO account (person, version, login, disabled, body) VALUES (:person, :version, :login, :disabled, :body) "
    "ON CONFLICT (person) DO UPDATE SET version = excluded.version, login = excluded.login, "
    "disabled = excluded.disabled, body = excluded.body";
inline constexpr Text put_appointment =
    "INSERT INTO appointment (id, version, person, first_day, last_day, pending, body) "
    "VALUES (:id, :version, :person, :first_day, :last_day, :pending, :body) "
    "ON CONFLICT (id) DO UPDATE SET version = excluded.version, person = excluded.person, "
    "first_day = excluded.first_day, last_day = excluded.last_day, pending = excluded.pending, body = excluded.body";

inline constexpr Text acting_in_force =
    "SELECT 1 FROM appointment a LEFT JOIN account c ON c.person = a.person WHERE a.id = :id AND a.first_day <= :day "
    "AND (a.last_day IS NULL OR a.last_day >= :day2) AND a.pending = 0 AND coalesce(c.disabled, 0) = 0";

// Unique references.
inline constexpr Text dossier_reference =
    "SELECT id FROM dossier WHERE unit = :scope AND external_ref = :ref AND id <> :id";
inline constexpr Text submission_reference =
    "SELECT id FROM submission WHERE unit = :scope AND external_ref = :ref AND id <> :id";
inline constexpr Text occasion_reference =
    "SELECT id FROM occasion WHERE territory = :scope AND external_ref = :ref AND id <> :id";
inline constexpr Text decision_reference =
    "SELECT id FROM decision WHERE authority = :scope AND external_ref = :ref AND id <> :id";

// Nominations; the table's UNIQUE stands behind the question.
inline constexpr Text nomination_holder = "SELECT dossier FROM nomination WHERE key = :key AND dossier <> :dossier";
inline constexpr Text claim_nomination =
    "INSERT INTO nomination (dossier, key) VALUES (:dossier, :key) "
    "ON CONFLICT (dossier) DO UPDATE SET key = excluded.key";
inline constexpr Text release_nomination = "DELETE FROM nomination WHERE dossier = :dossier";

// Quotas: the guarded update is what refuses; the table's CHECK stands behind it.
inline constexpr Text quota = "SELECT lim, reserved, consumed FROM quota WHERE key = :key";
inline constexpr Text quota_holders = "SELECT dossier FROM quota_holder WHERE key = :key ORDER BY dossier";
inline constexpr Text quota_keys =
    "SELECT key FROM quota WHERE key >= :prefix AND substr(key, 1, length(:prefix2)) = :prefix3 ORDER BY key";
inline constexpr Text quota_holder = "SELECT state FROM quota_holder WHERE key = :key AND dossier = :dossier";
inline constexpr Text open_quota =
    "INSERT INTO quota (key, lim, reserved, consumed) VALUES (:key, :lim, 0, 0) ON CONFLICT (key) DO NOTHING";
inline constexpr Text reserve_place =
    "UPDATE quota SET lim = :lim, reserved = reserved + 1 WHERE key = :key AND reserved + consumed < :lim2";
inline constexpr Text take_place =
    "UPDATE quota SET lim = :lim, consumed = consumed + 1 WHERE key = :key AND reserved + consumed < :lim2";
inline constexpr Text consume_place =
    "UPDATE quota SET reserved = reserved - 1, consumed = consumed + 1 WHERE key = :key AND reserved > 0";
inline constexpr Text free_reserved = "UPDATE quota SET reserved = reserved - 1 WHERE key = :key AND reserved > 0";
inline constexpr Text free_consumed = "UPDATE quota SET consumed = consumed - 1 WHERE key = :key AND consumed > 0";
inline constexpr Text put_holder =
    "INSERT INTO quota_holder (key, dossier, state) VALUES (:key, :dossier, :state) "
    "ON CONFLICT (key, dossier) DO UPDATE SET state = excluded.state";
inline constexpr Text drop_holder = "DELETE FROM quota_holder WHERE key = :key AND dossier = :dossier";

// Registers, answers, personal values, workspaces.
inline constexpr Text register_number =
    "SELECT decision FROM register WHERE authority = :authority AND year = :year AND number = :number";
inline constexpr Text add_register =
    "INSERT INTO register (authority, year, number, decision) VALUES (:authority, :year, :number, :decision)";
inline constexpr Text answer =
    "SELECT fingerprint, status, headers, body, receipts, expires FROM kept_answer "
    "WHERE principal = :principal AND key = :key";
inline constexpr Text put_answer =
    "INSERT INTO kept_answer (principal, key, fingerprint, status, headers, body, receipts, expires) "
    "VALUES (:principal, :key, :fingerprint, :status, :headers, :body, :receipts, :expires) "
    "ON CONFLICT (principal, key) DO UPDATE SET fingerprint = excluded.fingerprint, status = excluded.status, "
    "headers = excluded.headers, body = excluded.body, receipts = excluded.receipts, expires = excluded.expires";
inline constexpr Text drop_expired_answers = "DELETE FROM kept_answer WHERE expires <= :now";
// Each has its own function over a JSON array.
inline constexpr Text personal{
    "SELECT id, stream, stream_id, path, salt, value FROM personal_value WHERE id IN (SELECT value FROM json_each(:ids))",
    "SELECT id, stream, stream_id, path, salt, value FROM personal_value "
    "WHERE id IN (SELECT jsonb_array_elements_text(CAST(:ids AS jsonb)))"};
inline constexpr Text add_personal =
    "INSERT INTO personal_value (id, stream, stream_id, path, salt, value) "
    "VALUES (:id, :stream, :stream_id, :path, :salt, :value) ON CONFLICT (id) DO NOTHING";
inline constexpr Text workspace = "SELECT version, content FROM workspace WHERE dossier = :dossier";
inline constexpr Text put_workspace =
    "INSERT INTO workspace (dossier, version, content) VALUES (:dossier, :version, :content) "
    "ON CONFLICT (dossier) DO UPDATE SET version = excluded.version, content = excluded.content";
inline constexpr Text save_workspace =
    "UPDATE workspace SET version = version + 1, content = :content WHERE dossier = :dossier AND version = :version";

// Tokens, definitions, codes.
inline constexpr Text token = "SELECT appointment, expires FROM token WHERE sha256 = :sha256";
inline constexpr Text put_token =
    "INSERT INTO token (sha256, appointment, expires) VALUES (:sha256, :appointment, :expires) "
    "ON CONFLICT (sha256) DO UPDATE SET appointment = excluded.appointment, expires = excluded.expires";
inline constexpr Text active_definitions = "SELECT sha256 FROM definition WHERE active = 1";
inline constexpr Text definitions =
    "SELECT kind, id, version, sha256, active, bytes FROM definition ORDER BY kind, id, version";
inline constexpr Text definition_hash =
    "SELECT sha256 FROM definition WHERE kind = :kind AND id = :id AND version = :version";
inline constexpr Text put_definition =
    "INSERT INTO definition (kind, id, version, sha256, active, bytes) "
    "VALUES (:kind, :id, :version, :sha256, :active, :bytes) "
    "ON CONFLICT (kind, id, version) DO UPDATE SET active = excluded.active";
inline constexpr Text step_code =
    "INSERT INTO code_sequence (year, last) VALUES (:year, 1) "
    "ON CONFLICT (year) DO UPDATE SET last = code_sequence.last + 1";
inline constexpr Text last_code = "SELECT last FROM code_sequence WHERE year = :year";

}  // namespace vinhdanh::sql
