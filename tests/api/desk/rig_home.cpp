// The same rooms over each store.
#include "tests/api/desk/rig_home.hpp"

#include <cstdlib>
#include <stdexcept>

#include "adapters/files/file_blobs.hpp"
#include "adapters/memory/memory_access_log.hpp"
#include "adapters/memory/memory_blobs.hpp"
#include "adapters/memory/memory_duties.hpp"
#include "adapters/memory/memory_jobs.hpp"
#include "adapters/memory/memory_lists.hpp"
#include "adapters/memory/memory_notices.hpp"
#include "adapters/memory/memory_sign_in.hpp"
#include "adapters/memory/memory_webhooks.hpp"
#include "adapters/postgres/postgres_blobs.hpp"
#include "adapters/sql/sql_access_log.hpp"
#include "adapters/sql/sql_duties.hpp"
#include "adapters/sql/sql_jobs.hpp"
#include "adapters/sql/sql_lists.hpp"
#include "adapters/sql/sql_notices.hpp"
#include "adapters/sql/sql_sign_in.hpp"
#include "adapters/sql/sql_webhooks.hpp"
#include "tests/adapters/support/homes.hpp"

namespace vinhdanh::test {
namespace {

RigHome in_memory() {
  RigHome home;
  auto store = std::make_unique<MemoryStore>();
  home.lists = std::make_unique<MemoryLists>(*store);
  home.notices = std::make_unique<MemoryNotices>(*store);
  home.webhooks = std::make_unique<MemoryWebhooks>(*store);
  home.jobs = std::make_unique<MemoryJobs>(*store);
  home.duties = std::make_unique<MemoryDuties>(*store);
  home.sign_in = std::make_unique<MemorySignIn>(*store);
  home.access_log = std::make_unique<MemoryAccessLog>(*store);
  home.blobs = std::make_unique<MemoryBlobs>();
  home.store = std::move(store);
  return home;
}

RigHome over_sql(std::shared_ptr<void> place, std::unique_ptr<SqlStore> store, std::unique_ptr<BlobStore> blobs) {
  RigHome home;
  home.place = std::move(place);
  home.lists = std::make_unique<SqlLists>(*store);
  home.notices = std::make_unique<SqlNotices>(*store);
  home.webhooks = std::make_unique<SqlWebhooks>(*store);
  home.jobs = std::make_unique<SqlJobs>(*store);
  home.duties = std::make_unique<SqlDuties>(*store);
  home.sign_in = std::make_unique<SqlSignIn>(*store);
  home.access_log = std::make_unique<SqlAccessLog>(*store);
  home.blobs = std::move(blobs);
  home.store = std::move(store);
  return home;
}

RigHome in_sqlite() {
  const auto folder = std::make_shared<TemporaryFolder>();
  auto store = std::make_unique<SqliteStore>(SqliteOptions{folder->path() / "data", false, std::nullopt, {}});
  auto blobs = std::make_unique<FileBlobs>(folder->path() / "data" / "papers");
  return over_sql(folder, std::move(store), std::move(blobs));
}

RigHome in_postgres() {
  const auto schema = std::make_shared<TemporarySchema>();
  auto store = std::make_unique<PostgresStore>(PostgresOptions{schema->url(), schema->name(), std::nullopt});
  auto blobs = std::make_unique<PostgresBlobs>(*store);
  return over_sql(schema, std::move(store), std::move(blobs));
}

}  // namespace

RigHome make_rig_home() {
  const char* wanted = std::getenv("VINHDANH_TESTS_ON");
  const std::string on = wanted == nullptr ? "" : wanted;
  if (on.empty()) return in_memory();
  if (on == "sqlite") return in_sqlite();
  if (on == "postgres") return in_postgres();
  throw std::runtime_error("VINHDANH_TESTS_ON=" + on + " is no store");
}

}  // namespace vinhdanh::test
