// What a store over SQL answers about single things.
#include <limits>

#include "adapters/accept.hpp"
#include "adapters/event_match.hpp"
#include "adapters/sql/inner.hpp"
#include "adapters/sql/list_where.hpp"
#include "adapters/sql/statements.hpp"
#include "engine/codec/codec.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {
namespace {

using detail::Connection;
using Versioned = std::tuple<std::int64_t, std::string>;

/// The column holds the version: acts on a submission's dossiers bump it without rewriting the body.
template <class T>
T versioned(const Versioned& row) {
  T value = decode<T>(std::get<1>(row));
  value.version = std::get<0>(row);
  return value;
}

template <class T>
std::optional<T> read_versioned(Connection& reader, sql::Text text, const std::string& id) {
  const auto row = reader.row<Versioned>(text, id);
  if (!row) return std::nullopt;
  return versioned<T>(*row);
}

template <class T>
std::optional<T> read_body(Connection& reader, sql::Text text, const std::string& id) {
  const auto body = reader.value<std::string>(text, id);
  if (!body) return std::nullopt;
  return decode<T>(*body);
}

template <class T>
std::vector<T> read_bodies(Connection& reader, sql::Text text) {
  std::vector<T> found;
  for (const auto& [body] : reader.rows<std::tuple<std::string>>(text)) found.push_back(decode<T>(body));
  return found;
}

using EventRow = std::tuple<std::int64_t, std::string, std::string>;

/// A row that no longer parses still comes back, under the place it claims, for the verifier to name.
SealedEvent sealed(StreamKind kind, const std::string& id, const EventRow& row) {
  SealedEvent event;
  try {
    event = read_event(std::get<2>(row));
  } catch (const std::runtime_error&) {
    event.event.stream = kind;
    event.event.stream_id = id;
  }
  std::tie(event.n, event.hash, event.bytes) = row;
  return event;
}

std::vector<EventRow> event_rows(Connection& reader, StreamKind kind, const std::string& id, std::int64_t from,
                                 int limit) {
  return reader.rows<EventRow>(sql::events, std::string(name_of(kind)), id, from, limit);
}

constexpr std::size_t kEventsRead = 500;
using FoundRow = std::tuple<std::string, std::string, std::int64_t, std::string, std::string, std::int64_t, std::int64_t>;

/// The bytes are canonical, so a member stands in them in one way only. It may be another's than the actor's: who asked looks
/// again.
std::string member_text(const char* name, const std::string& value) {
  return nlohmann::json(name).dump() + ":" + nlohmann::json(value).dump();
}

/// Rows that may be asked for, from the place on.
std::vector<FoundRow> event_page(Connection& reader, const EventQuery& query, const std::optional<EventPlaceKey>& after) {
  detail::Asking asking(reader.dialect(), "SELECT e.kind, e.id, e.n, e.hash, e.bytes, e.at, e.seq FROM events e");
  const auto number = [&](std::int64_t value) { return "CAST(" + asking.value(std::to_string(value)) + " AS bigint)"; };
  if (query.dossier) asking.where("e.kind = 'dossier'");
  if (query.dossier) asking.where("e.id = " + asking.value(*query.dossier));
  if (query.from) asking.where("e.at >= " + number(query.from->milliseconds));
  if (query.to) asking.where("e.at < " + number(query.to->milliseconds));
  asking.in("e.type", query.types);
  if (query.person) asking.where(asking.holds("e.bytes", member_text("person", *query.person)));
  if (query.behalf_of) asking.where(asking.holds("e.bytes", member_text("behalf_of", *query.behalf_of)));
  if (query.office) asking.where(asking.holds("e.bytes", member_text("office", *query.office)));
  if (after) {
    const auto at = number(after->at);  // values are given in the order of their places in the text
    const auto seq = number(after->number);
    asking.where("(e.at, e.seq) < (" + at + ", " + seq + ")");
  }
  asking.add(" ORDER BY e.at DESC, e.seq DESC LIMIT " + std::to_string(kEventsRead));
  const auto sql = std::move(asking).done();
  return reader.rows<FoundRow>(sql.text, sql.values);
}

std::optional<QuotaState> quota_of(Connection& connection, const std::string& key) {
  const auto row = connection.row<std::tuple<int, int, int>>(sql::quota, key);
  if (!row) return std::nullopt;
  QuotaState state{key, std::get<0>(*row), std::get<1>(*row), std::get<2>(*row), {}};
  for (auto& [dossier] : connection.rows<std::tuple<std::string>>(sql::quota_holders, key))
    state.holders.push_back(dossier);
  return state;
}

}  // namespace

std::optional<Dossier> SqlStore::dossier(const DossierId& id) const {
  return inner_->read([&](Connection& reader) { return read_body<Dossier>(reader, sql::dossier, id); });
}
std::optional<Submission> SqlStore::submission(const SubmissionId& id) const {
  return inner_->read([&](Connection& reader) { return read_versioned<Submission>(reader, sql::submission, id); });
}
std::optional<Occasion> SqlStore::occasion(const OccasionId& id) const {
  return inner_->read([&](Connection& reader) { return read_versioned<Occasion>(reader, sql::occasion, id); });
}
std::optional<Decision> SqlStore::decision(const DecisionId& id) const {
  return inner_->read([&](Connection& reader) { return read_versioned<Decision>(reader, sql::decision, id); });
}

std::vector<SealedEvent> SqlStore::events(StreamKind kind, const std::string& id, std::int64_t from,
                                             int limit) const {
  return inner_->read([&](Connection& reader) {
    std::vector<SealedEvent> found;
    for (const EventRow& row : event_rows(reader, kind, id, from, limit)) found.push_back(sealed(kind, id, row));
    return found;
  });
}

std::vector<PlacedEvent> SqlStore::find_events(const EventQuery& query) const {
  const auto limit = static_cast<std::size_t>(page_limit(query.page));
  return inner_->read([&](Connection& reader) {
    std::vector<PlacedEvent> found;
    auto after = place_of_text(query.page.after);
    for (bool more = true; more && found.size() < limit;) {
      const auto rows = event_page(reader, query, after);
      more = rows.size() == kEventsRead;
      for (const auto& row : rows) {
        after = EventPlaceKey{std::get<5>(row), std::get<6>(row)};
        auto event = sealed(parse_name<StreamKind>(std::get<0>(row)).value(), std::get<1>(row),
                            {std::get<2>(row), std::get<3>(row), std::get<4>(row)});
        if (!is_asked_for(query, event.event)) continue;
        found.push_back({std::move(event), place_text(*after)});
        if (found.size() == limit) break;
      }
    }
    return found;
  });
}

std::vector<Store::RawEvent> SqlStore::raw_events(StreamKind kind, const std::string& id) const {
  return inner_->read([&](Connection& reader) {
    std::vector<RawEvent> found;
    for (auto& [n, hash, bytes] : event_rows(reader, kind, id, 0, std::numeric_limits<int>::max())) found.push_back({n, hash, bytes});
    return found;
  });
}

std::vector<StreamRef> SqlStore::streams(const std::optional<StreamRef>& after, int limit) const {
  const std::string kind = after ? std::string(name_of(after->kind)) : "";
  const std::string id = after ? after->id : "";
  return inner_->read([&](Connection& reader) {
    std::vector<StreamRef> found;
    using Row = std::tuple<std::string, std::string>;
    for (const auto& [k, i] : reader.rows<Row>(sql::streams, kind, id, limit, kind, id, limit, limit))
      found.push_back({parse_name<StreamKind>(k).value(), i});
    return found;
  });
}

std::map<std::string, PersonalValue> SqlStore::personal(std::span<const std::string> ids) const {
  using Row = std::tuple<std::string, std::string, std::string, std::string, std::string, std::string>;
  const std::string list = nlohmann::json(std::vector<std::string>(ids.begin(), ids.end())).dump();
  return inner_->read([&](Connection& reader) {
    std::map<std::string, PersonalValue> found;
    for (const auto& [id, stream, stream_id, path, salt, value] : reader.rows<Row>(sql::personal, list))
      found.emplace(id, PersonalValue{id, parse_name<StreamKind>(stream).value(), stream_id, path, salt, value});
    return found;
  });
}

std::optional<Workspace> SqlStore::workspace(const DossierId& id) const {
  const auto row = inner_->read([&](Connection& reader) { return reader.row<Versioned>(sql::workspace, id); });
  if (!row) return std::nullopt;
  return Workspace{id, std::get<0>(*row), std::get<1>(*row)};
}

std::optional<QuotaState> SqlStore::quota(const std::string& key) const {
  return inner_->read([&](Connection& reader) { return quota_of(reader, key); });
}

std::vector<QuotaState> SqlStore::quotas(const std::string& key_prefix) const {
  return inner_->read([&](Connection& reader) {
    std::vector<QuotaState> found;
    for (const auto& [key] :
         reader.rows<std::tuple<std::string>>(sql::quota_keys, key_prefix, key_prefix, key_prefix)) {
      if (auto state = quota_of(reader, key)) found.push_back(std::move(*state));
    }
    return found;
  });
}

std::optional<Token> SqlStore::token(const std::string& sha256) const {
  using Row = std::tuple<std::string, std::int64_t>;
  const auto row = inner_->read([&](Connection& reader) { return reader.row<Row>(sql::token, sha256); });
  if (!row) return std::nullopt;
  return Token{sha256, std::get<0>(*row), Instant{std::get<1>(*row)}};
}

std::optional<Account> SqlStore::account(const PersonId& person) const {
  return inner_->read([&](Connection& reader) { return read_body<Account>(reader, sql::account, person); });
}
std::vector<Account> SqlStore::accounts() const {
  return inner_->read([](Connection& reader) { return read_bodies<Account>(reader, sql::accounts); });
}
std::optional<Appointment> SqlStore::appointment(const AppointmentId& id) const {
  return inner_->read([&](Connection& reader) { return read_body<Appointment>(reader, sql::appointment, id); });
}
std::vector<Appointment> SqlStore::appointments() const {
  return inner_->read([](Connection& reader) { return read_bodies<Appointment>(reader, sql::appointments); });
}
std::vector<DefinitionRecord> SqlStore::definitions() const {
  using Row = std::tuple<std::string, std::string, int, std::string, int, std::string>;
  return inner_->read([](Connection& reader) {
    std::vector<DefinitionRecord> found;
    for (const auto& [kind, id, version, sha256, active, bytes] : reader.rows<Row>(sql::definitions))
      found.push_back({kind, {id, version, sha256}, bytes, active != 0});
    return found;
  });
}

}  // namespace vinhdanh
