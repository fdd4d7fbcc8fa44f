// The order of a pass: first what happened, then what the day does, then what that made happen.
#include "api/runner/pass.hpp"

#include <utility>

#include "api/desk/commands/case.hpp"
#include "api/desk/lists/refresh_entries.hpp"
#include "api/runner/acts.hpp"
#include "api/runner/timers.hpp"

namespace vinhdanh {

Pass::Pass(const Deps& deps, RunnerOptions options, Logger log)
    : deps_(deps), options_(std::move(options)), log_(std::move(log)) {}

bool Pass::new_day() const { return day_ != today(deps_); }

void Pass::forget() {
  day_.reset();
  touched_ = {};
}

void Pass::tell_events() { fan_out(deps_, options_, touched_); }

void Pass::run() {
  const Date day = today(deps_);
  const bool begins = day_ != day;
  tell_events();
  close_due_occasions(deps_, log_);
  if (begins || touched_.people) assign_duties(deps_);
  tell_events();
  if (begins || touched_.people) refresh_entries(deps_);
  if (begins) tell_about_dossiers(deps_, options_);
  else tell_about_dossiers(deps_, options_, touched_.dossiers);
  if (begins || !touched_.duties.empty()) tell_about_duties(deps_, options_);
  touched_ = {};
  day_ = day;
}

}  // namespace vinhdanh
