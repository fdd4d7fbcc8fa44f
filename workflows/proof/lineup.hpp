/// Who could act in each hand of a route for one unit on one day.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/definition/organisation.hpp"
#include "engine/definition/plan.hpp"
#include "engine/model/actor.hpp"

namespace vinhdanh {

/// What a hand does with a dossier.
enum class HandKind { receive, propose, send, sign, number };
VINHDANH_NAMES(HandKind, "receive", "propose", "send", "sign", "number");

namespace detail {

/// A person in a role; a deputy also stands for another.
struct Candidate {
  PersonId person;
  std::optional<PersonId> behalf_of;
  Role role = Role::unit_clerk;
  /// The person or the one he signs for.
  [[nodiscard]] bool is(const PersonId& other) const { return person == other || behalf_of == other; }
  [[nodiscard]] bool meets(const Candidate& other) const {
    return other.is(person) || (behalf_of && other.is(*behalf_of));
  }
  bool operator==(const Candidate&) const = default;
};

/// One act that needs somebody.
struct HandLine {
  HandKind kind = HandKind::send;
  std::vector<Role> roles;
  std::vector<Candidate> candidates;
  bool operator==(const HandLine&) const = default;
};

struct StageLine {
  const Stage* stage = nullptr;
  std::optional<OfficeId> office;
  std::vector<HandLine> hands;
  bool operator==(const StageLine&) const = default;
  [[nodiscard]] const HandLine* hand(HandKind kind) const;
};

struct Lineup {
  OfficeId unit;
  Role sender = Role::unit_head;
  std::vector<Candidate> senders;
  std::vector<PersonId> own_people;  ///< in a unit role of the unit; none of them judges its dossiers elsewhere
  std::vector<StageLine> stages;
  bool operator==(const Lineup&) const = default;

  /// Everybody who could act somewhere.
  [[nodiscard]] std::vector<PersonId> persons() const;
  /// The same day with one person away. His deputies stay.
  [[nodiscard]] Lineup without(const PersonId& person) const;
};

/// The appointments of one day by office, with deputies in the role of those they stand for.
class Roster {
 public:
  Roster(std::span<const Appointment> appointments, Date day);
  [[nodiscard]] std::vector<Candidate> in(const OfficeId& office, const std::vector<Role>& roles) const;
  /// Persons whose own appointment is in a unit role there.
  [[nodiscard]] std::vector<PersonId> unit_people(const OfficeId& office) const;

 private:
  struct Entry {
    OfficeId office;
    Role own_role;
    Candidate candidate;
  };
  std::vector<Entry> entries_;
};

Lineup lineup_of(const Route& route, const OfficeId& unit, const Organisation& organisation, const Roster& roster,
                 Date day);

}  // namespace detail
}  // namespace vinhdanh
