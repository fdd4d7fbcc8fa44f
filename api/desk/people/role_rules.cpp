// When a role may be asked for and granted.
#include "api/desk/people/role_rules.hpp"

#include <algorithm>

#include "api/desk/caller/rights.hpp"
#include "api/desk/request/answers.hpp"

namespace vinhdanh {

namespace {

bool is_refused(const Appointment& it) { return it.pending.value_or(false) && it.to && *it.to < it.from; }

bool is_business(Role role) { return has_right(role, Right::read_dossiers); }

bool exclude_each_other(Role one, Role other) {
  return (one == Role::administrator && is_business(other)) || (other == Role::administrator && is_business(one));
}

/// Neither delegates what was delegated, nor gives a person his own role.
bool can_deputise(const Store& store, const Appointment& wanted) {
  const auto holder = store.appointment(*wanted.deputy_for);
  return holder && !holder->pending.value_or(false) && holder->capacity == Capacity::holder &&
         holder->office == wanted.office && holder->role == wanted.role && holder->person != wanted.person &&
         (!holder->to || *holder->to >= wanted.from);
}

}  // namespace

AppointmentState state_of(const Appointment& it, Date today) {
  if (is_refused(it)) return AppointmentState::refused;
  if (it.pending.value_or(false)) return AppointmentState::waiting;
  if (it.to && *it.to < today) return AppointmentState::ended;
  return it.from > today ? AppointmentState::to_come : AppointmentState::in_force;
}

std::vector<ProblemError> appointment_faults(const Deps& deps, const Appointment& wanted) {
  std::vector<ProblemError> faults;
  if (!deps.store.account(wanted.person)) faults.push_back(unknown_value("/person"));
  if (!deps.rulebook.organisation().office(wanted.office)) faults.push_back(unknown_value("/office"));
  if (wanted.role == Role::deadline_runner) faults.push_back(unknown_value("/role"));
  if (wanted.to && *wanted.to < wanted.from)
    faults.push_back({"/to", "before_from", "Ngày cuối trước ngày đầu.", "The last day comes before the first."});
  if (!wanted.deputy_for) return faults;
  if (!can_deputise(deps.store, wanted))
    faults.push_back({"/deputy_for", "no_such_holder", "Không phải người giữ vai trò này ở đơn vị này.",
                      "It names no holder of this role in this office whom this person could stand in for."});
  if (!wanted.document || wanted.document->number.empty()) faults.push_back(missing_value("/document/number"));
  if (!wanted.document || !wanted.document->date) faults.push_back(missing_value("/document/date"));
  return faults;
}

std::vector<ProblemError> authorisation_faults(const Appointment& wanted) {
  std::vector<ProblemError> faults;
  if (!wanted.deputy_for) return faults;
  if (!wanted.document || wanted.document->number.empty()) faults.push_back(missing_value("/document/number"));
  if (!wanted.document || !wanted.document->date) faults.push_back(missing_value("/document/date"));
  if (!wanted.document_file) faults.push_back(missing_value("/document/file"));
  return faults;
}

bool has_role_conflict(const Store& store, const Appointment& wanted) {
  const auto all = store.appointments();
  return std::ranges::any_of(all, [&](const Appointment& held) {
    const bool over = is_refused(held) || (held.to && *held.to < wanted.from);
    return held.person == wanted.person && held.id != wanted.id && !over && exclude_each_other(held.role, wanted.role);
  });
}

bool can_end(const Appointment& held, Date today) {
  const auto state = state_of(held, today);
  return state == AppointmentState::in_force || state == AppointmentState::to_come;
}

std::optional<ProblemError> last_day_fault(const Appointment& held, Date last_day, Date today) {
  if (last_day < today.plus(-1))
    return ProblemError{"/last_day", "date_in_past", "Ngày cuối không được trước ngày hôm qua.",
                        "The last day must not be before yesterday."};
  if (held.to && last_day > *held.to)
    return ProblemError{"/last_day", "after_last_day", "Vai trò này đã có ngày cuối sớm hơn; không kéo dài ở đây.",
                        "The role has an earlier last day already, which nobody puts off alone."};
  return std::nullopt;
}

bool console_acts_alone(const Store& store, Role role, Date day) {
  auto held = store.appointments();
  std::erase_if(held, [&](const Appointment& it) {
    return it.role != role || it.pending.value_or(false) || it.from > day || (it.to && *it.to < it.from);
  });
  return std::ranges::none_of(held, [&](const Appointment& one) {
    return std::ranges::any_of(held, [&](const Appointment& other) {
      return one.person != other.person && (!one.to || other.from <= *one.to) && (!other.to || one.from <= *other.to);
    });
  });
}

}  // namespace vinhdanh
