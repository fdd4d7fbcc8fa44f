// Locks first, and with them the moment that is seen.
#include "adapters/move/postgres_source.hpp"

#include <vector>

#include "adapters/move/postgres_mover.hpp"
#include "adapters/open_fault.hpp"
#include "adapters/postgres/postgres_schema.hpp"
#include "adapters/sql/installation.hpp"
#include "adapters/sql/moving_marks.hpp"

namespace vinhdanh::detail {
namespace {

constexpr std::string_view insufficient_privilege = "42501";
constexpr std::string_view lock_not_available = "55P03";

// Whoever may write here and does not own the tables.
constexpr std::string_view writers =
    "SELECT DISTINCT CAST(r.rolname AS text) FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a "
    "JOIN pg_roles r ON r.oid = a.grantee JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE n.nspname = current_schema() AND c.relkind = 'r' AND a.grantee <> c.relowner "
    "AND a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE')";

void check_newest(Connection& session) {
  const int stored = stored_postgres_schema(session);
  if (stored == 0) throw CannotOpen(OpenFault::not_found, "there is no installation in the schema that is to be moved");
  check_schema(stored, newest_postgres_schema(), newest_postgres_schema());
}

/// No snapshot is taken before all locks are held, so that what is seen is all there is. Two moves exclude each other.
void hold_still(Connection& session) {
  const auto tables = tables_of(session);
  session.script("BEGIN ISOLATION LEVEL REPEATABLE READ");
  session.script("LOCK TABLE meta IN SHARE ROW EXCLUSIVE MODE");
  std::string all;
  for (const std::string& table : tables) all += (all.empty() ? "" : ", ") + PostgresConnection::quoted(table);
  session.script("LOCK TABLE " + all + " IN SHARE MODE");
}

}  // namespace

PostgresSource::PostgresSource(const PostgresPlace& place) try : session_(place), papers_(session_) {
  set_up_mover(session_);
  check_newest(session_);
  hold_still(session_);
} catch (const PostgresError& fault) {
  if (fault.state == insufficient_privilege) {
    throw CannotOpen(OpenFault::settings, "the role may not lock the tables that are to be moved: give the address of their "
                                          "owner, as for `vinhdanh migrate`");
  }
  if (fault.state == lock_not_available)
    throw CannotOpen(OpenFault::in_use, "somebody writes into the database that is to be moved: stop its nodes first");
  throw CannotOpen(OpenFault::storage, std::string("cannot open the database that is to be moved: ") + fault.what());
}

void PostgresSource::mark_moved(const std::string& where) {
  mark_moved_to(session_, where);
  for (const auto& [role] : session_.rows<std::tuple<std::string>>(writers)) {
    session_.script("REVOKE INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + schema_of(session_) + " FROM " +
                    PostgresConnection::quoted(role));
  }
  session_.script("COMMIT");
}

}  // namespace vinhdanh::detail
