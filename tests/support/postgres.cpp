// Makes and drops schemas as the owner, who may.
#include "tests/support/postgres.hpp"

#include <unistd.h>

#include <atomic>
#include <fstream>
#include <stdexcept>

#include "adapters/postgres/postgres_connection.hpp"
#include "adapters/postgres/postgres_schema.hpp"

namespace vinhdanh::test {
namespace {

std::string cluster_folder() {
  std::ifstream file(VINHDANH_POSTGRES_FILE);
  std::string folder;
  if (!std::getline(file, folder))
    throw std::runtime_error("no cluster: run tests/support/postgres.sh start " VINHDANH_POSTGRES_FILE);
  return folder;
}

std::string next_name() {
  static std::atomic<int> made{0};
  return "test_" + std::to_string(getpid()) + "_" + std::to_string(++made);
}

}  // namespace

TemporarySchema::TemporarySchema(bool demo, int up_to) : folder_(cluster_folder()) {
  if (up_to == 0) take_kept(demo);
  else name_ = next_name();
  if (up_to > 0) migrate_postgres({{owner_url(), name_}, "vinhdanh_app", demo, up_to});
}

/// Whoever has the lock on its name has the schema; a test that was killed loses it with its session.
void TemporarySchema::take_kept(bool demo) {
  keeper_ = std::make_unique<detail::PostgresConnection>(detail::PostgresPlace{superuser_url(), "public"});
  int number = 0;
  do name_ = "kept_" + std::to_string(++number);
  while (keeper_->value<int>("SELECT CASE WHEN pg_try_advisory_lock(hashtextextended(:name, 1)) THEN 1 ELSE 0 END", name_) != 1);
  migrate_postgres({{owner_url(), name_}, "vinhdanh_app", demo});
  // As a replica no trigger refuses.
  std::string empty = "SET search_path = " + name_ + "; SET session_replication_role = replica;";
  for (const auto& [table] : keeper_->rows<std::tuple<std::string>>(
           "SELECT CAST(tablename AS text) FROM pg_tables WHERE schemaname = :name AND tablename <> 'meta'", name_))
    empty += "DELETE FROM " + table + ";";
  empty += "DELETE FROM meta WHERE name NOT IN ('instance', 'demo', 'schema_version');";
  empty += std::string("UPDATE meta SET value = '") + (demo ? "1" : "0") + "' WHERE name = 'demo';";
  keeper_->script(empty);
}

TemporarySchema::~TemporarySchema() {
  if (keeper_) return;
  try {
    detail::PostgresConnection owner({owner_url(), name_});
    owner.script("DROP SCHEMA IF EXISTS " + name_ + " CASCADE");
  } catch (const std::exception&) {
    // It goes with the cluster.
  }
}

std::string TemporarySchema::url_of(const std::string& role) const {
  return "host=" + folder_ + " user=" + role + " dbname=tests";
}

}  // namespace vinhdanh::test
