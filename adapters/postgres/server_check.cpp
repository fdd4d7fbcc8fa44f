// Asks the server and compares.
#include "adapters/postgres/server_check.hpp"

#include <algorithm>

#include "adapters/sql/connection.hpp"

namespace vinhdanh::detail {
namespace {

constexpr int oldest_version = 150000;

constexpr std::string_view setting_names[] = {"fsync", "full_page_writes", "synchronous_commit", "data_sync_retry",
                                              "server_encoding"};

/// Rows "UPDATE on events" for what the role may do to tables whose rows are never changed or deleted, and to the schema.
constexpr std::string_view excess_rights =
    "SELECT p.allowed || ' on ' || t.name FROM "
    "(VALUES ('events'), ('register')) AS t(name), (VALUES ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('TRIGGER')) AS p(allowed) "
    "WHERE has_table_privilege(t.name, p.allowed) "
    "UNION ALL SELECT p.allowed || ' on stream_head' FROM (VALUES ('DELETE'), ('TRUNCATE'), ('TRIGGER')) AS p(allowed) "
    "WHERE has_table_privilege('stream_head', p.allowed) "
    "UNION ALL SELECT 'CREATE on the schema' WHERE has_schema_privilege(current_schema(), 'CREATE')";

constexpr std::string_view bypasses = "SELECT CASE WHEN rolsuper OR rolbypassrls THEN 1 ELSE 0 END FROM pg_roles ";

}  // namespace

ServerFacts facts_of(Connection& session) {
  ServerFacts facts;
  for (const auto name : setting_names) {
    facts.settings[std::string(name)] =
        session.value<std::string>("SELECT current_setting(:name, true)", std::string(name)).value_or("");
  }
  facts.version = std::stoi(session.value<std::string>("SELECT current_setting('server_version_num')").value_or("0"));
  facts.is_standby = session.value<int>("SELECT CASE WHEN pg_is_in_recovery() THEN 1 ELSE 0 END") == 1;
  facts.is_superuser = session.value<int>(std::string(bypasses) + "WHERE rolname = current_user") == 1;
  facts.owner_passes_policies =
      session.value<int>(std::string(bypasses) +
                         "WHERE oid = (SELECT c.relowner FROM pg_class c WHERE c.oid = to_regclass('events'))") == 1;
  for (auto& [right] : session.rows<std::tuple<std::string>>(excess_rights)) facts.excess.push_back(std::move(right));
  return facts;
}

std::vector<std::string> server_faults(const ServerFacts& facts) {
  std::vector<std::string> faults;
  const auto setting = [&](const std::string& name) {
    const auto at = facts.settings.find(name);
    return at == facts.settings.end() ? std::string() : at->second;
  };
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
