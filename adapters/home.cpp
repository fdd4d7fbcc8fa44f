// The one place that knows both databases.
#include "adapters/home.hpp"

#include "adapters/files/file_blobs.hpp"
#include "adapters/postgres/postgres_blobs.hpp"
#include "adapters/postgres/postgres_leases.hpp"
#include "adapters/postgres/postgres_store.hpp"
#include "adapters/random.hpp"
#include "adapters/sqlite/sqlite_store.hpp"

namespace vinhdanh {
namespace {

OpenHome open(const Home& home, std::optional<bool> demo, bool read_only) {
  OpenHome open;
  if (home.database.empty()) {
    open.store = std::make_unique<SqliteStore>(SqliteOptions{home.folder, read_only, demo, {}});
    open.papers = std::make_unique<FileBlobs>(home.folder / "papers");
    return open;
  }
  PostgresOptions options;
  options.url = home.database;
  options.schema = home.schema;
  options.demo = demo;
  options.read_only = read_only;
  auto store = std::make_unique<PostgresStore>(std::move(options));
  open.papers = std::make_unique<PostgresBlobs>(*store);
  open.leases = std::make_unique<PostgresLeases>(*store, hex_text(random_bytes(8)));
  open.store = std::move(store);
  return open;
}

}  // namespace

std::string Home::name() const { return database.empty() ? folder.string() : "the PostgreSQL database"; }

OpenHome open_home(const Home& home, std::optional<bool> demo) { return open(home, demo, false); }

OpenHome open_to_read(const Home& home) { return open(home, std::nullopt, true); }

}  // namespace vinhdanh
