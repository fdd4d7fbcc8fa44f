// Asks the server and compares.
#include "adapters/postgres/server_check.hpp"

#include <tuple>

#include "adapters/sql/connection.hpp"

namespace vinhdanh::detail {
namespace {

constexpr int oldest_version = 150000;

/// Every new session asks: everything that is one row is one question.
constexpr std::string_view facts =
    "SELECT current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit'), "
    "current_setting('data_sync_retry'), current_setting('server_encoding'), "
    "CAST(current_setting('server_version_num') AS int), CASE WHEN r.rolsuper OR r.rolbypassrls THEN 1 ELSE 0 END, "
    "CASE WHEN o.rolsuper OR o.rolbypassrls THEN 1 ELSE 0 END "
    "FROM pg_roles r LEFT JOIN pg_roles o ON o.oid = (SELECT c.relowner FROM pg_class c WHERE c.oid = to_regclass('events')) "
    "WHERE r.rolname = current_user";

/// Rows "UPDATE on events" for what the role may do to tables whose rows are never changed or deleted, and to the schema.
constexpr std::string_view excess_rights =
    "SELECT p.allowed || ' on ' || t.name FROM "
    "(VALUES ('events'), ('register')) AS t(name), (VALUES ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('TRIGGER')) AS p(allowed) "
    "WHERE has_table_privilege(t.name, p.allowed) "
    "UNION ALL SELECT p.allowed || ' on stream_head' FROM (VALUES ('DELETE'), ('TRUNCATE'), ('TRIGGER')) AS p(allowed) "
    "WHERE has_table_privilege('stream_head', p.allowed) "
    "UNION ALL SELECT 'CREATE on the schema' WHERE has_schema_privilege(current_schema(), 'CREATE')";

}  // namespace

ServerFacts facts_of(Connection& session) {
  using Row = std::tuple<std::string, std::string, std::string, std::string, std::string, int, int, int>;
  ServerFacts it;
  int superuser = 0, owner_passes = 0;
  std::tie(it.settings["fsync"], it.settings["full_page_writes"], it.settings["synchronous_commit"],
           it.settings["data_sync_retry"], it.settings["server_encoding"], it.version, superuser, owner_passes) =
      session.row<Row>(facts).value();
  it.is_superuser = superuser != 0;
  it.owner_passes_policies = owner_passes != 0;
  for (auto& [right] : session.rows<std::tuple<std::string>>(excess_rights)) it.excess.push_back(std::move(right));
  return it;
}

std::vector<std::string> server_faults(const ServerFacts& facts) {
  std::vector<std::string> faults;
  const auto setting = [&](const std::string& name) { return facts.settings.at(name); };
  if (facts.version < oldest_version) faults.emplace_back("the server is older than PostgreSQL 15: use 15 or newer");
  for (const char* name : {"fsync", "full_page_writes"}) {
    if (setting(name) != "on")
      faults.push_back(std::string(name) + " is " + setting(name) + ": set " + name + " = on in postgresql.conf and reload");
  }
  if (setting("synchronous_commit") == "off") {
    faults.emplace_back("synchronous_commit is off: set synchronous_commit = on in postgresql.conf, for the database and for the "
                        "role, and reload");
  }
  if (setting("data_sync_retry") == "on")
    faults.emplace_back("data_sync_retry is on: set data_sync_retry = off in postgresql.conf and restart");
  if (setting("server_encoding") != "UTF8")
    faults.push_back("the database's encoding is " + setting("server_encoding") + ": create it with ENCODING 'UTF8'");
  if (facts.is_superuser)
    faults.emplace_back("the role is a superuser or passes row-level security by: connect as the application's role");
  if (facts.owner_passes_policies)
    faults.emplace_back("the tables belong to a superuser: run `vinhdanh migrate` as a role of its own that is none");
  for (const std::string& right : facts.excess)
    faults.push_back("the role has " + right + ": connect as the application's role, which has not");
  return faults;
}

}  // namespace vinhdanh::detail
