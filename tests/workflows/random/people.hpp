/// The people of the small province, with those whose several appointments put the separation of duties to the test.
#pragma once

#include "tests/support/fixture.hpp"

namespace vinhdanh::test {

inline Actor also(const Actor& person, OfficeId office, Role role) {
  Actor other = actor(person.person, office, role);
  other.appointment += "@" + office;
  return other;
}

inline Actor deputy_of(const Actor& holder, PersonId person) {
  Actor deputy = actor(person, holder.office, holder.role);
  deputy.capacity = Capacity::deputy;
  deputy.behalf_of = holder.person;
  return deputy;
}

inline std::vector<Actor> everybody() {
  return {unit_clerk(), unit_head(), labour_intake(), labour_specialist(), labour_head(), home_intake(), home_appraiser(),
          home_head(), secretary(), chairman_clerk(), chairman_specialist(), chairman(), recorder(), board_officer(),
          actor("loan", "an_thinh", Role::specialist), actor("bich", "an_thinh", Role::office_head),
          actor("sang", "an_thinh", Role::registry_clerk), actor("truong", "an_thinh", Role::decider),
          also(home_head(), "hoi_dong", Role::council_secretariat),  // lawful: appraises and sits in the council
          also(chairman(), "hoi_dong", Role::council_secretariat),   // lawful: chairs the council and signs
          also(labour_head(), "so_noi_vu", Role::office_head),       // may not endorse at both
          also(unit_head(), "so_lao_dong", Role::office_head),       // may not judge what he sent up
          also(unit_clerk(), "an_thinh", Role::decider),             // nor decide what he sent
          also(labour_specialist(), "so_lao_dong", Role::office_head),  // may not send what he proposed
          actor("tu", "so_lao_dong", Role::specialist), actor("van", "so_noi_vu", Role::observer),
          deputy_of(home_head(), "pho_quang"), deputy_of(chairman(), "pho_long"), deputy_of(unit_head(), "pho_hoa")};
}

inline std::vector<Appointment> appointments_of(const std::vector<Actor>& people) {
  std::vector<Appointment> made;
  for (const Actor& person : people) {
    Appointment held{.id = person.appointment, .person = person.person, .office = person.office, .role = person.role,
                     .capacity = person.capacity, .from = day(2020, 1, 1)};
    for (const Actor& holder : people) {
      const bool deputised = holder.person == person.behalf_of && holder.office == person.office && holder.role == person.role;
      if (deputised) held.deputy_for = holder.appointment;
    }
    made.push_back(std::move(held));
  }
  return made;
}

}  // namespace vinhdanh::test
