// Reminders, overdue, holds to be looked at again: each is told once, by its key.
#include "api/runner/timers.hpp"

#include "api/desk/commands/case.hpp"
#include "engine/deadline/duty_days.hpp"
#include "engine/deadline/stage_due.hpp"

namespace vinhdanh {
namespace {

constexpr int kStep = 200;
constexpr int kLongestReminder = 60;  ///< days ahead that a reminder may look, rest days included

class DossierTimers {
 public:
  DossierTimers(const Deps& deps, const RunnerOptions& options)
      : deps_(deps), options_(options), addressees_(deps, options), day_(today(deps)) {}

  void look(const Dossier& dossier) {
    const Plan* plan = deps_.rulebook.plan(dossier.plan.id, dossier.plan.version);
    if (!plan || is_final(dossier.phase)) return;
    look_at_limit(dossier, *plan);
    look_at_hold(dossier, *plan);
  }

  void keep() {
    if (!notices_.empty()) deps_.notices.put(notices_, std::nullopt);
    notices_.clear();
  }

 private:
  void look_at_limit(const Dossier& dossier, const Plan& plan) {
    const auto& calendar = deps_.rulebook.calendar();
    const auto limit = stage_due(dossier, plan, era_of(deps_, dossier, day_), calendar, day_);
    if (!limit || !limit->due) return;
    const std::string round = dossier.id + ":" + dossier.clock->stage + ":" +
                              std::to_string(dossier.clock->since.milliseconds) + ":" + limit->due->text();
    const bool near = reminder_day(calendar, *limit->due, options_.remind_working_days) <= day_;
    if (!limit->overdue && !near) return;
    with_known(dossier, plan, [&](const Known& known) {
      if (limit->overdue) tell(dossier, "overdue:" + round, told_overdue(known, *limit->due));
      else tell(dossier, "due_soon:" + round, told_due_soon(known, *limit->due));
    });
  }

  void look_at_hold(const Dossier& dossier, const Plan& plan) {
    if (!dossier.hold || day_ < dossier.hold->review) return;
    const auto occasion = deps_.store.occasion(dossier.occasion);
    if (!occasion) return;
    with_known(dossier, plan, [&](const Known& known) {
      tell(dossier, "hold_review:" + dossier.id + ":" + std::to_string(dossier.hold->since.milliseconds),
           told_hold_review(known, occasion->office));
    });
  }

  template <class F>
  void with_known(const Dossier& dossier, const Plan& plan, F&& run) {
    const auto decision = dossier.decision ? deps_.store.decision(*dossier.decision) : std::nullopt;
    run(Known{deps_.rulebook.organisation(), day_, &dossier, nullptr, &plan, decision ? &*decision : nullptr, nullptr,
              nullptr});
  }

  void tell(const Dossier& dossier, std::string key, const std::optional<Told>& told) {
    if (!told) return;
    addressees_.tell(*told, {std::move(key), StreamKind::dossier, dossier.id, deps_.clock.business_now(), nullptr}, day_,
                     notices_);
  }

  const Deps& deps_;
  const RunnerOptions& options_;
  Addressees addressees_;
  Date day_;
  std::vector<Notice> notices_;
};

std::vector<Phase> open_phases() {
  std::vector<Phase> phases;
  for (std::size_t i = 0; i < Names<Phase>::all.size(); ++i) {
    if (!is_final(static_cast<Phase>(i))) phases.push_back(static_cast<Phase>(i));
  }
  return phases;
}

}  // namespace

void tell_about_dossiers(const Deps& deps, const RunnerOptions& options) {
  DossierTimers timers(deps, options);
  DossierQuery query;
  query.phases = open_phases();
  query.page.limit = kStep;
  for (;;) {
    const auto page = deps.store.find_dossiers(query);
    for (const Dossier& dossier : page) timers.look(dossier);
    timers.keep();
    if (page.size() < static_cast<std::size_t>(kStep)) return;
    query.page.after = page.back().id;
  }
}

void tell_about_dossiers(const Deps& deps, const RunnerOptions& options, const std::set<DossierId>& which) {
  if (which.empty()) return;
  DossierTimers timers(deps, options);
  for (const DossierId& id : which) {
    if (const auto dossier = deps.store.dossier(id)) timers.look(*dossier);
  }
  timers.keep();
}

void tell_about_duties(const Deps& deps, const RunnerOptions& options) {
  const Date day = today(deps);
  Addressees addressees(deps, options);
  DutyQuery query;
  query.state = DutyState::open;
  query.due_to = day.plus(kLongestReminder);
  query.limit = kStep;
  for (;;) {
    const auto page = deps.duties.find(query);
    std::vector<Notice> notices;
    for (const DutyTask& task : page) {
      const bool late = task.due < day;
      const bool near = reminder_day(deps.rulebook.calendar(), task.due, options.remind_working_days) <= day;
      if (!late && !near) continue;
      const std::string kind = late ? "duty_overdue" : "duty_due_soon";
      const Known known{deps.rulebook.organisation(), day, nullptr, nullptr,
                        deps.rulebook.plan(task.plan.id, task.plan.version), nullptr, &task, nullptr};
      const auto told = told_of_duty(known, kind);
      if (!told) continue;
      // A task that was opened again is due anew: its version says which time it is.
      addressees.tell(*told,
                      {kind + ":" + task.id + ":" + std::to_string(task.version), StreamKind::duty, task.id,
                       deps.clock.business_now(), nullptr},
                      day, notices);
    }
    if (!notices.empty()) deps.notices.put(notices, std::nullopt);
    if (page.size() < static_cast<std::size_t>(kStep)) return;
    query.after = page.back().due.text() + " " + page.back().id;
  }
}

}  // namespace vinhdanh
