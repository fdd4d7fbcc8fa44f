// From appointments to candidates.
#include "workflows/proof/lineup.hpp"

#include <algorithm>
#include <map>

namespace vinhdanh::detail {
namespace {

void add_once_to(std::vector<PersonId>& persons, const PersonId& person) {
  if (std::ranges::find(persons, person) == persons.end()) persons.push_back(person);
}

bool is_unit_role(Role role) { return role == Role::unit_clerk || role == Role::unit_head; }

StageLine stage_line(const Stage& stage, bool is_last, const OfficeId& unit, const Organisation& organisation,
                     const Roster& roster, Date day) {
  StageLine line{&stage, organisation.holder(stage.office_role, unit, day), {}};
  const auto add = [&](HandKind kind, const std::vector<Role>& roles) {
    if (roles.empty()) return;
    line.hands.push_back({kind, roles, line.office ? roster.in(*line.office, roles) : std::vector<Candidate>{}});
  };
  add(HandKind::receive, stage.hands.receive);
  add(HandKind::propose, stage.hands.propose);
  add(HandKind::send, stage.hands.send);
  if (is_last && stage.kind == StageKind::decide) {
    add(HandKind::sign, {Role::decider});
    add(HandKind::number, {Role::registry_clerk});
  }
  return line;
}

}  // namespace

const HandLine* StageLine::hand(HandKind kind) const {
  const auto found = std::ranges::find(hands, kind, &HandLine::kind);
  return found == hands.end() ? nullptr : &*found;
}

std::vector<PersonId> Lineup::persons() const {
  std::vector<PersonId> all;
  for (const Candidate& candidate : senders) add_once_to(all, candidate.person);
  for (const StageLine& stage : stages) {
    for (const HandLine& hand : stage.hands) {
      for (const Candidate& candidate : hand.candidates) add_once_to(all, candidate.person);
    }
  }
  return all;
}

Lineup Lineup::without(const PersonId& person) const {
  Lineup rest = *this;
  const auto drop = [&](std::vector<Candidate>& list) {
    std::erase_if(list, [&](const Candidate& candidate) { return candidate.person == person; });
  };
  drop(rest.senders);
  for (StageLine& stage : rest.stages) {
    for (HandLine& hand : stage.hands) drop(hand.candidates);
  }
  return rest;
}

Roster::Roster(std::span<const Appointment> appointments, Date day) {
  std::map<AppointmentId, const Appointment*> by_id;
  for (const Appointment& appointment : appointments) by_id[appointment.id] = &appointment;
  for (const Appointment& appointment : appointments) {
    if (!appointment.in_force(day)) continue;
    Candidate candidate{appointment.person, std::nullopt, appointment.role};
    if (appointment.capacity == Capacity::deputy && appointment.deputy_for) {
      const auto holder = by_id.find(*appointment.deputy_for);
      if (holder != by_id.end()) {
        candidate.behalf_of = holder->second->person;
        candidate.role = holder->second->role;
      }
    }
    entries_.push_back({appointment.office, appointment.role, std::move(candidate)});
  }
}

std::vector<Candidate> Roster::in(const OfficeId& office, const std::vector<Role>& roles) const {
  std::vector<Candidate> found;
  for (const Entry& entry : entries_) {
    if (entry.office != office || std::ranges::find(roles, entry.candidate.role) == roles.end()) continue;
    if (std::ranges::find(found, entry.candidate) == found.end()) found.push_back(entry.candidate);
  }
  return found;
}

std::vector<PersonId> Roster::unit_people(const OfficeId& office) const {
  std::vector<PersonId> people;
  for (const Entry& entry : entries_) {
    if (entry.office == office && is_unit_role(entry.own_role)) add_once_to(people, entry.candidate.person);
  }
  return people;
}

Lineup lineup_of(const Route& route, const OfficeId& unit, const Organisation& organisation, const Roster& roster,
                 Date day) {
  Lineup lineup{unit, route.sender, roster.in(unit, {route.sender}), roster.unit_people(unit), {}};
  for (const Stage& stage : route.stages) {
    const bool is_last = &stage == &route.stages.back();
    lineup.stages.push_back(stage_line(stage, is_last, unit, organisation, roster, day));
  }
  return lineup;
}

}  // namespace vinhdanh::detail
