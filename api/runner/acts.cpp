// Closing of occasions and assigning of duties.
#include "api/runner/acts.hpp"

#include <future>
#include <memory>
#include <set>

#include "api/desk/commands/case.hpp"
#include "api/desk/commands/closing.hpp"
#include "api/desk/commands/records.hpp"
#include "api/desk/lists/list_entry.hpp"
#include "engine/codec/json.hpp"
#include "engine/deadline/duty_days.hpp"

namespace vinhdanh {
namespace {

/// Changes and fresh starts of one closing in one pass; what is left then is for the next pass. Each change lapses up to 200.
constexpr int kMostAttempts = 524;

std::future<Fate> submit(const Deps& deps, Change change) {
  const auto promise = std::make_shared<std::promise<Fate>>();
  auto future = promise->get_future();
  add_entries(deps, change);
  deps.committer.submit(std::move(change), [promise](Fate fate) { promise->set_value(std::move(fate)); });
  return future;
}

Fate settled(std::future<Fate> future) {
  Fate fate = future.get();
  if (fate.unknown) throw StorageUnavailable("the outcome of the program's own act is unknown");
  return fate;
}

/// One change of the closing; false when there is nothing more to do now.
bool close_some(const Deps& deps, const OccasionId& id, const Logger& log) {
  const auto occasion = deps.store.occasion(id);
  if (!occasion || !occasion->open) return false;
  auto verdict = decide_closing(deps, deadline_runner(occasion->office), *occasion);
  if (const auto* refusal = std::get_if<Refusal>(&verdict)) {
    log.warn("an occasion could not be closed",
             {{"occasion", id}, {"reason", name_of(refusal->reasons.front().code)}});
    return false;
  }
  auto& closing = std::get<Closing>(verdict);
  const bool last = closing.last;
  const Fate fate = settled(submit(deps, std::move(closing.change)));
  return fate.result.status != CommitStatus::done || !last;
}

std::vector<Occasion> open_occasions(const Store& store) {
  std::vector<Occasion> all;
  OccasionQuery query;
  query.open = true;
  query.page.limit = 200;
  for (;;) {
    auto page = store.find_occasions(query);
    all.insert(all.end(), page.begin(), page.end());
    if (page.size() < 200) return all;
    query.page.after = page.back().id;
  }
}

/// Days before the installation's first event make no tasks: they were done, or not, without it.
Date duties_since(const Deps& deps) {
  const auto first = deps.notices.feed({}, 1);
  return first.empty() ? today(deps) : first.front().event.event.at.legal_date();
}

Change assigning(const Deps& deps, const Plan& plan, const Duty& duty, const OfficeId& unit, Date due) {
  DutyTask task;
  task.id = deps.fresh.id();
  task.plan = deps.rulebook.text_of(plan).ref;
  task.duty = duty.id;
  task.unit = unit;
  task.due = due;
  auto event = event_now(deps, deadline_runner(unit), StreamKind::duty, task.id, DutyAssigned{task});
  event.definition = task.plan;
  Change change;
  change.guards = {{StreamKind::duty, task.id, -1}};
  change.events.push_back(std::move(event));
  change.next.emplace_back(std::move(task));
  return change;
}

std::vector<const Plan*> latest_plans(const Rulebook& rulebook) {
  std::set<std::string> ids;
  std::vector<const Plan*> latest;
  for (const Plan* plan : rulebook.plans()) {
    if (ids.insert(plan->id).second) latest.push_back(rulebook.latest_plan(plan->id));
  }
  return latest;
}

}  // namespace

void close_due_occasions(const Deps& deps, const Logger& log) {
  const Date day = today(deps);
  for (const Occasion& occasion : open_occasions(deps.store)) {
    if (!occasion.closes || day <= *occasion.closes) continue;
    // Whoever opens a draft meanwhile makes the change stale: it is decided again.
    for (int attempt = 0; attempt < kMostAttempts && close_some(deps, occasion.id, log); ++attempt) {
    }
  }
}

void assign_duties(const Deps& deps) {
  const Date day = today(deps);
  const Date since = duties_since(deps);
  const auto appointments = deps.store.appointments();
  const auto& organisation = deps.rulebook.organisation();
  std::vector<std::future<Fate>> pending;
  for (const Plan* plan : latest_plans(deps.rulebook)) {
    for (const DutyDay& it : duty_days(*plan, since, day)) {
      // Who owes it is asked for the day on which it was last owed.
      const Date asked = std::min(day, it.due);
      for (const OfficeId& unit : duty_units(*plan, *it.duty, organisation, appointments, asked)) {
        if (deps.duties.task(plan->id, it.duty->id, unit, it.due)) continue;
        pending.push_back(submit(deps, assigning(deps, *plan, *it.duty, unit, it.due)));
      }
    }
  }
  for (auto& fate : pending) settled(std::move(fate));
}

}  // namespace vinhdanh
