// Builds the change of one accepted command.
#include "engine/decide/draft.hpp"

#include "engine/codec/codec.hpp"
#include "engine/fold/fold.hpp"

namespace vinhdanh::detail {
namespace {

bool blocks_second_nomination(const Case& asked) {
  return asked.rules.plan.settings.double_award == DoubleAward::block;
}

/// More than almost any act records; an event is large, and a growing list would move all of them.
constexpr std::size_t kUsualEvents = 8;

/// An award still stands in the way of a second one.
bool came_to_nothing(Phase phase) { return is_final(phase) && phase != Phase::awarded; }

}  // namespace

Draft::Draft(const Case& asked, Phase to, Fresh& fresh) : asked_(asked), fresh_(fresh), to_(to), next_(asked.dossier) {
  change_.events.reserve(kUsualEvents);
  change_.guards.push_back({StreamKind::dossier, asked.dossier.id, asked.dossier.version});
  change_.acting = asked.facts.actor.appointment;
  change_.acting_on = asked.today;
}

Event Draft::made(StreamKind stream, std::string id, EventBody body) {
  return {.stream = stream,
          .stream_id = std::move(id),
          .id = fresh_.id(),
          .at = asked_.facts.now,
          .actor = asked_.facts.actor,
          .definition = asked_.dossier.plan,
          .body = std::move(body)};
}

void Draft::add(EventBody body) {
  Event event = made(StreamKind::dossier, asked_.dossier.id, std::move(body));
  event.from = next_.phase;
  event.to = to_;
  apply(next_, event, next_.version + 1);
  change_.events.push_back(std::move(event));
}

void Draft::add_to(StreamKind stream, const std::string& id, EventBody body) {
  change_.events.push_back(made(stream, id, std::move(body)));
}

PersonalRef Draft::keep_value(std::string path, std::string canonical) {
  PersonalValue value{.id = fresh_.id(),
                      .stream = StreamKind::dossier,
                      .stream_id = asked_.dossier.id,
                      .path = std::move(path),
                      .salt = fresh_.salt(),
                      .value = std::move(canonical)};
  PersonalRef ref{value.id, commitment(value.salt, value.path, value.value)};
  change_.personal.push_back(std::move(value));
  return ref;
}

PersonalRef Draft::keep(std::string path, const std::string& text) { return keep_value(std::move(path), encode(text)); }

std::optional<PersonalRef> Draft::keep_if_any(std::string path, const std::optional<std::string>& text) {
  if (!text || is_blank(*text)) return std::nullopt;
  return keep(std::move(path), *text);
}

FrozenContent Draft::freeze(const Content& content) {
  FrozenContent frozen{.version = next_.content ? next_.content->version + 1 : 1,
                       .value = keep_value("content", encode(content))};
  frozen.hash = content_hash(frozen.value.commitment, next_.papers);
  return frozen;
}

template <class Body>
void Draft::add_place(const std::string& key) {
  add(Body{.key = key, .dossier = asked_.dossier.id});
  add_to(StreamKind::quota, key, Body{.key = key, .dossier = asked_.dossier.id});
}

void Draft::move_place(const std::string& key, int limit, QuotaStep step) {
  change_.quota.push_back({.key = key, .limit = limit, .step = step, .dossier = asked_.dossier.id});
}

void Draft::reserve_place(const PlaceRule& rule) {
  add_place<PlaceReserved>(rule.key);
  move_place(rule.key, rule.limit, QuotaStep::reserve);
}

void Draft::reserve_and_consume_place(const PlaceRule& rule) {
  add_place<PlaceReserved>(rule.key);
  add_place<PlaceConsumed>(rule.key);
  move_place(rule.key, rule.limit, QuotaStep::reserve_and_consume);
}

void Draft::consume_held_place() {
  if (!next_.quota || next_.quota->state != HoldState::reserved) return;
  const std::string key = next_.quota->key;
  const QuotaState* state = asked_.facts.quota.find(key);
  add_place<PlaceConsumed>(key);
  move_place(key, state ? state->limit : 0, QuotaStep::consume);
}

void Draft::release_held_place() {
  if (!holds_place(next_)) return;
  const std::string key = next_.quota->key;
  const QuotaState* state = asked_.facts.quota.find(key);
  const bool consumed = next_.quota->state == HoldState::consumed;
  add_place<PlaceReleased>(key);
  move_place(key, state ? state->limit : 0, consumed ? QuotaStep::release_consumed : QuotaStep::release_reserved);
}

void Draft::claim_nomination() {
  if (!blocks_second_nomination(asked_)) return;
  const auto& person = next_.nominee_person;
  const auto& office = next_.nominee_office;
  if (!person && !office) return;
  // Of a nominated office the person is only its head, who may be nominated himself.
  const std::string nominee = office ? "office/" + *office : "person/" + *person;
  change_.claims.push_back({next_.id, asked_.rules.plan.movement.id + "/" + next_.form + "/" + nominee});
}

void Draft::replace_workspace(const Content& content) {
  change_.workspace = Workspace{asked_.dossier.id, asked_.facts.workspace_version + 1, encode(content)};
}

Change Draft::finish() {
  if (change_.events.empty()) return {};
  if (blocks_second_nomination(asked_) && came_to_nothing(next_.phase)) change_.claims.push_back({next_.id, {}});
  change_.touches.insert(change_.touches.begin(),
                         Touch{.kind = StreamKind::submission, .id = asked_.dossier.submission});
  change_.next.emplace_back(std::move(next_));
  return std::move(change_);
}

}  // namespace vinhdanh::detail
