// The memory store: one lock around its tables.
#include "adapters/memory/memory_store.hpp"

#include <algorithm>
#include <functional>

#include "adapters/accept.hpp"
#include "adapters/event_match.hpp"
#include "adapters/memory/inner.hpp"
#include "engine/codec/codec.hpp"

namespace vinhdanh {
namespace {

template <class T, class List>
bool any_or_in(const List& list, const T& value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

template <class T>
bool any_or_is(const std::optional<T>& wanted, const std::optional<T>& value) {
  return !wanted || wanted == value;
}

bool matches(const DossierQuery& query, const Dossier& it) {
  const auto here = [&](const std::pair<std::string, StageId>& place) {
    return place.first == it.plan.id && it.stage == place.second;
  };
  return any_or_in(query.occasions, it.occasion) && any_or_in(query.submissions, it.submission) &&
         (query.decisions.empty() || (it.decision && any_or_in(query.decisions, *it.decision))) &&
         any_or_in(query.units, it.unit) && any_or_in(query.territories, it.territory) &&
         (query.plan_stages.empty() || std::any_of(query.plan_stages.begin(), query.plan_stages.end(), here)) &&
         any_or_in(query.phases, it.phase) && any_or_in(query.forms, it.form) &&
         any_or_is(query.external_ref, it.external_ref) && any_or_is(query.code, std::optional(it.code)) &&
         any_or_is(query.nominee_person, it.nominee_person) && any_or_is(query.nominee_office, it.nominee_office);
}
bool matches(const SubmissionQuery& query, const Submission& it) {
  return any_or_in(query.occasions, it.occasion) && any_or_in(query.units, it.unit) &&
         any_or_is(query.external_ref, it.external_ref);
}
bool matches(const OccasionQuery& query, const Occasion& it) {
  return any_or_is(query.plan, std::optional(it.plan.id)) && any_or_in(query.territories, it.territory) &&
         any_or_is(query.open, std::optional(it.open)) && any_or_is(query.external_ref, it.external_ref);
}
bool matches(const DecisionQuery& query, const Decision& it) {
  return any_or_in(query.authorities, it.authority) && any_or_in(query.occasions, it.occasion) &&
         any_or_is(query.state, std::optional(it.state)) && any_or_is(query.external_ref, it.external_ref);
}

template <class T, class Query>
std::vector<T> page(const std::map<std::string, T>& all, const Query& query) {
  std::vector<T> found;
  const auto limit = static_cast<std::size_t>(page_limit(query.page));
  for (auto at = all.upper_bound(query.page.after); at != all.end() && found.size() < limit; ++at) {
    if (matches(query, at->second)) found.push_back(at->second);
  }
  return found;
}

template <class Map>
std::optional<typename Map::mapped_type> find(const Map& map, const typename Map::key_type& key) {
  const auto at = map.find(key);
  if (at == map.end()) return std::nullopt;
  return at->second;
}

template <class Map>
std::vector<typename Map::mapped_type> values(const Map& map) {
  std::vector<typename Map::mapped_type> all;
  for (const auto& [key, value] : map) all.push_back(value);
  return all;
}

}  // namespace

MemoryStore::MemoryStore(std::string instance) : inner_(std::make_unique<Inner>()) {
  inner_->tables.instance = std::move(instance);
}
MemoryStore::~MemoryStore() = default;

std::vector<CommitResult> MemoryStore::commit(std::span<const Change> changes) {
  const auto lock = inner_->alone();
  std::vector<CommitResult> results;
  for (const Change& change : changes) results.push_back(detail::apply_change(inner_->tables, change, inner_->seen));
  return results;
}

std::optional<Dossier> MemoryStore::dossier(const DossierId& id) const {
  const auto lock = inner_->alone();
  return find(inner_->tables.dossiers, id);
}
std::optional<Submission> MemoryStore::submission(const SubmissionId& id) const {
  const auto lock = inner_->alone();
  return find(inner_->tables.submissions, id);
}
std::optional<Occasion> MemoryStore::occasion(const OccasionId& id) const {
  const auto lock = inner_->alone();
  return find(inner_->tables.occasions, id);
}
std::optional<Decision> MemoryStore::decision(const DecisionId& id) const {
  const auto lock = inner_->alone();
  return find(inner_->tables.decisions, id);
}
std::vector<Dossier> MemoryStore::find_dossiers(const DossierQuery& query) const {
  const auto lock = inner_->alone();
  return page(inner_->tables.dossiers, query);
}
std::vector<Submission> MemoryStore::find_submissions(const SubmissionQuery& query) const {
  const auto lock = inner_->alone();
  return page(inner_->tables.submissions, query);
}
std::vector<Occasion> MemoryStore::find_occasions(const OccasionQuery& query) const {
  const auto lock = inner_->alone();
  return page(inner_->tables.occasions, query);
}
std::vector<Decision> MemoryStore::find_decisions(const DecisionQuery& query) const {
  const auto lock = inner_->alone();
  return page(inner_->tables.decisions, query);
}

std::vector<SealedEvent> MemoryStore::events(StreamKind kind, const std::string& id, std::int64_t from,
                                             int limit) const {
  const auto lock = inner_->alone();
  const auto at = inner_->tables.streams.find({std::string(name_of(kind)), id});
  std::vector<SealedEvent> found;
  if (at == inner_->tables.streams.end()) return found;
  for (const SealedEvent& event : at->second) {
    if (event.n >= from && static_cast<int>(found.size()) < limit) found.push_back(event);
  }
  return found;
}

std::vector<PlacedEvent> MemoryStore::find_events(const EventQuery& query) const {
  const auto lock = inner_->alone();
  const auto after = place_of_text(query.page.after);
  std::vector<std::pair<EventPlaceKey, const SealedEvent*>> all;
  const auto& feed = inner_->tables.feed;
  for (std::size_t i = 0; i < feed.size(); ++i) {
    const SealedEvent& sealed = inner_->tables.streams.at(feed[i].first)[feed[i].second];
    const Event& event = sealed.event;
    const EventPlaceKey place{event.at.milliseconds, static_cast<std::int64_t>(i)};
    const bool typed = query.types.empty() || std::ranges::find(query.types, type_of(event.body)) != query.types.end();
    const bool there = !query.dossier || (event.stream == StreamKind::dossier && event.stream_id == *query.dossier);
    const bool then = (!query.from || *query.from <= event.at) && (!query.to || event.at < *query.to);
    if (typed && there && then && (!after || place < *after) && is_asked_for(query, event)) all.emplace_back(place, &sealed);
  }
  std::ranges::sort(all, std::greater{}, [](const auto& one) { return one.first; });
  std::vector<PlacedEvent> found;
  for (const auto& [place, sealed] : all) {
    if (static_cast<int>(found.size()) == page_limit(query.page)) break;
    found.push_back({*sealed, place_text(place)});
  }
  return found;
}

std::vector<Store::RawEvent> MemoryStore::raw_events(StreamKind kind, const std::string& id) const {
  const auto lock = inner_->alone();
  const auto at = inner_->tables.streams.find({std::string(name_of(kind)), id});
  std::vector<RawEvent> found;
  if (at == inner_->tables.streams.end()) return found;
  for (const SealedEvent& event : at->second) found.push_back({event.n, event.hash, event.bytes});
  return found;
}

std::vector<StreamRef> MemoryStore::streams(const std::optional<StreamRef>& after, int limit) const {
  const auto lock = inner_->alone();
  const auto& all = inner_->tables.streams;
  auto at = after ? all.upper_bound({std::string(name_of(after->kind)), after->id}) : all.begin();
  std::vector<StreamRef> found;
  for (; at != all.end() && static_cast<int>(found.size()) < limit; ++at) {
    found.push_back({*parse_name<StreamKind>(at->first.first), at->first.second});
  }
  return found;
}

std::map<std::string, PersonalValue> MemoryStore::personal(std::span<const std::string> ids) const {
  const auto lock = inner_->alone();
  std::map<std::string, PersonalValue> found;
  for (const std::string& id : ids) {
    if (auto value = find(inner_->tables.personal, id)) found.emplace(id, std::move(*value));
  }
  return found;
}

std::optional<Workspace> MemoryStore::workspace(const DossierId& id) const {
  const auto lock = inner_->alone();
  return find(inner_->tables.workspaces, id);
}

std::optional<std::int64_t> MemoryStore::save_workspace(const DossierId& id, std::int64_t expected,
                                                        const std::string& content) {
  const auto lock = inner_->alone();
  const auto at = inner_->tables.workspaces.find(id);
  if (at == inner_->tables.workspaces.end() || at->second.version != expected) return std::nullopt;
  at->second.content = content;
  return ++at->second.version;
}

std::optional<QuotaState> MemoryStore::quota(const std::string& key) const {
  const auto lock = inner_->alone();
  const auto at = inner_->tables.ledgers.find(key);
  if (at == inner_->tables.ledgers.end()) return std::nullopt;
  return detail::quota_state(key, at->second);
}

std::vector<QuotaState> MemoryStore::quotas(const std::string& key_prefix) const {
  const auto lock = inner_->alone();
  std::vector<QuotaState> found;
  const auto& all = inner_->tables.ledgers;
  for (auto at = all.lower_bound(key_prefix); at != all.end() && at->first.starts_with(key_prefix); ++at) {
    found.push_back(detail::quota_state(at->first, at->second));
  }
  return found;
}

std::optional<KeptAnswer> MemoryStore::answer(const std::string& principal, const std::string& key,
                                              Instant system_now) const {
  const auto lock = inner_->alone();
  inner_->seen = std::max(inner_->seen, system_now);
  auto kept = find(inner_->tables.answers, {principal, key});
  if (kept && kept->expires <= system_now) return std::nullopt;
  return kept;
}

std::optional<Token> MemoryStore::token(const std::string& sha256) const {
  const auto lock = inner_->alone();
  return find(inner_->tables.tokens, sha256);
}
std::optional<Account> MemoryStore::account(const PersonId& person) const {
  const auto lock = inner_->alone();
  return find(inner_->tables.accounts, person);
}
std::vector<Account> MemoryStore::accounts() const {
  const auto lock = inner_->alone();
  return values(inner_->tables.accounts);
}
std::optional<Appointment> MemoryStore::appointment(const AppointmentId& id) const {
  const auto lock = inner_->alone();
  return find(inner_->tables.appointments, id);
}
std::vector<Appointment> MemoryStore::appointments() const {
  const auto lock = inner_->alone();
  return values(inner_->tables.appointments);
}
std::vector<DefinitionRecord> MemoryStore::definitions() const {
  const auto lock = inner_->alone();
  return values(inner_->tables.definitions);
}

std::string MemoryStore::next_code(int year) {
  const auto lock = inner_->alone();
  return code_text(year, ++inner_->tables.codes[year]);
}
std::string MemoryStore::instance() const { return inner_->tables.instance; }

}  // namespace vinhdanh
