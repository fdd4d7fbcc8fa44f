// Commits on PostgreSQL through the committer, beside the same rows written as bare statements.
#include <algorithm>

#include "bench/in_flight.hpp"
#include "bench/measure.hpp"
#include "bench/postgres_sides.hpp"
#include "bench/rows.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh::bench {
namespace {

constexpr std::size_t batch = 64;  // the committer's largest
constexpr std::size_t lanes = 2;   // commits at once

struct PostgresLoad {
  std::string name;
  std::size_t in_flight;
  std::size_t dossiers;
  std::size_t clients;    ///< of the floor
  std::size_t of_changes; ///< in a statement of the floor
};

std::vector<std::string> documents_of(const std::vector<WrittenRows>& rows, std::size_t of_changes) {
  std::vector<std::string> documents;
  for (std::size_t from = 0; from < rows.size(); from += of_changes) {
    WrittenRows all = rows[from];
    for (std::size_t i = from + 1; i < std::min(rows.size(), from + of_changes); ++i) {
      for (const auto& [table, some] : rows[i].items())
        for (const auto& row : some) all[table].push_back(row);
    }
    documents.push_back(all.dump());
  }
  return documents;
}

/// One act on each of the dossiers.
void round_of(PostgresSides& sides, Province& province, const PostgresLoad& load, const std::vector<DossierId>& ids,
              Comparison& times) {
  std::vector<Change> changes;
  for (auto& ready : next_changes(sides.house().deps(), province, ids)) changes.push_back(std::move(ready.change));
  std::vector<Change> given = changes;
  std::vector<CommitResult> results;
  const Spent subject =
      spent([&] { results = commit_in_flight(sides.house().committer(), std::move(given), load.in_flight); });
  std::vector<WrittenRows> rows;
  for (std::size_t i = 0; i < changes.size(); ++i) rows.push_back(sides.written(changes[i], results[i]));
  const auto documents = documents_of(rows, load.of_changes);
  const Spent floor = spent([&] { sides.write(documents, load.clients); });
  times.add(subject, floor, static_cast<double>(changes.size()));
}

}  // namespace

std::vector<Row> measure_postgres_commit(const std::string& cluster, bool quick) {
  const auto some = [quick](std::size_t few, std::size_t many) { return quick ? few : many; };
  const std::vector<PostgresLoad> loads{{"postgres_commit_1", 1, some(3, 100), 1, 1},
                                        {"postgres_commit_32", 32, some(33, 600), 32, 1},
                                        {"postgres_commit_256", 256, some(66, 1'200), 32, 1},
                                        {"postgres_batches_256", 256, some(66, 1'200), lanes, batch}};
  const int rounds = quick ? 1 : 3;
  std::size_t dossiers = 0;
  for (const PostgresLoad& load : loads) dossiers += load.dossiers * static_cast<std::size_t>(rounds);
  const SystemClock clock;
  RandomFresh fresh(clock);
  Province province(fresh);
  PostgresSides sides(cluster, province, dossiers);
  std::vector<Comparison> times(loads.size());
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < loads.size(); ++i) {
      const auto ids = sides.take(loads[i].dossiers);
      for (int act = 0; act < kActs; ++act) round_of(sides, province, loads[i], ids, times[i]);
    }
  }
  std::vector<Row> rows;
  for (std::size_t i = 0; i < loads.size(); ++i) {
    const PostgresLoad& load = loads[i];
    const std::string conditions =
        "receive, attest, propose, forward of " + std::to_string(load.dossiers) + " dossiers, medians of " +
        std::to_string(kActs * rounds) + " rounds; floor: " + std::to_string(load.clients) + " clients, " +
        std::to_string(load.of_changes) + " changes in a statement; fsync and synchronous_commit on";
    rows.push_back({load.name, 1 / median(times[i].subject_wall), "changes/s", 1 / median(times[i].floor_wall), conditions});
  }
  return rows;
}

}  // namespace vinhdanh::bench
