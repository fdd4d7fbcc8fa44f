// Which measurements there are.
#include "bench/rows.hpp"

namespace vinhdanh::bench {

std::vector<Measurement> all_measurements() {
  return {
      {{"memory_before_sign_in"}, measure_memory},
      {{"decide_receive", "decide_forward", "decide_approve"}, measure_decide},
      {{"commit_1", "commit_32", "commit_256", "commit_1_cpu", "commit_32_cpu", "commit_256_cpu"}, measure_commit},
      {{"http_review", "http_review_cpu"}, measure_http},
      {{"inbox_page", "inbox_answer", "search_page", "inbox_counts", "facets"}, measure_lists},
      {{"verify", "verify_cpu"}, measure_verify},
  };
}

}  // namespace vinhdanh::bench
