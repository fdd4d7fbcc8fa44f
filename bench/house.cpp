// Puts a store and a desk together, and prepares what is committed in the measurements.
#include "bench/house.hpp"

#include <stdexcept>

#include "api/desk/commands/case.hpp"
#include "api/desk/commands/payloads.hpp"
#include "api/desk/commands/records.hpp"
#include "api/desk/lists/list_entry.hpp"
#include "api/desk/request/idempotency.hpp"
#include "api/desk/request/if_match.hpp"
#include "engine/codec/reflect.hpp"
#include "workflows/nomination/lifecycle.hpp"

namespace vinhdanh::bench {
namespace {

constexpr std::size_t kBatch = 50;

/// The day after everything that the province did.
std::int64_t business_offset(const Clock& clock) {
  return Province::start().milliseconds + 86'400'000 - clock.system_now().milliseconds;
}

std::string body_of(const Payload& payload) {
  return std::visit([](const auto& it) { return to_json_value(it).dump(); }, payload);
}

Ready next_change(const Deps& deps, Province& province, const DossierId& id) {
  Dossier dossier = deps.store.dossier(id).value();
  Ready prepared{.act = province.next_act(dossier), .before = dossier};
  const Actor& actor = prepared.act.who->actor;
  const Payload& payload = prepared.act.payload;
  const auto it = load_case(deps, actor, std::move(dossier), {.decision = named_decision(payload)});
  auto verdict = decide(it.dossier, payload, it.facts, it.rules, deps.fresh);
  if (const auto* refusal = std::get_if<Refusal>(&verdict))
    throw std::runtime_error(sentence_of(refusal->reasons.front()).en);
  Prepared answer;
  answer.change = std::move(std::get<Change>(verdict));
  complete(deps, actor, payload, it, answer.change);
  const Dossier& next = after(answer.change, it.dossier);
  answer.body = short_dossier(next);
  answer.headers = {{"ETag", etag_of(next.version)}};
  HttpRequest request;
  request.method = "POST";
  request.path = "/v1/dossiers/" + id + "/actions/" + path_of(command_of(payload));
  request.headers.emplace("idempotency-key", deps.fresh.id());
  request.body = body_of(payload);
  answer.change.acting = actor.appointment;
  answer.change.acting_on = today(deps);
  add_entries(deps, answer.change);
  answer.change.answer = answer_to_keep(deps, request, actor, answer);
  prepared.change = std::move(answer.change);
  return prepared;
}

void commit_batch(Store& store, std::span<const Change> changes) {
  for (std::size_t from = 0; from < changes.size(); from += kBatch) {
    const std::span<const Change> batch(changes.data() + from, std::min(kBatch, changes.size() - from));
    for (const CommitResult& result : store.commit(batch)) {
      if (result.status != CommitStatus::done)
        throw std::runtime_error("not committed (" + std::to_string(static_cast<int>(result.status)) + "): " + result.detail);
    }
  }
}

}  // namespace

House::House(const Home& home, const Rulebook& rulebook)
    : folder_(home.folder),
      open_(open_home(home, true)),
      clock_(system_, business_offset(system_), [](std::int64_t) {}),
      fresh_(system_),
      rulebook_(rulebook),
      committer_(store_) {
  // A server that opens this folder goes by the same clock.
  store_.set_meta("business_clock_offset", std::to_string(business_offset(system_)));
}

Deps House::deps() {
  return {store_, lists_,     notices_, webhooks_, duties_, sign_in_, access_log_, committer_,
          *open_.papers, clock_, fresh_, rulebook_, nomination_lifecycle(), {}, {}};
}

void commit_all(House& house, std::vector<Change> changes) {
  const Deps deps = house.deps();
  for (Change& change : changes) add_entries(deps, change);
  commit_batch(house.store(), changes);
}

void fill_varied(House& house, Province& province, std::size_t dossiers) {
  commit_all(house, province.founding());
  const Deps deps = house.deps();
  const Date day = today(deps);
  std::vector<Change> changes;
  for (std::size_t made = 0; made < dossiers; made += 10) {
    std::vector<int> acts;
    for (int i = 0; i < 10; ++i) acts.push_back(province.some_acts());
    Change change = province.submission(acts);
    add_entries(deps, change);
    for (ListEntry& entry : change.entries) {
      // The plan sets no limits of its own, and without due dates nothing would have to be sorted.
      if (entry.office && entry.phase != Phase::drafting) entry.due = day.plus(static_cast<int>(made / 10 % 38) - 7);
    }
    changes.push_back(std::move(change));
    if (changes.size() < kBatch && made + 10 < dossiers) continue;
    commit_batch(house.store(), changes);
    changes.clear();
  }
}

std::vector<Ready> next_changes(const Deps& deps, Province& province, const std::vector<DossierId>& dossiers) {
  std::vector<Ready> changes;
  changes.reserve(dossiers.size());
  for (const DossierId& id : dossiers) changes.push_back(next_change(deps, province, id));
  return changes;
}

std::vector<DossierId> fill(House& house, Province& province, std::size_t dossiers, int acts) {
  commit_all(house, province.founding());
  std::vector<DossierId> ids;
  std::vector<Change> changes;
  while (ids.size() < dossiers) {
    changes.push_back(province.submission(std::vector<int>(10, acts)));
    for (const Dossier& dossier : province.dossiers()) ids.push_back(dossier.id);
    if (changes.size() < kBatch && ids.size() < dossiers) continue;
    commit_all(house, std::exchange(changes, {}));
  }
  return ids;
}

}  // namespace vinhdanh::bench
