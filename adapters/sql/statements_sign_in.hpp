/// The SQL of signing in, named. Parameters are bound in the order in which they stand.
#pragma once

#include "adapters/sql/text.hpp"

namespace vinhdanh::sql {

inline constexpr Text account_by_login = "SELECT body FROM account WHERE login = :login";
inline constexpr Text other_with_login =
    "SELECT person FROM account WHERE login = :login AND person <> :person";

inline constexpr Text credential =
    "SELECT password, must_change, totp_secret, totp_confirmed, totp_step FROM credential WHERE person = :person";
// A step that was used stays used, whatever the writer had read before.
inline constexpr Text put_credential =
    "INSERT INTO credential (person, password, must_change, totp_secret, totp_confirmed, totp_step) "
    "VALUES (:person, :password, :must_change, :totp_secret, :totp_confirmed, :totp_step) "
    "ON CONFLICT (person) DO UPDATE SET password = excluded.password, must_change = excluded.must_change, "
    "totp_secret = excluded.totp_secret, totp_confirmed = excluded.totp_confirmed, "
    "totp_step = CASE WHEN totp_secret IS excluded.totp_secret THEN max(totp_step, excluded.totp_step) "
    "ELSE excluded.totp_step END";
inline constexpr Text put_enrolment =
    "UPDATE credential SET totp_secret = :secret, totp_step = 0 WHERE person = :person AND totp_confirmed = 0";
inline constexpr Text use_totp_step =
    "UPDATE credential SET totp_step = :step WHERE person = :person AND totp_step < :step2";

inline constexpr Text put_session =
    "INSERT INTO session (sha256, id, person, appointment, second_factor, created, seen, expires, address, agent) "
    "VALUES (:sha256, :id, :person, :appointment, :second_factor, :created, :seen, :expires, :address, :agent) "
    "ON CONFLICT (sha256) DO UPDATE SET appointment = excluded.appointment, second_factor = excluded.second_factor, "
    "seen = excluded.seen, expires = excluded.expires WHERE session.ended = 0";
inline constexpr Text session =
    "SELECT sha256, id, person, appointment, second_factor, created, seen, expires, address, agent FROM session "
    "WHERE sha256 = :sha256 AND ended = 0";
inline constexpr Text sessions =
    "SELECT sha256, id, person, appointment, second_factor, created, seen, expires, address, agent FROM session "
    "WHERE person = :person AND ended = 0 ORDER BY id";
inline constexpr Text end_session = "UPDATE session SET ended = 1 WHERE person = :person AND id = :id";
inline constexpr Text end_sessions = "UPDATE session SET ended = 1 WHERE person = :person AND ended = 0";
inline constexpr Text drop_expired_sessions = "DELETE FROM session WHERE expires <= :now";

}  // namespace vinhdanh::sql
