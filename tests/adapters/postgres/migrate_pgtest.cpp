// A migration beside others who use the database.
#include <chrono>
#include <future>
#include <thread>

#include "adapters/postgres/postgres_connection.hpp"
#include "adapters/postgres/postgres_schema.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

TEST_CASE("a migration that PostgreSQL ends because of another transaction is done again", "[postgres]") {
  const TemporarySchema schema;
  detail::PostgresConnection other({schema.owner_url(), schema.name()});
  other.script("BEGIN; LOCK TABLE dossier_list IN ACCESS SHARE MODE");
  auto migrated = std::async(std::launch::async, [&] {
    return migrate_postgres({{schema.owner_url(), schema.name()}, "vinhdanh_app", false});
  });
  const auto waits = "SELECT count(*) FROM pg_locks WHERE relation = CAST('dossier_list' AS regclass) AND NOT granted";
  for (int i = 0; i < 2'000 && other.value<int>(waits) == 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  // Each waits for the other now. PostgreSQL ends the one that has waited for a second, which is the migration.
  other.script("SELECT pg_advisory_xact_lock(hashtextextended('vinhdanh migrate', 0))");
  other.script("COMMIT");
  CHECK(migrated.get().to == newest_postgres_schema());
}
