/// A data folder or database opened as the server opens it, but on the business clock of the measurements.
#pragma once

#include <filesystem>
#include <vector>

#include "adapters/clock.hpp"
#include "adapters/committer.hpp"
#include "adapters/fresh.hpp"
#include "adapters/home.hpp"
#include "adapters/sql/sql_access_log.hpp"
#include "adapters/sql/sql_duties.hpp"
#include "adapters/sql/sql_lists.hpp"
#include "adapters/sql/sql_notices.hpp"
#include "adapters/sql/sql_sign_in.hpp"
#include "adapters/sql/sql_webhooks.hpp"
#include "api/desk/deps.hpp"
#include "bench/province.hpp"

namespace vinhdanh::bench {

class House {
 public:
  House(const Home& home, const Rulebook& rulebook);
  House(const std::filesystem::path& folder, const Rulebook& rulebook) : House(Home{folder, {}}, rulebook) {}
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  SqlStore& store() { return store_; }
  SqlLists& lists() { return lists_; }
  Committer& committer() { return committer_; }
  Deps deps();

 private:
  std::filesystem::path folder_;
  SystemClock system_;
  OpenHome open_;
  SqlStore& store_ = *open_.store;
  SqlLists lists_{store_};
  SqlNotices notices_{store_};
  SqlWebhooks webhooks_{store_};
  SqlDuties duties_{store_};
  SqlSignIn sign_in_{store_};
  SqlAccessLog access_log_{store_};
  BusinessClock clock_;
  RandomFresh fresh_;
  const Rulebook& rulebook_;
  Committer committer_;
};

/// The acts of a review's first stage, which the measurements repeat: receive, attest, propose, forward.
inline constexpr int kActs = 4;

/// Commits all of it in large batches, with the entries of lists; throws std::runtime_error when a change is not accepted.
void commit_all(House& house, std::vector<Change> changes);

/// A change and what was sent to make it.
struct Ready {
  Change change;
  Act act;
  Dossier before;
};

/// What the API would commit for the next act on each dossier, answers to keep included. The store must hold them.
std::vector<Ready> next_changes(const Deps& deps, Province& province, const std::vector<DossierId>& dossiers);

/// Submissions of ten dossiers each, `acts` acts beyond their sending; their ids, in order.
std::vector<DossierId> fill(House& house, Province& province, std::size_t dossiers, int acts);

/// Submissions whose dossiers stand anywhere between draft and decision, with due dates from last week to next month.
void fill_varied(House& house, Province& province, std::size_t dossiers);

}  // namespace vinhdanh::bench
