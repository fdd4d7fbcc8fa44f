// The notices of one occurrence, a person each.
#include "api/runner/addressees.hpp"

#include <algorithm>

namespace vinhdanh {

Addressees::Addressees(const Deps& deps, const RunnerOptions& options)
    : deps_(deps), options_(options), appointments_(deps.store.appointments()) {}

const Appointment* Addressees::appointment(const AppointmentId& id) const {
  const auto found = std::ranges::find(appointments_, id, &Appointment::id);
  return found == appointments_.end() ? nullptr : &*found;
}

const std::optional<Account>& Addressees::account(const PersonId& person) {
  const auto at = accounts_.find(person);
  if (at != accounts_.end()) return at->second;
  return accounts_[person] = deps_.store.account(person);
}

void Addressees::tell(const Told& told, const Occurrence& occurrence, Date day, std::vector<Notice>& notices) {
  const auto& organisation = deps_.rulebook.organisation();
  for (const auto& person : persons_of(told, organisation, appointments_, day, occurrence.actor)) {
    const auto& known = account(person);
    if (!known || known->disabled) continue;
    Notice notice;
    notice.id = deps_.fresh.id();
    notice.key = occurrence.key;
    notice.person = person;
    notice.kind = told.kind;
    notice.stream = occurrence.stream;
    notice.stream_id = occurrence.id;
    notice.at = occurrence.at;
    notice.details = told.details;
    notice.mail = options_.mail && known->email.has_value();
    notices.push_back(std::move(notice));
  }
}

}  // namespace vinhdanh
