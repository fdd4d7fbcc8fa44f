// Which measurements there are.
#include "bench/rows.hpp"

namespace vinhdanh::bench {

std::vector<Measurement> all_measurements(const std::string& cluster) {
  std::vector<Measurement> all{
      {{"memory_before_sign_in"}, measure_memory},
      {{"decide_receive", "decide_forward", "decide_approve"}, measure_decide},
      {{"commit_1", "commit_32", "commit_256", "commit_1_cpu", "commit_32_cpu", "commit_256_cpu"}, measure_commit},
      {{"http_review", "http_review_cpu"}, measure_http},
      {{"inbox_page", "inbox_answer", "checks_answer", "search_page", "inbox_counts", "facets"}, measure_lists},
      {{"verify", "verify_cpu"}, measure_verify},
  };
  if (!cluster.empty()) {
    all.push_back({{"postgres_commit_1", "postgres_commit_32", "postgres_commit_256", "postgres_batches_256"},
                   [cluster](bool quick) { return measure_postgres_commit(cluster, quick); }});
  }
  return all;
}

}  // namespace vinhdanh::bench
