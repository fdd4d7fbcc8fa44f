// Migrations in one transaction under a lock, and the rights of the application's role.
#include "adapters/postgres/postgres_schema.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "adapters/open_fault.hpp"
#include "adapters/postgres/migration_files.hpp"
#include "adapters/postgres/postgres_connection.hpp"
#include "adapters/sql/installation.hpp"
#include "adapters/sql/moving_marks.hpp"

namespace vinhdanh {
namespace {

const auto quoted = detail::PostgresConnection::quoted;

constexpr int tries = 3;  // of a migration that another transaction made impossible, autovacuum for one

/// What a node does and no more: it reads everything, adds events and never touches them again, and changes or deletes only
/// where the program does. Given anew with each migration.
const std::vector<std::pair<std::string, std::vector<std::string>>> rights_by_table{
    {"INSERT", {"events", "register"}},
    {"INSERT, DELETE", {"personal_value"}},
    {"INSERT, UPDATE",
     {"meta", "stream_head", "occasion", "submission", "decision", "dossier", "workspace", "quota", "account", "appointment",
      "token", "definition", "code_sequence", "dossier_list", "credential", "duty", "notice", "mail", "lease"}},
    {"INSERT, UPDATE, DELETE",
     {"nomination", "quota_holder", "kept_answer", "paper", "saved_view", "session", "access_log", "feed_cursor", "webhook",
      "webhook_delivery", "job"}}};

std::string rights_of(detail::Connection& session, const MigrateOptions& options) {
  const std::string role = quoted(options.app_role);
  const std::string schema = quoted(options.place.schema);
  std::string all;
  const auto grant = [&](const std::string& rights, const std::string& what) {
    all += "GRANT " + rights + " ON " + what + " TO " + role + ";";
  };
  // First what needs the table for itself: autovacuum, which has it, may wait for who gives rights to it.
  all += "DROP POLICY IF EXISTS application ON dossier_list;";
  all += "CREATE POLICY application ON dossier_list TO " + role + " USING (true) WITH CHECK (true);";
  all += "REVOKE ALL ON ALL TABLES IN SCHEMA " + schema + " FROM PUBLIC, " + role + ";";
  all += "REVOKE ALL ON SCHEMA " + schema + " FROM PUBLIC, " + role + ";";
  grant("USAGE", "SCHEMA " + schema);
  grant("SELECT", "ALL TABLES IN SCHEMA " + schema);
  grant("USAGE", "ALL SEQUENCES IN SCHEMA " + schema);
  grant("EXECUTE", "ALL FUNCTIONS IN SCHEMA " + schema);
  // A test may stop at an older schema, which has fewer tables.
  for (const auto& [rights, tables] : rights_by_table) {
    for (const std::string& table : tables)
      if (session.value<int>("SELECT CASE WHEN to_regclass(:name) IS NULL THEN 0 ELSE 1 END", table) == 1) grant(rights, table);
  }
  return all;
}

void check_role(detail::Connection& session, const std::string& app_role) {
  if (!session.value<int>("SELECT 1 FROM pg_roles WHERE rolname = :name", app_role))
    throw CannotOpen(OpenFault::settings, "there is no role " + app_role + ": CREATE ROLE " + quoted(app_role) + " LOGIN first");
  if (session.value<std::string>("SELECT CAST(current_user AS text)") == app_role)
    throw CannotOpen(OpenFault::settings, "the tables' owner must be another role than the application's");
}

detail::NewInstallation fresh_of(const MigrateOptions& options) {
  if (options.moving_in) return {*options.moving_in, true};
  return {{"", options.demo}};
}

/// Of a database that was migrated and holds nothing: it was given an id that nobody knows yet. The owner lifts what keeps it.
void take_identity(detail::Connection& session, const detail::Identity& it) {
  session.script("ALTER TABLE meta DISABLE TRIGGER USER");
  detail::write_identity(session, it);
  session.script("ALTER TABLE meta ENABLE TRIGGER USER");
  detail::mark_moving_in(session);
}

Migrated migrate_in_transaction(detail::Connection& session, const MigrateOptions& options) {
  // Two who migrate at once come one after the other.
  session.script("BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('vinhdanh migrate', 0))");
  check_role(session, options.app_role);
  const int stored = detail::stored_postgres_schema(session);
  // It would give rights back that a move took.
  if (stored > 0) detail::refuse_moved(session, detail::Opened::to_work);
  const int wanted = options.up_to > 0 ? options.up_to : newest_postgres_schema();
  if (stored == 0) session.script("CREATE SCHEMA IF NOT EXISTS " + quoted(options.place.schema));
  detail::apply_migrations(session, postgres_migrations(), stored, wanted, fresh_of(options));
  if (stored > 0 && options.moving_in) take_identity(session, *options.moving_in);
  session.script(rights_of(session, options));
  session.script("COMMIT");
  return {stored, std::max(stored, wanted)};
}

}  // namespace

int newest_postgres_schema() { return detail::newest_of(postgres_migrations()); }

int oldest_postgres_schema() { return 3; }

namespace detail {

int stored_postgres_schema(Connection& session) {
  const auto has_meta = session.value<int>("SELECT CASE WHEN to_regclass('meta') IS NULL THEN 0 ELSE 1 END");
  return has_meta == 1 ? schema_in_meta(session) : 0;
}

}  // namespace detail

Migrated migrate_postgres(const MigrateOptions& options) {
  for (int left = tries; true; --left) {
    try {
      detail::PostgresConnection session(options.place);
      session.script("SET statement_timeout = 0; SET lock_timeout = 0");
      return migrate_in_transaction(session, options);
    } catch (const detail::PostgresError& fault) {
      if (left > 1 && fault.is_retryable()) continue;
      throw CannotOpen(OpenFault::storage, std::string("cannot migrate: ") + fault.what());
    }
  }
}

}  // namespace vinhdanh
