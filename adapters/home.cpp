// The one place that knows both databases.
#include "adapters/home.hpp"

#include <utility>

#include "adapters/files/file_blobs.hpp"
#include "adapters/postgres/postgres_blobs.hpp"
#include "adapters/postgres/postgres_leases.hpp"
#include "adapters/postgres/postgres_store.hpp"
#include "adapters/random.hpp"
#include "adapters/sqlite/sqlite_store.hpp"

namespace vinhdanh {
namespace {

enum class Opening { to_work, to_read, to_prove };

OpenHome open_folder(const std::filesystem::path& folder, Opening opening, std::optional<bool> demo) {
  SqliteOptions options{folder, opening != Opening::to_work, demo, {}};
  options.moving = opening == Opening::to_prove;
  OpenHome open;
  open.store = std::make_unique<SqliteStore>(std::move(options));
  open.papers = std::make_unique<FileBlobs>(folder / "papers");
  return open;
}

OpenHome open_database(const Home& home, Opening opening, std::optional<bool> demo) {
  PostgresOptions options;
  options.url = home.database;
  options.schema = home.schema;
  options.demo = demo;
  options.read_only = opening == Opening::to_read;
  options.moving = opening == Opening::to_prove;
  auto store = std::make_unique<PostgresStore>(std::move(options));
  OpenHome open;
  open.papers = std::make_unique<PostgresBlobs>(*store);
  open.leases = std::make_unique<PostgresLeases>(*store, hex_text(random_bytes(8)));
  open.store = std::move(store);
  return open;
}

OpenHome open(const Home& home, Opening opening, std::optional<bool> demo) {
  return home.database.empty() ? open_folder(home.folder, opening, demo) : open_database(home, opening, demo);
}

}  // namespace

std::string Home::name() const { return database.empty() ? folder.string() : "the PostgreSQL database"; }

OpenHome open_home(const Home& home, std::optional<bool> demo) { return open(home, Opening::to_work, demo); }

std::unique_ptr<CommitHints> commit_hints(const Home& home, const std::string& instance, std::function<void()> heard,
                                          std::function<void(const std::string&)> fault) {
  if (home.database.empty()) return nullptr;
  return std::make_unique<CommitHints>(home.database, instance, std::move(heard), std::move(fault));
}

OpenHome open_to_read(const Home& home) { return open(home, Opening::to_read, std::nullopt); }

OpenHome open_to_prove(const Home& home) { return open(home, Opening::to_prove, std::nullopt); }

}  // namespace vinhdanh
