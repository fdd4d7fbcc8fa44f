// Commits on SQLite through the committer, beside a bare loop that writes the same rows as durably in the same batches.
#include <algorithm>
#include <memory>

#include "adapters/sqlite/sqlite_store.hpp"
#include "bench/folder.hpp"
#include "bench/house.hpp"
#include "bench/in_flight.hpp"
#include "bench/measure.hpp"
#include "bench/raw_reader.hpp"
#include "bench/raw_rows.hpp"
#include "bench/rows.hpp"

namespace vinhdanh::bench {
namespace {

constexpr std::size_t kLargestBatch = 64;  // the committer's

struct Load {
  std::size_t in_flight;
  std::size_t dossiers;
};

/// Two equal folders: what is committed in one is written again in the other.
class Sides {
 public:
  Sides(Province& province, std::size_t dossiers) : province_(province), ours_("commit"), floor_("commit-floor") {
    {
      House house(ours_.path(), province.definitions());
      ids_ = fill(house, province, dossiers, 0);
    }
    std::filesystem::copy(ours_.path(), floor_.path(), std::filesystem::copy_options::recursive);
    house_ = std::make_unique<House>(ours_.path(), province.definitions());
    writer_ = std::make_unique<RawWriter>(SqliteStore::database_file(floor_.path()));
  }

  std::vector<DossierId> take(std::size_t count) {
    const auto from = ids_.begin() + static_cast<std::ptrdiff_t>(taken_);
    taken_ += count;
    return {from, from + static_cast<std::ptrdiff_t>(count)};
  }

  /// One act on each of the dossiers.
  void round(const std::vector<DossierId>& ids, std::size_t in_flight, Comparison& times) {
    std::vector<Change> changes;
    for (auto& ready : next_changes(house_->deps(), province_, ids)) changes.push_back(std::move(ready.change));
    const auto before = searched(ids);
    std::vector<CommitResult> results;
    std::vector<Change> given = changes;
    const Spent subject = spent([&] { results = commit_in_flight(house_->committer(), std::move(given), in_flight); });
    const auto after = searched(ids);
    std::vector<std::vector<RawWrite>> rows;
    for (std::size_t i = 0; i < changes.size(); ++i)
      rows.push_back(rows_written(house_->store(), changes[i], results[i], before[i], after[i]));
    const Spent floor = spent([&] { writer_->write(rows, std::min(in_flight, kLargestBatch)); });
    times.add(subject, floor, static_cast<double>(changes.size()));
  }

 private:
  std::vector<Searched> searched(const std::vector<DossierId>& ids) {
    std::vector<Searched> all;
    RawReader reader(SqliteStore::database_file(ours_.path()));
    for (const DossierId& id : ids) {
      const auto row = reader.rows("SELECT entry, words, marks, passes FROM dossier_list WHERE id = ?", {id}).at(0);
      all.push_back({std::stoll(row[0]), row[1], row[2], row[3]});
    }
    return all;
  }

  Province& province_;
  Folder ours_;
  Folder floor_;
  std::vector<DossierId> ids_;
  std::size_t taken_ = 0;
  std::unique_ptr<House> house_;
  std::unique_ptr<RawWriter> writer_;
};

}  // namespace

std::vector<Row> measure_commit(bool quick) {
  const std::vector<Load> loads =
      quick ? std::vector<Load>{{1, 5}, {32, 40}, {256, 260}} : std::vector<Load>{{1, 100}, {32, 600}, {256, 1'200}};
  const int rounds = quick ? 1 : 3;
  std::size_t dossiers = 0;
  for (const Load& load : loads) dossiers += load.dossiers * static_cast<std::size_t>(rounds);
  const SystemClock clock;
  RandomFresh fresh(clock);
  Province province(fresh);
  Sides sides(province, dossiers);
  std::vector<Comparison> times(loads.size());
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < loads.size(); ++i) {
      const auto ids = sides.take(loads[i].dossiers);
      for (int act = 0; act < kActs; ++act) sides.round(ids, loads[i].in_flight, times[i]);
    }
  }
  std::vector<Row> rows;
  for (std::size_t i = 0; i < loads.size(); ++i) {
    const std::string name = "commit_" + std::to_string(loads[i].in_flight);
    const std::string conditions = "receive, attest, propose, forward of " + std::to_string(loads[i].dossiers) +
                                   " dossiers, medians of " + std::to_string(kActs * rounds) + " rounds; batch " +
                                   std::to_string(std::min(loads[i].in_flight, kLargestBatch)) + "; synchronous=FULL";
    rows.push_back({name, 1 / median(times[i].subject_wall), "changes/s", 1 / median(times[i].floor_wall), conditions});
    rows.push_back({name + "_cpu", median(times[i].subject_cpu) * 1e6, "cpu-us/change",
                    median(times[i].floor_cpu) * 1e6, conditions});
  }
  return rows;
}

}  // namespace vinhdanh::bench
