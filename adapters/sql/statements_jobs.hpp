/// The SQL of jobs, named. Parameters are bound in the order in which they stand.
#pragma once

#include "adapters/sql/text.hpp"

namespace vinhdanh::sql {

// A SQLite file has every migration when it is opened; a PostgreSQL database may wait for this one.
inline constexpr Text has_jobs{"SELECT 1", "SELECT CASE WHEN to_regclass('job') IS NULL THEN 0 ELSE 1 END"};

// SQLite has one writer; on PostgreSQL two who count at once would each miss the other's.
inline constexpr Text hold_jobs_of{"SELECT CAST(:person AS TEXT)",
                                   "SELECT CAST(pg_advisory_xact_lock(hashtextextended('jobs of ' || :person, 0)) AS text)"};
inline constexpr Text count_unended_jobs =
    "SELECT count(*) FROM job WHERE person = :person AND state IN ('waiting', 'running', 'ready')";
inline constexpr Text add_job =
    "INSERT INTO job (id, kind, person, appointment, subject, sha256, state, phase, done, total, made, started, ended, expires, "
    "leased, attempts, version, body) VALUES (:id, :kind, :person, :appointment, :subject, :sha256, :state, :phase, :done, :total, "
    ":made, :started, :ended, :expires, 0, :attempts, :version, :body)";
inline constexpr Text job =
    "SELECT id, kind, person, appointment, subject, sha256, state, phase, done, total, made, started, ended, expires, attempts, "
    "version, body FROM job WHERE id = :id";
inline constexpr Text jobs_of =
    "SELECT id, kind, person, appointment, subject, sha256, state, phase, done, total, made, started, ended, expires, attempts, "
    "version, body FROM job WHERE appointment = :appointment AND (made, id) < (:made, :id) ORDER BY made DESC, id DESC LIMIT :limit";
inline constexpr Text job_with_file =
    "SELECT id, kind, person, appointment, subject, sha256, state, phase, done, total, made, started, ended, expires, attempts, "
    "version, body FROM job WHERE appointment = :appointment AND subject = :subject AND sha256 = :sha256 AND id <> :id "
    "ORDER BY made DESC, id DESC LIMIT 1";

// SQLite has one writer. On PostgreSQL several nodes take at once: each passes over what another is taking.
inline constexpr Text is_job_there =
    "SELECT 1 FROM job WHERE state = 'waiting' OR (state = 'running' AND leased <= :now) LIMIT 1";
inline constexpr Text first_job{
    "SELECT id FROM job WHERE state = 'waiting' OR (state = 'running' AND leased <= :now) ORDER BY made, id LIMIT 1",
    "SELECT id FROM job WHERE state = 'waiting' OR (state = 'running' AND leased <= :now) ORDER BY made, id LIMIT 1 "
    "FOR UPDATE SKIP LOCKED"};
inline constexpr Text take_job =
    "UPDATE job SET state = 'running', leased = :until, attempts = attempts + 1, version = version + 1 WHERE id = :id";
inline constexpr Text change_job =
    "UPDATE job SET state = :state, phase = :phase, done = :done, total = :total, started = :started, ended = :ended, "
    "expires = :expires, leased = :leased, attempts = :attempts, version = version + 1, body = :body "
    "WHERE id = :id AND version = :version";

inline constexpr Text expired_jobs =
    "SELECT id, kind, person, appointment, subject, sha256, state, phase, done, total, made, started, ended, expires, attempts, "
    "version, body FROM job WHERE expires <= :now ORDER BY expires, id LIMIT :limit";
inline constexpr Text drop_job = "DELETE FROM job WHERE id = :id";

}  // namespace vinhdanh::sql
