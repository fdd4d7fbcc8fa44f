// Reads a store stream by stream and hands what it finds to the invariants.
#include "engine/invariants/verification.hpp"

#include <algorithm>
#include <set>

#include "engine/codec/codec.hpp"
#include "engine/codec/digest.hpp"
#include "engine/fold/fold.hpp"
#include "engine/invariants/chain.hpp"
#include "engine/invariants/invariants.hpp"
#include "engine/invariants/kept_values.hpp"
#include "engine/invariants/ledger.hpp"
#include "engine/invariants/people.hpp"
#include "engine/invariants/projection.hpp"

namespace vinhdanh {
namespace {

constexpr int kPage = 200;

/// An end that was named later than `at` does not count.
Appointment as_it_stood(const Store& store, const Appointment& now, Instant at) {
  Appointment stood = now;
  for (std::int64_t from = 0;;) {
    const auto page = store.events(StreamKind::organisation, now.office, from, kPage);
    for (const SealedEvent& sealed : page) {
      from = sealed.n + 1;
      const auto* granted = std::get_if<AppointmentGranted>(&sealed.event.body);
      const auto* ended = std::get_if<AppointmentEnded>(&sealed.event.body);
      if (granted != nullptr && granted->appointment.id == now.id) stood.to = granted->appointment.to;
      if (ended != nullptr && ended->appointment == now.id && sealed.event.at < at) stood.to = ended->last_day;
    }
    if (page.size() < kPage) return stood;
  }
}

Surroundings surroundings_of(const Store& store, const PlanLookup& plan, const Organisation& organisation,
                             const AppointmentIndex& appointments) {
  return {organisation, appointments, plan, [&store](const DecisionId& id) { return store.decision(id); },
          [&store](const OccasionId& id) { return store.occasion(id); },
          [&store](const Appointment& it, Instant at) { return as_it_stood(store, it, at); }};
}

struct StoredDossier {
  std::vector<Store::RawEvent> rows;
  std::optional<Dossier> snapshot;
};

/// Rows and snapshot of one moment: a commit may fall between the two reads, so they are repeated while they disagree.
StoredDossier load(const Store& store, const DossierId& id) {
  StoredDossier stored;
  for (int attempt = 0; attempt < 3; ++attempt) {
    stored = {store.raw_events(StreamKind::dossier, id), store.dossier(id)};
    const auto last = static_cast<std::int64_t>(stored.rows.size()) - 1;
    if (stored.snapshot && stored.snapshot->version == last) break;
  }
  return stored;
}

Violations index_faults(const Store& store, const std::optional<StreamRef>& only) {
  Violations found;
  for (const Store::IndexFault& fault : store.index_faults(only)) {
    found.push_back({"INV-15", -1, "what queries go by is not what the stored state says: " + fault.columns, fault.stream});
  }
  return found;
}

Verification verify_stored(const Store& store, const BlobStore* papers, const DossierId& id, const Surroundings& around,
                           Walked* end) {
  const StoredDossier stored = load(store, id);
  ChainReading reading = read_chain(stored.rows, store.instance(), StreamKind::dossier, id);
  Verification result;
  result.events = static_cast<std::int64_t>(stored.rows.size());
  if (!stored.rows.empty()) result.head = stored.rows.back().hash;
  if (is_broken(reading.violations)) {
    result.violations = std::move(reading.violations);
    return result;
  }
  DossierHistory history{id, std::move(reading.events), stored.snapshot};
  if (!history.events.empty()) history.folded = fold_dossier(history.events);
  result.violations = check_dossier(history, store.instance(), around, end);
  if (!history.snapshot && !history.events.empty()) {
    result.violations.push_back({"INV-15", result.events - 1, "the dossier has events, but no stored state"});
  }
  append(result.violations, check_kept_values(store, papers, {StreamKind::dossier, id}, history.events));
  std::ranges::stable_sort(result.violations, {}, &Violation::n);
  result.intact = result.violations.empty();
  return result;
}

/// The versions of these count more than their own events, so they are left out.
template <class Aggregate>
Violations check_fold(const std::vector<SealedEvent>& events, std::optional<Aggregate> stored) {
  const auto last = static_cast<std::int64_t>(events.size()) - 1;
  if (!stored) return {{"INV-15", last, "the stream has events, but there is no stored state"}};
  Aggregate folded;
  for (const SealedEvent& sealed : events) apply(folded, sealed.event);
  folded.version = stored->version;
  return check_same_text(encode(*stored), encode(folded), last);
}

/// A task's version counts nothing but its own events.
Violations check_task(const std::vector<SealedEvent>& events, std::optional<DutyTask> stored) {
  const auto last = static_cast<std::int64_t>(events.size()) - 1;
  if (stored && stored->version != last) return {{"INV-15", last, "the stored task is not at its last event"}};
  return check_fold(events, std::move(stored));
}

Violations check_state(const Store& store, const Duties* duties, const StreamRef& stream,
                       const std::vector<SealedEvent>& events) {
  switch (stream.kind) {
    case StreamKind::submission: return check_fold(events, store.submission(stream.id));
    case StreamKind::occasion: return check_fold(events, store.occasion(stream.id));
    case StreamKind::decision: return check_fold(events, store.decision(stream.id));
    case StreamKind::quota: {
      if (const auto state = store.quota(stream.id)) return check_quota_stream(events, *state);
      return {{"INV-8", -1, "the quota has events, but no stored counts"}};
    }
    case StreamKind::duty: return duties ? check_task(events, duties->duty(stream.id)) : Violations{};
    default: return {};  // PeopleRecords has those of accounts and offices
  }
}

class StoreWalk {
 public:
  StoreWalk(const Store& store, const BlobStore* papers, const Duties* duties, const PlanLookup& plan,
            const Organisation& organisation, std::span<const Appointment> appointments)
      : store_(store), papers_(papers), duties_(duties), plan_(plan), organisation_(organisation), appointments_(appointments),
        around_(surroundings_of(store, plan_, organisation_, appointments_)) {}

  void see(const StreamRef& stream) {
    auto found = stream.kind == StreamKind::dossier ? of_dossier(stream.id) : of_other(stream);
    for (Violation& one : found) one.stream = std::string(name_of(stream.kind)) + "/" + stream.id;
    append(result.violations, std::move(found));
  }
  void finish() {
    append(result.violations, index_faults(store_, {}));
    append(result.violations, people_.check(store_));
    append(result.violations, check_quotas(dossiers_, store_.quotas(""), unread_));
    append(result.violations, check_uniqueness(dossiers_, decisions_, organisation_));
    result.intact = result.violations.empty();
  }
  StoreVerification result;

 private:
  Violations of_dossier(const DossierId& id) {
    Walked end;
    Verification verification = verify_stored(store_, papers_, id, around_, &end);
    result.events += verification.events;
    add_head(result, {StreamKind::dossier, id}, verification.head);
    const Plan* plan = end.phase && plan_ ? plan_(end.plan) : nullptr;
    if (plan) dossiers_.push_back(summary_of(id, end, *plan));
    else unread_.insert(id);
    return std::move(verification.violations);
  }
  Violations of_other(const StreamRef& stream) {
    const auto rows = store_.raw_events(stream.kind, stream.id);
    result.events += static_cast<std::int64_t>(rows.size());
    add_head(result, stream, rows.empty() ? "" : rows.back().hash);
    ChainReading reading = read_chain(rows, store_.instance(), stream.kind, stream.id);
    if (is_broken(reading.violations)) {
      people_.pass_over(stream);
      return std::move(reading.violations);
    }
    people_.see(stream, reading.events);
    if (stream.kind == StreamKind::decision) {
      if (auto decision = store_.decision(stream.id)) decisions_.push_back(std::move(*decision));
    }
    append(reading.violations, check_state(store_, duties_, stream, reading.events));
    append(reading.violations, check_kept_values(store_, papers_, stream, reading.events));
    return std::move(reading.violations);
  }

  const Store& store_;
  const BlobStore* papers_;
  const Duties* duties_;
  const PlanLookup& plan_;
  const Organisation& organisation_;
  AppointmentIndex appointments_;
  Surroundings around_;
  std::vector<DossierSummary> dossiers_;
  std::set<DossierId> unread_;
  std::vector<Decision> decisions_;
  PeopleRecords people_;
};

}  // namespace

Verification verify_dossier(const Store& store, const DossierId& id, const PlanLookup& plan,
                            const Organisation& organisation, std::span<const Appointment> appointments,
                            const BlobStore* papers) {
  const AppointmentIndex index(appointments);
  auto result = verify_stored(store, papers, id, surroundings_of(store, plan, organisation, index), nullptr);
  for (Violation& fault : index_faults(store, StreamRef{StreamKind::dossier, id})) {
    fault.stream.clear();
    result.violations.push_back(std::move(fault));
    result.intact = false;
  }
  return result;
}

void add_head(StoreVerification& all, const StreamRef& stream, const std::string& head) {
  ++all.streams;
  all.digest = sha256_hex(all.digest + "\n" + std::string(name_of(stream.kind)) + "/" + stream.id + "\n" + head);
}

StoreVerification verify_all(const Store& store, const PlanLookup& plan, const Organisation& organisation,
                             std::span<const Appointment> appointments, const Progress& progress,
                             const BlobStore* papers, const Duties* duties) {
  StoreWalk walk(store, papers, duties, plan, organisation, appointments);
  std::optional<StreamRef> last;
  for (;;) {
    const auto page = store.streams(last, kPage);
    for (const StreamRef& stream : page) {
      walk.see(stream);
      if (progress) progress(walk.result.streams, walk.result.events);
    }
    if (page.size() < kPage) break;
    last = page.back();
  }
  walk.finish();
  return std::move(walk.result);
}

}  // namespace vinhdanh
