/// Names of people and offices, and the personal values behind the references that aggregates and events hold.
#pragma once

#include <map>
#include <set>
#include <string>

#include "api/desk/deps.hpp"
#include "api/desk/request/answers.hpp"

namespace vinhdanh {

/// The account's name; its id where the name was erased or the person has no account.
std::string person_name(const Store& store, const PersonId& person);
/// The name on that day; the id where the office is unknown.
std::string office_name(const Organisation& organisation, const OfficeId& office, Date day);

/// Adds `value` beside each {id, commitment} in `json` whose personal value is still there.
void resolve_personal(const Store& store, Json& json);

/// Collects what is named in an answer, and gives `{"people": {id: name}, "offices": {id: name}}`.
class NameList {
 public:
  /// Notes the members of `json` that hold persons and offices (`person`, `drafter`, `office`, `unit`, …), at any
  /// depth.
  void note(const Json& json);
  [[nodiscard]] Json json(const Deps& deps, Date day) const;

 private:
  std::set<PersonId> people_;
  std::set<OfficeId> offices_;
};

}  // namespace vinhdanh
