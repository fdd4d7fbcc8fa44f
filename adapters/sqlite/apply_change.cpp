// How the SQLite store takes a change. The transaction began IMMEDIATE, so what a check reads cannot change before the write.
#include "adapters/sqlite/apply_change.hpp"

#include "adapters/accept.hpp"
#include "adapters/sql/connection.hpp"
#include "adapters/sqlite/ledger.hpp"
#include "adapters/sqlite/list_rows.hpp"
#include "adapters/sql/statements.hpp"
#include "adapters/sql/statements_time.hpp"
#include "adapters/sql/statements_sign_in.hpp"
#include "engine/codec/codec.hpp"

namespace vinhdanh::detail {
namespace {

std::string kind_text(StreamKind kind) { return std::string(name_of(kind)); }

std::optional<Head> head_of(Connection& db, StreamKind kind, const std::string& id) {
  const auto row = db.row<std::tuple<std::int64_t, std::string>>(sql::head, kind_text(kind), id);
  if (!row) return std::nullopt;
  return Head{std::get<0>(*row), std::get<1>(*row)};
}

std::int64_t version_of(Connection& db, StreamKind kind, const std::string& id) {
  const auto stored = [&](sql::Text text) { return db.value<std::int64_t>(text, id).value_or(-1); };
  switch (kind) {
    case StreamKind::dossier: return stored(sql::dossier_version);
    case StreamKind::submission: return stored(sql::submission_version);
    case StreamKind::occasion: return stored(sql::occasion_version);
    case StreamKind::decision: return stored(sql::decision_version);
    case StreamKind::account: return stored(sql::account_version);
    case StreamKind::duty: return stored(sql::duty_version);
    case StreamKind::organisation:
      if (const auto version = db.value<std::int64_t>(sql::appointment_version, id)) return *version;
      break;
    case StreamKind::quota:
    case StreamKind::definition: break;
  }
  return head_of(db, kind, id).value_or(Head{}).n;
}

bool touch_holds(Connection& db, const Touch& touch) {
  if (touch.kind == StreamKind::submission)
    return !touch.required_state && db.value<std::int64_t>(sql::submission_version, touch.id).has_value();
  if (touch.kind != StreamKind::decision) return false;
  const auto state = db.value<std::string>(sql::decision_state, touch.id);
  return state && (!touch.required_state || *state == name_of(*touch.required_state));
}

bool reference_taken(Connection& db, const Reference& wanted) {
  const auto held = [&](sql::Text text) {
    return db.value<std::string>(text, wanted.scope, wanted.text, wanted.id).has_value();
  };
  switch (wanted.kind) {
    case StreamKind::dossier: return held(sql::dossier_reference);
    case StreamKind::submission: return held(sql::submission_reference);
    case StreamKind::occasion: return held(sql::occasion_reference);
    default: return held(sql::decision_reference);
  }
}

/// A definition's bytes are never edited in place.
bool rewrites_definition(Connection& db, const Aggregate& aggregate) {
  const auto* it = std::get_if<DefinitionRecord>(&aggregate);
  if (!it) return false;
  const auto hash = db.value<std::string>(sql::definition_hash, it->kind, it->ref.id, it->ref.version);
  return hash && *hash != it->ref.sha256;
}

/// A unit has one task for a duty and a day.
bool repeats_duty(Connection& db, const Aggregate& aggregate) {
  const auto* it = std::get_if<DutyTask>(&aggregate);
  if (!it) return false;
  const auto other = db.value<std::string>(sql::duty_of, it->plan.id, it->duty, it->unit, it->due.days());
  return other && *other != it->id;
}

/// Two people cannot have one login; whoever comes second looks again.
bool takes_login(Connection& db, const Aggregate& aggregate) {
  const auto* it = std::get_if<Account>(&aggregate);
  return it && db.value<std::string>(sql::other_with_login, it->login, it->person).has_value();
}

bool answered(Connection& db, const KeptAnswer& answer, Instant seen) {
  using Row = std::tuple<std::string, int, std::string, std::string, std::string, std::int64_t>;
  const auto kept = db.row<Row>(sql::answer, answer.principal, answer.key);
  return kept && std::get<5>(*kept) > seen.milliseconds;
}

std::optional<CommitResult> check(Connection& db, const Change& change, Instant seen) {
  const auto refuse = [](CommitStatus status, const std::string& detail) { return CommitResult{status, detail, {}}; };
  if (change.answer && answered(db, *change.answer, seen))
    return refuse(CommitStatus::duplicate_key, change.answer->key);
  if (change.acting) {
    const int day = change.acting_on.days();
    if (!db.value<int>(sql::acting_in_force, *change.acting, day, day))
      return refuse(CommitStatus::not_in_role, *change.acting);
  }
  for (const Guard& guard : change.guards) {
    if (version_of(db, guard.kind, guard.id) != guard.version) return refuse(CommitStatus::stale, guard.id);
  }
  for (const Touch& touch : change.touches) {
    if (!touch_holds(db, touch)) return refuse(CommitStatus::stale, touch.id);
  }
  for (const Aggregate& aggregate : change.next) {
    if (rewrites_definition(db, aggregate))
      return refuse(CommitStatus::stale, std::get<DefinitionRecord>(aggregate).ref.id);
    if (repeats_duty(db, aggregate)) return refuse(CommitStatus::stale, std::get<DutyTask>(aggregate).id);
  }
  for (const Aggregate& aggregate : change.next) {
    if (takes_login(db, aggregate)) return refuse(CommitStatus::stale, std::get<Account>(aggregate).person);
  }
  for (const Reference& reference : references_of(change)) {
    if (reference_taken(db, reference)) return refuse(CommitStatus::reference_taken, reference.text);
  }
  for (const RegisterEntry& entry : change.registers) {
    if (db.value<std::string>(sql::register_number, entry.authority, entry.year, entry.number))
      return refuse(CommitStatus::number_taken, entry.number);
  }
  for (const Claim& claim : change.claims) {
    if (!claim.key) continue;
    if (const auto holder = db.value<std::string>(sql::nomination_holder, *claim.key, claim.dossier))
      return refuse(CommitStatus::nomination_exists, *holder);
  }
  return clash_within(change);
}

struct AggregateWriter {
  Connection& db;

  void operator()(const Dossier& it) const {
    db.change(sql::put_dossier, it.id, it.version, it.code, it.submission, it.occasion, it.plan.id, it.unit,
              it.territory, it.form, std::string(name_of(it.phase)), it.stage, it.external_ref, it.decision,
              it.nominee_person, it.nominee_office, encode(it));
  }
  void operator()(const Submission& it) const {
    db.change(sql::put_submission, it.id, it.version, it.occasion, it.unit, it.external_ref, encode(it));
  }
  void operator()(const Occasion& it) const {
    db.change(sql::put_occasion, it.id, it.version, it.plan.id, it.territory, it.open, it.external_ref, encode(it));
  }
  void operator()(const Decision& it) const {
    db.change(sql::put_decision, it.id, it.version, it.authority, it.occasion, std::string(name_of(it.state)),
              it.external_ref, encode(it));
  }
  void operator()(const Account& it) const {
    db.change(sql::put_account, it.person, it.version, it.login, it.disabled, encode(it));
  }
  void operator()(const Appointment& it) const {
    std::optional<int> last_day;
    if (it.to) last_day = it.to->days();
    db.change(sql::put_appointment, it.id, it.version, it.person, it.from.days(), last_day, it.pending.value_or(false),
              encode(it));
  }
  void operator()(const DefinitionRecord& it) const {
    db.change(sql::put_definition, it.kind, it.ref.id, it.ref.version, it.ref.sha256, it.active, it.bytes);
  }
  void operator()(const DutyTask& it) const {
    db.change(sql::put_duty, it.id, it.version, it.plan.id, it.duty, it.unit, it.due.days(),
              std::string(name_of(it.state)), encode(it));
  }
};

std::vector<CommitResult::Place> append(Connection& db, const std::string& instance,
                                        const std::vector<Event>& events) {
  std::vector<CommitResult::Place> places;
  Sealer sealer(instance);
  for (const Event& event : events) {
    std::optional<Head> stored;
    if (!sealer.knows(event)) stored = head_of(db, event.stream, event.stream_id);
    const SealedEvent sealed = sealer.seal_next(event, stored);
    db.change(sql::add_event, kind_text(event.stream), event.stream_id, sealed.n, sealed.hash, sealed.bytes,
              std::string(type_of(event)), event.at.milliseconds);
    places.push_back(place_of(sealed));
  }
  for (const auto& [stream, head] : sealer.heads())
    db.change(sql::put_head, kind_text(stream.first), stream.second, head.n, head.hash);
  return places;
}

void write_claims(Connection& db, const std::vector<Claim>& claims) {
  for (const Claim& claim : claims) {
    if (claim.key) db.change(sql::claim_nomination, claim.dossier, *claim.key);
    else db.change(sql::release_nomination, claim.dossier);
  }
}

void write_sign_in(Connection& db, const Change& change) {
  for (const Credential& it : change.credentials)
    db.change(sql::put_credential, it.person, it.password, it.must_change, it.totp_secret, it.totp_confirmed,
              it.totp_step);
  for (const PersonId& person : change.end_sessions) db.change(sql::end_sessions, person);
}

void write_apart(Connection& db, const Change& change) {
  write_claims(db, change.claims);
  for (const RegisterEntry& entry : change.registers)
    db.change(sql::add_register, entry.authority, entry.year, entry.number, entry.decision);
  for (const PersonalValue& it : change.personal)
    db.change(sql::add_personal, it.id, kind_text(it.stream), it.stream_id, it.path, it.salt, it.value);
  for (const Token& it : change.tokens) db.change(sql::put_token, it.sha256, it.appointment, it.expires.milliseconds);
  write_sign_in(db, change);
  if (const auto& it = change.workspace) db.change(sql::put_workspace, it->dossier, it->version, it->content);
  for (const ListEntry& entry : change.entries) put_entry(db, entry);
}

CommitResult write(Connection& db, const std::string& instance, const Change& change) {
  for (const Touch& touch : change.touches)
    db.change(touch.kind == StreamKind::submission ? sql::touch_submission : sql::touch_decision, touch.id);
  for (const Aggregate* aggregate : in_writing_order(change.next)) std::visit(AggregateWriter{db}, *aggregate);
  write_apart(db, change);
  CommitResult result{CommitStatus::done, {}, append(db, instance, change.events)};
  if (const auto& it = change.answer) {
    db.change(sql::put_answer, it->principal, it->key, it->fingerprint, it->status, it->headers, it->body,
              receipts_text(result.receipts), it->expires.milliseconds);
  }
  return result;
}

}  // namespace

CommitResult apply_change(Connection& writer, const std::string& instance, Instant seen, const Change& change) {
  if (auto refused = check(writer, change, seen)) return *refused;
  // The quota's guarded update is the one write that may find out that the change cannot be: it goes first.
  if (!change.quota.empty()) {
    if (auto refused = move_places(writer, change.quota)) return *refused;
  }
  return write(writer, instance, change);
}

}  // namespace vinhdanh::detail
