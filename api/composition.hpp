/// The composition root's product: an opened folder or database with everything that works on it.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "adapters/access_ration.hpp"
#include "adapters/clock.hpp"
#include "adapters/committer.hpp"
#include "adapters/fresh.hpp"
#include "adapters/home.hpp"
#include "adapters/sql/sql_access_log.hpp"
#include "adapters/sql/sql_duties.hpp"
#include "adapters/sql/sql_jobs.hpp"
#include "adapters/sql/sql_lists.hpp"
#include "adapters/sql/sql_notices.hpp"
#include "adapters/sql/sql_sign_in.hpp"
#include "adapters/sql/sql_webhooks.hpp"
#include "api/commit_followers.hpp"
#include "api/composition_definitions.hpp"
#include "api/desk/deps.hpp"
#include "workflows/loader/definitions.hpp"

namespace vinhdanh {

/// The shipped definitions and those that are stored and active. Throws std::runtime_error when one can't be read.
Definitions definitions_of(const Store& store);

/// Owns the folder while it lives; a database is shared with other nodes. Throws CannotOpen.
class Installation {
 public:
  Installation(const Home& home, std::optional<bool> demo);

  SqlStore& store() { return store_; }
  Clock& clock() { return business_ ? static_cast<Clock&>(*business_) : system_; }
  Fresh& fresh() { return fresh_; }
  const Definitions& definitions() const { return definitions_; }
  /// The stored access log itself, for what only operators do.
  SqlAccessLog& access_log() { return access_log_; }
  DefinitionShelf& shelf() { return shelf_; }
  SignInStore& sign_in() { return sign_in_; }
  BlobStore& blobs() { return *open_.papers; }
  Jobs& jobs() { return jobs_; }
  Deps deps();
  Committer& committer() { return committer_; }

  /// Takes over what other nodes have activated. For a call every second; does nothing where there are none. Throws
  /// StorageUnavailable.
  void follow_others();

  /// Tells every batch from now on, as CommitObserver says, for as long as this lives.
  void watch_commits(CommitObserver observer);
  /// For those who look at what was committed: `wake` is called after each batch here that may have written something, and soon
  /// after each at another node once this hears of them. A call may be lost or be for nothing: whoever follows looks now and then
  /// by himself. As CommitFollowers says.
  [[nodiscard]] CommitFollowers::Place follow_commits(std::function<void()> wake) { return followers_.follow(std::move(wake)); }
  /// Tells other nodes of commits and hears of theirs from now on; does nothing where there are none. `fault` as CommitHints
  /// takes it. Called once.
  void hear_other_nodes(std::function<void(const std::string&)> fault);
  /// Writes the counts of alike entries. False when storage failed.
  bool flush_access_log() const { return rationed_.flush(); }

 private:
  const Home home_;
  SystemClock system_;
  OpenHome open_;
  SqlStore& store_ = *open_.store;
  SqlLists lists_{store_};
  SqlNotices notices_{store_};
  SqlWebhooks webhooks_{store_};
  SqlDuties duties_{store_};
  SqlJobs jobs_{store_};
  SqlSignIn sign_in_{store_};
  SqlAccessLog access_log_{store_};
  RationedAccessLog rationed_{access_log_};
  std::unique_ptr<BusinessClock> business_;
  RandomFresh fresh_;
  Definitions definitions_;
  RunningDefinitions shelf_{definitions_, store_, clock()};
  CommitFollowers followers_;
  std::unique_ptr<CommitHints> hints_;
  std::mutex watching_;
  std::vector<CommitObserver> observers_;  ///< under `watching_`
  Committer committer_;
};

}  // namespace vinhdanh
