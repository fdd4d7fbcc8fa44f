/// The composition root's product: an opened data folder with everything that works on it.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "adapters/access_ration.hpp"
#include "adapters/clock.hpp"
#include "adapters/committer.hpp"
#include "adapters/files/file_blobs.hpp"
#include "adapters/fresh.hpp"
#include "adapters/sql/sql_access_log.hpp"
#include "adapters/sql/sql_duties.hpp"
#include "adapters/sql/sql_lists.hpp"
#include "adapters/sql/sql_notices.hpp"
#include "adapters/sql/sql_sign_in.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "api/composition_definitions.hpp"
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
  /// The SQLite access log itself, for what only operators do.
  SqlAccessLog& access_log() { return access_log_; }
  DefinitionShelf& shelf() { return shelf_; }
  SignInStore& sign_in() { return sign_in_; }
  BlobStore& blobs() { return blobs_; }
  Deps deps();
  Committer& committer() { return committer_; }

  /// Tells every batch from now on, as CommitObserver says, for as long as this lives.
  void watch_commits(CommitObserver observer);
  /// Writes the counts of alike entries. False when storage failed.
  bool flush_access_log() const { return rationed_.flush(); }

 private:
  SystemClock system_;
  SqliteStore store_;
  SqlLists lists_{store_};
  SqlNotices notices_{store_};
  SqlDuties duties_{store_};
  SqlSignIn sign_in_{store_};
  SqlAccessLog access_log_{store_};
  RationedAccessLog rationed_{access_log_};
  std::unique_ptr<BusinessClock> business_;
  RandomFresh fresh_;
  FileBlobs blobs_;
  Definitions definitions_;
  RunningDefinitions shelf_{definitions_, store_, clock()};
  std::mutex watching_;
  std::vector<CommitObserver> observers_;  ///< under `watching_`
  Committer committer_;
};

}  // namespace vinhdanh
