// Clocks.
#include "bench/measure.hpp"

#include <ctime>

namespace vinhdanh::bench {
namespace {

double seconds(clockid_t clock) {
  timespec at{};
  clock_gettime(clock, &at);
  return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) * 1e-9;
}

}  // namespace

Spent now() { return {seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID)}; }

double thread_cpu() { return seconds(CLOCK_THREAD_CPUTIME_ID); }

}  // namespace vinhdanh::bench
