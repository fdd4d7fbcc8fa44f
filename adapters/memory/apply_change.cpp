// How the memory store takes a change: every check first, then every write.
#include <algorithm>
#include <type_traits>

#include "adapters/accept.hpp"
#include "adapters/memory/tables.hpp"

namespace vinhdanh::detail {
namespace {

template <class Map>
std::int64_t version_in(const Map& map, const std::string& id) {
  const auto at = map.find(id);
  return at == map.end() ? -1 : at->second.version;
}

bool acting_in_force(const Tables& tables, const Change& change) {
  if (!change.acting) return true;
  const auto at = tables.appointments.find(*change.acting);
  if (at == tables.appointments.end() || !at->second.in_force(change.acting_on)) return false;
  const auto account = tables.accounts.find(at->second.person);
  return account == tables.accounts.end() || !account->second.disabled;
}

bool touch_holds(const Tables& tables, const Touch& touch) {
  if (touch.kind == StreamKind::submission) return !touch.required_state && tables.submissions.contains(touch.id);
  if (touch.kind != StreamKind::decision) return false;
  const auto at = tables.decisions.find(touch.id);
  return at != tables.decisions.end() && (!touch.required_state || at->second.state == *touch.required_state);
}

template <class T>
std::string scope_in(const T& it) {
  if constexpr (std::is_same_v<T, Occasion>) return it.territory;
  else if constexpr (std::is_same_v<T, Decision>) return it.authority;
  else return it.unit;
}

template <class T>
bool taken_by_another(const std::map<std::string, T>& stored, const Reference& wanted) {
  return std::any_of(stored.begin(), stored.end(), [&](const auto& entry) {
    const T& other = entry.second;
    return other.id != wanted.id && other.external_ref == wanted.text && scope_in(other) == wanted.scope;
  });
}

bool taken(const Tables& tables, const Reference& wanted) {
  switch (wanted.kind) {
    case StreamKind::dossier: return taken_by_another(tables.dossiers, wanted);
    case StreamKind::submission: return taken_by_another(tables.submissions, wanted);
    case StreamKind::occasion: return taken_by_another(tables.occasions, wanted);
    default: return taken_by_another(tables.decisions, wanted);
  }
}

/// The other dossier that holds what is claimed.
std::optional<DossierId> rival(const Tables& tables, const Claim& claim) {
  const auto holds = [&](const auto& entry) { return entry.first != claim.dossier && entry.second == claim.key; };
  const auto found = std::ranges::find_if(tables.nominations, holds);
  if (!claim.key || found == tables.nominations.end()) return std::nullopt;
  return found->first;
}

/// A definition's bytes are never edited in place.
bool rewrites_definition(const Tables& tables, const Aggregate& aggregate) {
  const auto* it = std::get_if<DefinitionRecord>(&aggregate);
  if (!it) return false;
  const auto at = tables.definitions.find({it->kind, it->ref.id, it->ref.version});
  return at != tables.definitions.end() && at->second.ref.sha256 != it->ref.sha256;
}

/// A unit has one task for a duty and a day.
bool repeats_duty(const Tables& tables, const Aggregate& aggregate) {
  const auto* it = std::get_if<DutyTask>(&aggregate);
  if (!it) return false;
  return std::ranges::any_of(tables.duties, [&](const auto& entry) {
    const DutyTask& other = entry.second;
    return other.id != it->id && other.plan.id == it->plan.id && other.duty == it->duty && other.unit == it->unit &&
           other.due == it->due;
  });
}

/// Two people cannot have one login; whoever comes second looks again.
bool takes_login(const Tables& tables, const Aggregate& aggregate) {
  const auto* it = std::get_if<Account>(&aggregate);
  return it && std::ranges::any_of(tables.accounts, [&](const auto& entry) {
           return entry.first != it->person && entry.second.login == it->login;
         });
}

CommitStatus move(Ledger& ledger, const QuotaMove& step) {
  const auto holder = ledger.holders.find(step.dossier);
  const bool held = holder != ledger.holders.end();
  switch (step.step) {
    case QuotaStep::reserve:
    case QuotaStep::reserve_and_consume:
      if (held) return CommitStatus::stale;
      if (static_cast<int>(ledger.holders.size()) >= step.limit) return CommitStatus::place_lost;
      ledger.limit = step.limit;
      ledger.holders[step.dossier] = step.step == QuotaStep::reserve_and_consume;
      return CommitStatus::done;
    case QuotaStep::consume:
      if (!held || holder->second) return CommitStatus::stale;
      holder->second = true;
      return CommitStatus::done;
    case QuotaStep::release_reserved:
    case QuotaStep::release_consumed:
      if (!held || holder->second != (step.step == QuotaStep::release_consumed)) return CommitStatus::stale;
      ledger.holders.erase(holder);
      return CommitStatus::done;
  }
  return CommitStatus::stale;
}

std::optional<CommitResult> check(const Tables& tables, const Change& change, Instant seen) {
  if (change.answer) {
    const auto at = tables.answers.find({change.answer->principal, change.answer->key});
    if (at != tables.answers.end() && at->second.expires > seen)
      return CommitResult{CommitStatus::duplicate_key, change.answer->key, {}};
  }
  if (!acting_in_force(tables, change)) return CommitResult{CommitStatus::not_in_role, *change.acting, {}};
  for (const Guard& guard : change.guards) {
    if (tables.version(guard.kind, guard.id) != guard.version) return CommitResult{CommitStatus::stale, guard.id, {}};
  }
  for (const Touch& touch : change.touches) {
    if (!touch_holds(tables, touch)) return CommitResult{CommitStatus::stale, touch.id, {}};
  }
  for (const Aggregate& aggregate : change.next) {
    if (rewrites_definition(tables, aggregate))
      return CommitResult{CommitStatus::stale, std::get<DefinitionRecord>(aggregate).ref.id, {}};
    if (repeats_duty(tables, aggregate))
      return CommitResult{CommitStatus::stale, std::get<DutyTask>(aggregate).id, {}};
  }
  for (const Aggregate& aggregate : change.next) {
    if (takes_login(tables, aggregate)) return CommitResult{CommitStatus::stale, std::get<Account>(aggregate).person, {}};
  }
  for (const Reference& reference : references_of(change)) {
    if (taken(tables, reference)) return CommitResult{CommitStatus::reference_taken, reference.text, {}};
  }
  for (const RegisterEntry& entry : change.registers) {
    if (tables.registers.contains({entry.authority, entry.year, entry.number}))
      return CommitResult{CommitStatus::number_taken, entry.number, {}};
  }
  for (const Claim& claim : change.claims) {
    if (const auto holder = rival(tables, claim)) return CommitResult{CommitStatus::nomination_exists, *holder, {}};
  }
  return clash_within(change);
}

void write(Tables& tables, const Aggregate& aggregate) {
  struct Writer {
    Tables& tables;
    void operator()(const Dossier& it) const { tables.dossiers[it.id] = it; }
    void operator()(const Submission& it) const { tables.submissions[it.id] = it; }
    void operator()(const Occasion& it) const { tables.occasions[it.id] = it; }
    void operator()(const Decision& it) const { tables.decisions[it.id] = it; }
    void operator()(const Account& it) const { tables.accounts[it.person] = it; }
    void operator()(const Appointment& it) const { tables.appointments[it.id] = it; }
    void operator()(const DefinitionRecord& it) const {
      tables.definitions[{it.kind, it.ref.id, it.ref.version}] = it;
    }
    void operator()(const DutyTask& it) const { tables.duties[it.id] = it; }
  };
  std::visit(Writer{tables}, aggregate);
}

void write_sign_in(Tables& tables, const Change& change) {
  for (const Credential& credential : change.credentials) {
    Credential& stored = tables.credentials[credential.person];
    const bool same_secret = stored.totp_secret == credential.totp_secret;
    const auto used = same_secret ? std::max(stored.totp_step, credential.totp_step) : credential.totp_step;
    stored = credential;
    stored.totp_step = used;
  }
  for (auto& [sha256, held] : tables.sessions) {
    if (std::ranges::find(change.end_sessions, held.session.person) != change.end_sessions.end()) held.ended = true;
  }
}

std::vector<CommitResult::Place> append(Tables& tables, const std::vector<Event>& events) {
  std::vector<CommitResult::Place> places;
  Sealer sealer(tables.instance);
  for (const Event& event : events) {
    auto& stream = tables.streams[{std::string(name_of(event.stream)), event.stream_id}];
    std::optional<Head> head;
    if (!stream.empty()) head = Head{stream.back().n, stream.back().hash};
    tables.feed.emplace_back(StreamKey{std::string(name_of(event.stream)), event.stream_id}, stream.size());
    stream.push_back(sealer.seal_next(event, head));
    places.push_back(place_of(stream.back()));
  }
  return places;
}

}  // namespace

std::int64_t Tables::version(StreamKind kind, const std::string& id) const {
  switch (kind) {
    case StreamKind::dossier: return version_in(dossiers, id);
    case StreamKind::submission: return version_in(submissions, id);
    case StreamKind::occasion: return version_in(occasions, id);
    case StreamKind::decision: return version_in(decisions, id);
    case StreamKind::account: return version_in(accounts, id);
    case StreamKind::duty: return version_in(duties, id);
    case StreamKind::organisation:
      if (appointments.contains(id)) return version_in(appointments, id);
      break;
    case StreamKind::quota:
    case StreamKind::definition: break;
  }
  const auto at = streams.find({std::string(name_of(kind)), id});
  return at == streams.end() ? -1 : static_cast<std::int64_t>(at->second.size()) - 1;
}

void put_entry(Tables& tables, const ListEntry& entry) {
  ListEntry& stored = tables.entries[entry.id];
  if (!stored.id.empty() && stored.version > entry.version) return;
  auto words = entry.words ? entry.words : stored.words;
  auto passes = entry.all_passes ? entry.passes : stored.passes + entry.passes;
  stored = entry;
  stored.words = words.value_or("");
  stored.passes = std::move(passes);
  stored.all_passes = false;
}

QuotaState quota_state(const std::string& key, const Ledger& ledger) {
  QuotaState state{key, ledger.limit, 0, 0, {}};
  for (const auto& [dossier, consumed] : ledger.holders) {
    ++(consumed ? state.consumed : state.reserved);
    state.holders.push_back(dossier);
  }
  return state;
}

CommitResult apply_change(Tables& tables, const Change& change, Instant seen) {
  if (auto fault = check(tables, change, seen)) return *fault;
  std::map<std::string, Ledger> moved;
  for (const QuotaMove& step : change.quota) {
    auto [at, first] = moved.try_emplace(step.key);
    if (const auto stored = tables.ledgers.find(step.key); first && stored != tables.ledgers.end())
      at->second = stored->second;
    if (const CommitStatus status = move(at->second, step); status != CommitStatus::done) return {status, step.key, {}};
  }

  for (auto& [key, ledger] : moved) tables.ledgers[key] = std::move(ledger);
  for (const Touch& touch : change.touches) {
    if (touch.kind == StreamKind::submission) ++tables.submissions.at(touch.id).version;
    if (touch.kind == StreamKind::decision) ++tables.decisions.at(touch.id).version;
  }
  for (const Aggregate* aggregate : in_writing_order(change.next)) write(tables, *aggregate);
  for (const RegisterEntry& entry : change.registers)
    tables.registers.insert({entry.authority, entry.year, entry.number});
  for (const Claim& claim : change.claims) {
    if (claim.key) tables.nominations[claim.dossier] = *claim.key;
    else tables.nominations.erase(claim.dossier);
  }
  for (const PersonalValue& value : change.personal) tables.personal.try_emplace(value.id, value);
  for (const Token& token : change.tokens) tables.tokens[token.sha256] = token;
  write_sign_in(tables, change);
  if (change.workspace) tables.workspaces[change.workspace->dossier] = *change.workspace;
  for (const ListEntry& entry : change.entries) put_entry(tables, entry);
  CommitResult result{CommitStatus::done, {}, append(tables, change.events)};
  if (change.answer) {
    KeptAnswer kept = *change.answer;
    kept.receipts = receipts_text(result.receipts);
    tables.answers[{kept.principal, kept.key}] = kept;
  }
  return result;
}

}  // namespace vinhdanh::detail
