// From events to notices.
#include "api/runner/fan_out.hpp"

#include "engine/fold/fold.hpp"

namespace vinhdanh {
namespace {

constexpr int kPage = 200;
constexpr auto kReader = "notices";

/// The things that one event speaks of, as far as the store has them.
struct Things {
  std::optional<Dossier> dossier;
  std::optional<Dossier> before;
  std::optional<Decision> decision;
  std::optional<DutyTask> task;
};

std::optional<Dossier> state_before(const Store& store, const SealedEvent& sealed) {
  if (sealed.n == 0) return std::nullopt;
  const auto events = store.events(StreamKind::dossier, sealed.event.stream_id, 0, static_cast<int>(sealed.n));
  if (events.empty()) return std::nullopt;
  return fold_dossier(events);
}

Things things_of(const Deps& deps, const SealedEvent& sealed) {
  const Event& event = sealed.event;
  Things things;
  switch (event.stream) {
    case StreamKind::dossier:
      things.dossier = deps.store.dossier(event.stream_id);
      if (needs_before(event.body)) things.before = state_before(deps.store, sealed);
      if (things.dossier && things.dossier->decision)
        things.decision = deps.store.decision(*things.dossier->decision);
      break;
    case StreamKind::decision: things.decision = deps.store.decision(event.stream_id); break;
    case StreamKind::duty: things.task = deps.duties.duty(event.stream_id); break;
    default: break;
  }
  return things;
}

const Plan* plan_of(const Deps& deps, const Things& things) {
  if (things.dossier) return deps.rulebook.plan(things.dossier->plan.id, things.dossier->plan.version);
  if (things.task) return deps.rulebook.plan(things.task->plan.id, things.task->plan.version);
  return nullptr;
}

template <class T>
const T* address(const std::optional<T>& value) {
  return value ? &*value : nullptr;
}

void note(const Event& event, Touched& touched) {
  if (event.stream == StreamKind::dossier) touched.dossiers.insert(event.stream_id);
  if (event.stream == StreamKind::duty) touched.duties.insert(event.stream_id);
  touched.people = touched.people || event.stream == StreamKind::organisation || event.stream == StreamKind::definition;
}

void tell(const Deps& deps, const SealedEvent& sealed, Addressees& addressees, std::vector<Notice>& notices) {
  const Event& event = sealed.event;
  const Things things = things_of(deps, sealed);
  Known known{deps.rulebook.organisation(), event.at.legal_date(), address(things.dossier), address(things.before),
              plan_of(deps, things), address(things.decision), address(things.task), nullptr};
  if (const auto* ended = std::get_if<AppointmentEnded>(&event.body))
    known.appointment = addressees.appointment(ended->appointment);
  for (const Told& told : told_by(event, known))
    addressees.tell(told, {event.id, event.stream, event.stream_id, event.at, &event.actor}, known.day, notices);
}

}  // namespace

void fan_out(const Deps& deps, const RunnerOptions& options, Touched& touched) {
  FeedPlace place = deps.notices.cursor(kReader);
  for (;;) {
    const auto page = deps.notices.feed(place, kPage);
    if (page.empty()) return;
    Addressees addressees(deps, options);
    std::vector<Notice> notices;
    for (const FedEvent& fed : page) {
      place = fed.place;
      if (fed.event.event.id.empty()) continue;  // it does not parse: `verify` names it
      note(fed.event.event, touched);
      tell(deps, fed.event, addressees, notices);
    }
    deps.notices.put(notices, std::pair(std::string(kReader), place));
  }
}

}  // namespace vinhdanh
