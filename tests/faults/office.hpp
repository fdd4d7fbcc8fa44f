/// Work whose every trace can be counted: a dossier with its paper, a place, two events and a kept answer in one change.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "adapters/files/file_blobs.hpp"
#include "adapters/sqlite/sqlite_store.hpp"

namespace vinhdanh::test {

/// The folder of an office, and the dossiers in it by number.
class Office {
 public:
  explicit Office(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// The ground on which dossiers stand; once.
  void found() const;
  /// In a child process: one dossier after another from `first` on, several at once, until it is killed. The number of each
  /// goes to `pipe` when it is committed.
  [[noreturn]] void work(int first, int pipe) const;

  struct Findings {
    int lost = 0;   ///< acknowledged and not there, or not wholly
    int twice = 0;  ///< there more than once
    int torn = 0;   ///< not acknowledged and there in part; a broken chain; a sick database
    int there = 0;
    std::string first_fault;
  };
  /// After whatever happened: what became of the dossiers below `end`.
  [[nodiscard]] Findings look(const std::set<int>& acknowledged, int end) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace vinhdanh::test
