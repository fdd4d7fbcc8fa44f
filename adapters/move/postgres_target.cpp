// One transaction for all rows, so that one place in the feed's order covers all events.
#include "adapters/move/postgres_target.hpp"

#include <algorithm>
#include <utility>

#include "adapters/move/copy_writer.hpp"
#include "adapters/move/postgres_mover.hpp"
#include "adapters/postgres/postgres_schema.hpp"
#include "adapters/sql/moving_marks.hpp"

namespace vinhdanh::detail {
namespace {

// What `migrate` writes, and no more.
constexpr std::string_view other_meta =
    "SELECT count(*) FROM meta WHERE name NOT IN ('schema_version', 'instance', 'demo')";

bool holds_anything(Connection& session) {
  if (session.value<int>(other_meta) != 0) return true;
  return std::ranges::any_of(tables_of(session), [&](const std::string& table) {
    return table != "meta" && session.value<int>("SELECT 1 FROM " + PostgresConnection::quoted(table) + " LIMIT 1").has_value();
  });
}

/// The numbers that rows brought along are not given again.
std::string number_on(const std::string& table) {
  return "SELECT setval(pg_get_serial_sequence('" + table + "', 'seq'), greatest(max(seq), 1), max(seq) IS NOT NULL) FROM " +
         table;
}

}  // namespace

PostgresTarget::PostgresTarget(PostgresPlace place, std::string app_role)
    : place_(std::move(place)), app_role_(std::move(app_role)), session_(place_), papers_(session_) {
  set_up_mover(session_);
}

MoveTarget::State PostgresTarget::state() {
  if (stored_postgres_schema(session_) == 0) return State::empty;
  if (is_moving_in(session_)) return State::moving_in;
  return holds_anything(session_) ? State::used : State::empty;
}

void PostgresTarget::begin(const Identity& identity) {
  MigrateOptions options{place_, app_role_};
  options.moving_in = identity;
  migrate_postgres(options);
  static_cast<void>(open_to_prove({{}, place_.url, place_.schema}));  // an unsafe server is refused now rather than when everything is there
  session_.script("BEGIN");
  // No policy lets the owner write entries; nobody else sees the table without it.
  session_.script("ALTER TABLE dossier_list NO FORCE ROW LEVEL SECURITY");
}

std::unique_ptr<TableWriter> PostgresTarget::writer(const MovedTable& table) {
  return std::make_unique<CopyWriter>(session_, table);
}

void PostgresTarget::commit() {
  session_.script(number_on("events"));
  session_.script(number_on("access_log"));
  session_.script("ALTER TABLE dossier_list FORCE ROW LEVEL SECURITY");
  session_.script("COMMIT");
}

void PostgresTarget::settle() { unmark_moving_in(session_); }

}  // namespace vinhdanh::detail
