/// One pass of the program over what time brings. Whatever a pass did before it was cut off, the next one does no thing
/// twice and misses none: everything it does has a key.
#pragma once

#include <optional>

#include "api/desk/deps.hpp"
#include "api/http/log.hpp"
#include "api/runner/fan_out.hpp"
#include "api/runner/options.hpp"

namespace vinhdanh {

/// For one thread. `deps` outlives it.
class Pass {
 public:
  Pass(const Deps& deps, RunnerOptions options, Logger log);

  /// Everything that is due now. Throws StorageUnavailable; the next call goes on.
  void run();
  /// Only what has happened since the last call, to tell it soon.
  void tell_events();
  /// The next pass is as the first: another node may have done some of them meanwhile.
  void forget();
  /// True when the day is not the one of the last whole pass.
  [[nodiscard]] bool new_day() const;

 private:
  const Deps& deps_;
  RunnerOptions options_;
  Logger log_;
  Touched touched_;
  std::optional<Date> day_;  ///< of the last whole pass
};

}  // namespace vinhdanh
