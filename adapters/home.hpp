/// Where an installation's data is, and how its store and papers are opened there.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "adapters/open_fault.hpp"
#include "adapters/postgres/commit_hints.hpp"
#include "adapters/sql/sql_store.hpp"
#include "engine/ports/blobs.hpp"
#include "engine/ports/leases.hpp"

namespace vinhdanh {

struct Home {
  /// Without `database`: a SQLite database and the papers, which one process owns. With it: what a node keeps of its own, its
  /// receipts; may be empty, and may be lost.
  std::filesystem::path folder;
  /// A PostgreSQL server as libpq takes it ("postgresql://…"), of the application's role. Empty: SQLite in the folder.
  std::string database;
  std::string schema = "vinhdanh";  ///< of the database: several installations may share one

  /// For people: without what may be secret in the address.
  [[nodiscard]] std::string name() const;
};

struct OpenHome {
  std::unique_ptr<SqlStore> store;
  std::unique_ptr<BlobStore> papers;  ///< may borrow the store
  std::unique_ptr<Leases> leases;     ///< borrows it; none where one process owns everything
};

/// To work in. A new folder is made and migrated; a database has been migrated before. `demo` as the store takes it. Throws
/// CannotOpen.
OpenHome open_home(const Home& home, std::optional<bool> demo);

/// Between the nodes of a home; none where one process owns everything. `instance` and the rest as CommitHints takes them.
std::unique_ptr<CommitHints> commit_hints(const Home& home, const std::string& instance, std::function<void()> heard,
                                          std::function<void(const std::string&)> fault);

/// To read in, beside whoever works there. Throws CannotOpen.
OpenHome open_to_read(const Home& home);

/// Of `vinhdanh move` alone: to read in what is still moving in; a database's address is its owner's. Throws CannotOpen.
OpenHome open_to_prove(const Home& home);

}  // namespace vinhdanh
