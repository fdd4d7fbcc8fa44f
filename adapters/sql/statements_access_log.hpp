/// The SQL of the access log, named.
#pragma once

#include "adapters/sql/text.hpp"

namespace vinhdanh::sql {

inline constexpr Text add_access =
    "INSERT INTO access_log (at, minute, kind, who, person, appointment, office, address, method, route, target, status, "
    "code, request_id, count) VALUES (:at, :minute, :kind, :who, :person, :appointment, :office, :address, :method, :route, "
    ":target, :status, :code, :request_id, :count) ON CONFLICT (minute, kind, who, method, route, target, code) "
    "DO UPDATE SET count = access_log.count + excluded.count";

// Two statements, so that each finds its index; and of each two texts, since each database has its own function over a JSON
// array.
inline constexpr Text accesses{
    "SELECT seq, at, kind, person, appointment, office, address, method, route, target, status, code, request_id, count "
    "FROM access_log WHERE seq < :before AND (:kind = '' OR kind = :kind2) AND at >= :from AND at < :to "
    "AND (:any = 1 OR office IN (SELECT value FROM json_each(:offices)) OR (office IS NULL AND kind = 'exported')) "
    "ORDER BY seq DESC LIMIT :limit",
    "SELECT seq, at, kind, person, appointment, office, address, method, route, target, status, code, request_id, count "
    "FROM access_log WHERE seq < :before AND (:kind = '' OR kind = :kind2) AND at >= :from AND at < :to "
    "AND (:any = 1 OR office IN (SELECT jsonb_array_elements_text(CAST(:offices AS jsonb))) OR (office IS NULL AND kind = 'exported')) "
    "ORDER BY seq DESC LIMIT :limit"};
inline constexpr Text accesses_of_person{
    "SELECT seq, at, kind, person, appointment, office, address, method, route, target, status, code, request_id, count "
    "FROM access_log WHERE person = :person AND seq < :before AND (:kind = '' OR kind = :kind2) AND at >= :from AND at < :to "
    "AND (:any = 1 OR office IN (SELECT value FROM json_each(:offices)) OR (office IS NULL AND kind = 'exported')) "
    "ORDER BY seq DESC LIMIT :limit",
    "SELECT seq, at, kind, person, appointment, office, address, method, route, target, status, code, request_id, count "
    "FROM access_log WHERE person = :person AND seq < :before AND (:kind = '' OR kind = :kind2) AND at >= :from AND at < :to "
    "AND (:any = 1 OR office IN (SELECT jsonb_array_elements_text(CAST(:offices AS jsonb))) OR (office IS NULL AND kind = 'exported')) "
    "ORDER BY seq DESC LIMIT :limit"};

inline constexpr Text drop_accesses = "DELETE FROM access_log WHERE at < :before";

}  // namespace vinhdanh::sql
