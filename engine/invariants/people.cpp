// Folds the events of accounts and offices, and compares the stored rows with what comes out.
#include "engine/invariants/people.hpp"

#include <limits>

#include "engine/codec/codec.hpp"

namespace vinhdanh {
namespace {

using Appointments = std::map<AppointmentId, AppointmentFold>;

void take_in(AccountFold& account, const SealedEvent& sealed) {
  const EventBody& body = sealed.event.body;
  if (std::holds_alternative<AccountAdded>(body)) account.added = true;
  else if (std::holds_alternative<AccountDisabled>(body)) account.disabled = true;
  else if (std::holds_alternative<AccountEnabled>(body)) account.disabled = false;
  else if (const auto* set = std::get_if<AddressSet>(&body)) account.email = set->email;
  else return;
  account.last = sealed.n;
}

/// Ends at a day; of what was never asked for nor granted there is nothing to end.
void end_at(Appointments& all, const AppointmentId& id, std::optional<Date> last_day, std::int64_t n) {
  const auto found = all.find(id);
  if (found == all.end()) return;
  auto& [state, last] = found->second;
  state.to = last_day ? *last_day : state.from.plus(-1);
  ++state.version;
  last = n;
}

void take_in(Appointments& all, const SealedEvent& sealed) {
  const EventBody& body = sealed.event.body;
  const auto stands = [&](const Appointment& it) { all[it.id] = {it, sealed.n}; };
  if (const auto* asked = std::get_if<AppointmentRequested>(&body)) stands(asked->appointment);
  if (const auto* granted = std::get_if<AppointmentGranted>(&body)) stands(granted->appointment);
  if (const auto* refused = std::get_if<AppointmentRefused>(&body)) end_at(all, refused->appointment, {}, sealed.n);
  if (const auto* ended = std::get_if<AppointmentEnded>(&body))
    end_at(all, ended->appointment, ended->last_day, sealed.n);
}

template <class Fold>
Fold folded(std::span<const SealedEvent> events) {
  Fold fold;
  for (const SealedEvent& sealed : events) take_in(fold, sealed);
  return fold;
}

template <class Fold>
Fold fold_again(const Store& store, StreamKind kind, const std::string& id) {
  return folded<Fold>(store.events(kind, id, 0, std::numeric_limits<int>::max()));
}

std::string stream_of(StreamKind kind, const std::string& id) { return std::string(name_of(kind)) + "/" + id; }

/// Names the members in which a row and its fold differ.
class Differing {
 public:
  template <class T>
  void member(const char* name, const T& stored, const T& said) {
    if (!(stored == said)) names_ += std::string(names_.empty() ? "" : ", ") + name;
  }
  [[nodiscard]] const std::string& names() const { return names_; }

 private:
  std::string names_;
};

std::string key_of(const std::optional<PersonalRef>& value) { return value ? value->id + " " + value->commitment : ""; }

std::optional<std::string> fault_of(const std::optional<Account>& row, const AccountFold& said) {
  if (!row) return said.added ? std::optional("the account was added, but there is no stored state") : std::nullopt;
  if (!said.added) return "the stored account was never added";
  Differing differing;
  differing.member("disabled", row->disabled, said.disabled);
  differing.member("email", key_of(row->email), key_of(said.email));
  if (differing.names().empty()) return std::nullopt;
  return "the stored account is not what its events say: " + differing.names();
}

std::string differing_members(const Appointment& row, const Appointment& said) {
  Differing differing;
  differing.member("person", row.person, said.person);
  differing.member("office", row.office, said.office);
  differing.member("role", row.role, said.role);
  differing.member("capacity", row.capacity, said.capacity);
  differing.member("deputy_for", row.deputy_for, said.deputy_for);
  differing.member("from", row.from, said.from);
  differing.member("to", row.to, said.to);
  differing.member("version", row.version, said.version);
  differing.member("document_file", row.document_file, said.document_file);
  differing.member("document_hash", row.document_hash, said.document_hash);
  differing.member("pending", row.pending.value_or(false), said.pending.value_or(false));
  differing.member("requested_by", row.requested_by, said.requested_by);
  if (differing.names().empty() && encode(row) != encode(said)) return "document";
  return differing.names();
}

std::optional<std::string> fault_of(const AppointmentId& id, const std::optional<Appointment>& row,
                                    const AppointmentFold* said) {
  if (!said) {
    if (!row) return std::nullopt;
    return "the stored appointment " + id + " was never asked for nor granted";
  }
  if (!row) return "the appointment " + id + " has events, but there is no stored state";
  const std::string members = differing_members(*row, said->state);
  if (members.empty()) return std::nullopt;
  return "the stored appointment " + id + " is not what its events say: " + members;
}

const AppointmentFold* fold_of(const Appointments& all, const AppointmentId& id) {
  const auto found = all.find(id);
  return found == all.end() ? nullptr : &found->second;
}

}  // namespace

void PeopleRecords::see(const StreamRef& stream, std::span<const SealedEvent> events) {
  if (stream.kind == StreamKind::account) accounts_[stream.id] = folded<AccountFold>(events);
  if (stream.kind == StreamKind::organisation) offices_[stream.id] = folded<Appointments>(events);
}

void PeopleRecords::pass_over(const StreamRef& stream) {
  if (stream.kind == StreamKind::account) broken_accounts_.insert(stream.id);
  if (stream.kind == StreamKind::organisation) broken_offices_.insert(stream.id);
}

void PeopleRecords::check_accounts(const Store& store, Violations& found) const {
  std::map<PersonId, std::pair<std::optional<Account>, AccountFold>> all;
  for (const auto& [person, fold] : accounts_) all[person].second = fold;
  for (Account& row : store.accounts()) {
    auto& entry = all[row.person];
    entry.first = std::move(row);
  }
  for (const auto& [person, both] : all) {
    if (broken_accounts_.contains(person) || !fault_of(both.first, both.second)) continue;
    const auto row = store.account(person);
    const auto said = fold_again<AccountFold>(store, StreamKind::account, person);
    const auto fault = fault_of(row, said);
    if (fault) found.push_back({"INV-15", said.last, *fault, stream_of(StreamKind::account, person)});
  }
}

void PeopleRecords::check_appointments(const Store& store, Violations& found) const {
  struct Both {
    OfficeId office;  ///< whose stream explains it
    std::optional<Appointment> row;
    const AppointmentFold* said = nullptr;
  };
  std::map<AppointmentId, Both> all;
  for (const Appointment& row : store.appointments()) all[row.id] = {row.office, row, nullptr};
  for (const auto& [office, appointments] : offices_) {
    for (const auto& [id, fold] : appointments) {
      Both& both = all[id];
      both.office = office;
      both.said = &fold;
    }
  }
  for (const auto& [id, both] : all) {
    if (!both.said && broken_offices_.contains(both.office)) continue;
    if (!fault_of(id, both.row, both.said)) continue;
    const auto row = store.appointment(id);
    const auto said = fold_again<Appointments>(store, StreamKind::organisation, both.office);
    const AppointmentFold* one = fold_of(said, id);
    const auto fault = fault_of(id, row, one);
    if (!fault) continue;
    found.push_back({"INV-15", one ? one->last : -1, *fault, stream_of(StreamKind::organisation, both.office)});
  }
}

Violations PeopleRecords::check(const Store& store) const {
  Violations found;
  check_accounts(store, found);
  check_appointments(store, found);
  return found;
}

}  // namespace vinhdanh
