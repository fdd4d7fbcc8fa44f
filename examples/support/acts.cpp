// The one way of an act: load, decide, commit; and decide again when another change came first.
#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "engine/fold/fold.hpp"
#include "examples/support/desk.hpp"

namespace vinhdanh::example {
namespace {

template <class T>
void append(std::vector<T>& to, std::vector<T>& more) {
  std::ranges::move(more, std::back_inserter(to));
}

/// Joins the changes of several dossiers into one, which is committed as a whole or not at all.
void join(Change& into, Change&& other) {
  if (!into.acting) into.acting = other.acting;
  into.acting_on = other.acting_on;
  append(into.guards, other.guards);
  append(into.events, other.events);
  append(into.next, other.next);
  append(into.quota, other.quota);
  append(into.personal, other.personal);
  for (const Touch& touch : other.touches) {
    const auto same = [&](const Touch& known) { return known.kind == touch.kind && known.id == touch.id; };
    if (std::ranges::none_of(into.touches, same)) into.touches.push_back(touch);
  }
}

std::optional<Refusal> settle(const std::function<Verdict()>& judge,
                              const std::function<std::future<Fate>(Change)>& send) {
  constexpr int kMostAttempts = 8;
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    Verdict verdict = judge();
    if (auto* refusal = std::get_if<Refusal>(&verdict)) return std::move(*refusal);
    Change& change = std::get<Change>(verdict);
    if (change.events.empty()) return std::nullopt;
    const Fate fate = send(std::move(change)).get();
    if (!fate.unknown && fate.result.status == CommitStatus::done) return std::nullopt;
  }
  throw std::runtime_error("the change never fitted what was stored");
}

}  // namespace

std::future<Fate> Desk::send(Change change) {
  auto promise = std::make_shared<std::promise<Fate>>();
  auto future = promise->get_future();
  committer_.submit(std::move(change), [promise](Fate fate) { promise->set_value(std::move(fate)); });
  return future;
}

/// The submission's letter is an event of the submission, so it replaces the mere touch.
void Desk::record_sending(Change& change, const Actor& actor, const Dossier& dossier, const DocumentRef& letter) {
  Submission next = *store.submission(dossier.submission);
  std::erase_if(change.touches,
                [&](const Touch& touch) { return touch.kind == StreamKind::submission && touch.id == next.id; });
  change.guards.push_back({StreamKind::submission, next.id, next.version});
  change.events.push_back(event(actor, StreamKind::submission, next.id, SubmissionSent{letter, {dossier.id}}));
  apply(next, change.events.back());
  change.next.emplace_back(std::move(next));
}

Verdict Desk::judge(const Actor& actor, const DossierId& id, const Payload& payload) {
  const Dossier dossier = *store.dossier(id);
  Verdict verdict = decide(dossier, payload, facts(dossier, actor, &payload), rules(dossier), fresh);
  const auto* submit = std::get_if<Submit>(&payload);
  if (auto* change = std::get_if<Change>(&verdict); change && submit)
    record_sending(*change, actor, dossier, submit->letter);
  return verdict;
}

Verdict Desk::judge_all(const Actor& actor, const std::vector<Dossier>& dossiers, const Payload& payload) {
  Change whole;
  for (const Dossier& dossier : dossiers) {
    Verdict verdict = judge(actor, dossier.id, payload);
    if (std::holds_alternative<Refusal>(verdict)) return verdict;
    join(whole, std::get<Change>(std::move(verdict)));
  }
  return whole;
}

Verdict Desk::judge_decision(const Actor& actor, const DecisionId& id, const Payload& payload) {
  DossierQuery query;
  query.decisions = {id};
  Verdict verdict = judge_all(actor, all_dossiers(store, query), payload);
  auto* change = std::get_if<Change>(&verdict);
  if (!change) return verdict;
  Decision next = *store.decision(id);
  std::erase_if(change->touches, [](const Touch& touch) { return touch.kind == StreamKind::decision; });
  change->guards.push_back({StreamKind::decision, id, next.version});
  if (const auto* number = std::get_if<Number>(&payload)) {
    change->registers.push_back({next.authority, number->date->year(), number->number, id});
    change->events.push_back(event(actor, StreamKind::decision, id, DecisionNumbered{number->number, *number->date}));
  } else {
    DecisionSigned body{actor.capacity, {}};
    for (const Dossier& dossier : all_dossiers(store, query)) body.dossiers.push_back(dossier.id);
    change->events.push_back(event(actor, StreamKind::decision, id, std::move(body)));
  }
  apply(next, change->events.back());
  change->next.emplace_back(std::move(next));
  return verdict;
}

Verdict Desk::judge_closing(const Actor& actor, const OccasionId& id) {
  DossierQuery query;
  query.occasions = {id};
  query.phases = {Phase::drafting};
  const auto drafts = all_dossiers(store, query);
  Verdict verdict = judge_all(actor, drafts, Lapse{});
  auto* change = std::get_if<Change>(&verdict);
  if (!change) return verdict;
  Occasion next = *store.occasion(id);
  change->guards.push_back({StreamKind::occasion, id, next.version});
  change->events.push_back(event(actor, StreamKind::occasion, id, OccasionClosed{static_cast<int>(drafts.size())}));
  change->events.back().definition = next.plan;
  apply(next, change->events.back());
  change->next.emplace_back(std::move(next));
  return verdict;
}

std::optional<Refusal> Desk::act(const Actor& actor, const DossierId& dossier, const Payload& payload) {
  return settle([&] { return judge(actor, dossier, payload); }, [&](Change change) { return send(std::move(change)); });
}

std::optional<Refusal> Desk::act_on_decision(const Actor& actor, const DecisionId& decision, const Payload& payload) {
  return settle([&] { return judge_decision(actor, decision, payload); },
                [&](Change change) { return send(std::move(change)); });
}

std::optional<Refusal> Desk::close(const Actor& actor, const OccasionId& occasion) {
  return settle([&] { return judge_closing(actor, occasion); }, [&](Change change) { return send(std::move(change)); });
}

}  // namespace vinhdanh::example
