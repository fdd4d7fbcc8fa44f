/// How long a campaign goes on: short in the test run, as long as asked in `tests/campaigns`.
#pragma once

#include <cstdlib>
#include <string>

namespace vinhdanh::test {

/// The number in VINHDANH_ROUNDS, else `usual`.
inline int rounds_or(int usual) {
  const char* wanted = std::getenv("VINHDANH_ROUNDS");
  return wanted && *wanted ? std::stoi(wanted) : usual;
}

/// The number in VINHDANH_SEED, else `fresh`: to repeat a run.
inline unsigned seed_or(unsigned fresh) {
  const char* wanted = std::getenv("VINHDANH_SEED");
  return wanted && *wanted ? static_cast<unsigned>(std::stoul(wanted)) : fresh;
}

}  // namespace vinhdanh::test
