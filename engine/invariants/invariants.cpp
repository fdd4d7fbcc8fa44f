// Runs the checks over one dossier and over a world.
#include "engine/invariants/invariants.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "engine/codec/codec.hpp"
#include "engine/invariants/chain.hpp"
#include "engine/invariants/checks.hpp"
#include "engine/invariants/ledger.hpp"
#include "engine/invariants/projection.hpp"
#include "engine/invariants/walker.hpp"

namespace vinhdanh {
namespace {

constexpr std::array<detail::Check, 6> kChecks = {detail::check_endorsements, detail::check_separation,
                                                  detail::check_authority,    detail::check_pins,
                                                  detail::check_deciding_rank, detail::check_places};

template <class Items, class Id>
auto find_by_id(const Items& items, const Id& id) {
  const auto found = std::ranges::find_if(items, [&](const auto& item) { return item.id == id; });
  return found == items.end() ? std::nullopt : std::optional(*found);
}

const Plan* pinned_plan(const World& world, const DefinitionRef& ref) {
  const auto found = std::ranges::find_if(world.plans, [&](const auto& entry) { return entry.first.sha256 == ref.sha256; });
  return found == world.plans.end() ? nullptr : &found->second;
}

}  // namespace

Violations check_rules(std::span<const SealedEvent> events, const Plan& plan, const Surroundings& around, Walked* end) {
  Violations found;
  const auto visit = [&](const Walked& before, const SealedEvent& event) {
    const detail::RouteView route(plan, before.form);
    const detail::CheckContext context{plan, route, around};
    for (const auto check : kChecks) check(before, event, context, found);
  };
  Walk walked = walk(events, plan, visit);
  append(found, std::move(walked.violations));
  detail::check_places_at_end(walked.end, found);
  if (end) *end = std::move(walked.end);
  return found;
}

Violations check_dossier(const DossierHistory& history, std::string_view instance, const Surroundings& around, Walked* end) {
  Violations found = check_chain(history.events, instance, StreamKind::dossier, history.id);
  if (is_broken(found)) return found;
  if (history.events.empty()) return {{"INV-13", -1, "the dossier has no events"}};
  const auto& definition = history.events.front().event.definition;
  const Plan* plan = definition && around.plan ? around.plan(*definition) : nullptr;
  if (!plan) {
    found.push_back({"INV-5", 0, "the pinned definition is not there"});
    return found;
  }
  Walked walked;
  append(found, check_rules(history.events, *plan, around, &walked));
  if (history.snapshot) append(found, check_projection(walked, *history.snapshot));
  if (history.snapshot && history.folded) {
    append(found, check_same_text(encode(*history.snapshot), encode(*history.folded), walked.last_n));
  }
  std::ranges::stable_sort(found, {}, &Violation::n);
  if (end) *end = std::move(walked);
  return found;
}

Violations check_world(const World& world) {
  const AppointmentIndex appointments(world.appointments);
  const Surroundings around{world.organisation, appointments,
                            [&](const DefinitionRef& ref) { return pinned_plan(world, ref); },
                            [&](const DecisionId& id) { return find_by_id(world.decisions, id); },
                            [&](const OccasionId& id) { return find_by_id(world.occasions, id); }};
  Violations found;
  std::vector<DossierSummary> summaries;
  std::set<DossierId> unread;
  for (const DossierHistory& history : world.dossiers) {
    Walked end;
    auto own = check_dossier(history, world.instance, around, &end);
    for (Violation& one : own) one.stream = "dossier/" + history.id;
    append(found, std::move(own));
    if (const Plan* plan = pinned_plan(world, end.plan)) summaries.push_back(summary_of(history.id, end, *plan));
    else unread.insert(history.id);
  }
  append(found, check_quotas(summaries, world.quotas, unread));
  append(found, check_uniqueness(summaries, world.decisions, world.organisation));
  return found;
}

}  // namespace vinhdanh
