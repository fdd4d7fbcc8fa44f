/// The composition root's product: an opened data folder with everything that works on it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "adapters/clock.hpp"
#include "adapters/committer.hpp"
#include "adapters/files/file_blobs.hpp"
#include "adapters/fresh.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "api/desk/deps.hpp"
#include "workflows/loader/definitions.hpp"

namespace vinhdanh {

/// The shipped definitions and those stored in the folder. Throws std::runtime_error when one can't be read.
Definitions definitions_of(const Store& store);

/// Owns the folder while it lives. Throws CannotOpen.
class Installation {
 public:
  Installation(const std::filesystem::path& folder, std::optional<bool> demo);

  SqliteStore& store() { return store_; }
  Clock& clock() { return business_ ? static_cast<Clock&>(*business_) : system_; }
  Fresh& fresh() { return fresh_; }
  const Definitions& definitions() const { return definitions_; }
  Deps deps();

 private:
  SystemClock system_;
  SqliteStore store_;
  std::unique_ptr<BusinessClock> business_;
  RandomFresh fresh_;
  FileBlobs blobs_;
  Definitions definitions_;
  Committer committer_;
};

}  // namespace vinhdanh
