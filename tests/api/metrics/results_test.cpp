// Every result of a commit is counted under its own name.
#include <map>

#include "api/metrics/metrics.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;

TEST_CASE("results of commits have the names of what became of the change", "[metrics]") {
  const std::map<std::string, CommitStatus> named{{"done", CommitStatus::done},
                                                  {"stale", CommitStatus::stale},
                                                  {"place_lost", CommitStatus::place_lost},
                                                  {"number_taken", CommitStatus::number_taken},
                                                  {"duplicate_key", CommitStatus::duplicate_key},
                                                  {"reference_taken", CommitStatus::reference_taken},
                                                  {"not_in_role", CommitStatus::not_in_role},
                                                  {"nomination_exists", CommitStatus::nomination_exists}};
  Metrics metrics("1");
  std::size_t times = 0;
  for (const auto& [name, status] : named) {
    CommitResult result;
    result.status = status;
    metrics.batch_committed(std::vector<CommitResult>(++times, result), false);
  }
  const std::string text = metrics.text();
  times = 0;
  for (const auto& [name, status] : named) {
    const std::string line = "vinhdanh_changes_total{result=\"" + name + "\"} " + std::to_string(++times) + "\n";
    INFO(line);
    CHECK(text.find(line) != std::string::npos);
  }
}
