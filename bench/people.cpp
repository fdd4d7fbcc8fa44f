// Appoints people as an administrator would, in one change each.
#include "bench/people.hpp"

#include "adapters/tokens.hpp"
#include "engine/codec/codec.hpp"
#include "engine/codec/digest.hpp"

namespace vinhdanh::bench {
namespace {

constexpr std::int64_t kFarAway = 4'000'000'000'000;  // system time, milliseconds

}  // namespace

Event People::event(const Actor& actor, StreamKind stream, const std::string& id, EventBody body) {
  return {.stream = stream, .stream_id = id, .id = fresh_.id(), .at = at_, .actor = actor, .body = std::move(body)};
}

const Person& People::in(const OfficeId& office, Role role) {
  const auto found = known_.find({office, role});
  if (found != known_.end()) return found->second;
  Account account{.person = fresh_.id(), .login = office + "." + std::string(name_of(role)), .version = 0};
  Appointment held{.id = fresh_.id(), .person = account.person, .office = office, .role = role};
  held.from = *Date::of(2016, 1, 1);
  const Actor actor{.person = account.person, .appointment = held.id, .office = office, .role = role};
  const std::string token = new_token_text();
  PersonalValue name{fresh_.id(), StreamKind::account, account.person, "name", fresh_.salt(),
                     encode(std::string("Người ") + office)};
  const PersonalRef ref{name.id, commitment(name.salt, name.path, name.value)};
  Change change;
  change.events = {event(actor, StreamKind::account, account.person, AccountAdded{ref}),
                   event(actor, StreamKind::organisation, office, AppointmentGranted{held})};
  change.personal = {std::move(name)};
  change.next = {account, held};
  change.tokens = {{sha256_hex(token), held.id, Instant{kFarAway}}};
  changes_.push_back(std::move(change));
  return known_.emplace(std::pair(office, role), Person{actor, token}).first->second;
}

}  // namespace vinhdanh::bench
