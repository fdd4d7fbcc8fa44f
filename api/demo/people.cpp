// Staffs the demo: who sits in an office follows from the office roles it holds and the hands that the plans' stages ask for.
#include "api/demo/people.hpp"

#include <array>
#include <map>
#include <set>

namespace vinhdanh {
namespace {

/// The people of one office and the roles each of them takes when the office needs them.
struct Hand {
  std::string_view name;
  std::vector<Role> roles;
  bool deputy = false;
};

const std::vector<Hand>& hands() {
  static const std::vector<Hand> all = {
      {"head", {Role::unit_head, Role::office_head, Role::decider}},
      {"deputy", {Role::unit_head, Role::office_head, Role::decider}, true},
      {"clerk", {Role::unit_clerk, Role::registry_clerk, Role::intake_reviewer}},
      {"specialist", {Role::specialist, Role::appraiser}},
      {"secretary", {Role::council_secretariat}},
      {"recorder", {Role::recorder}},
      {"board", {Role::board_officer}},
      {"auditor", {Role::auditor}},
      {"observer", {Role::observer}},
  };
  return all;
}

using RolesByOffice = std::map<OfficeId, std::set<Role>>;

void add_stage_roles(const Stage& stage, std::set<Role>& roles) {
  for (const auto* list : {&stage.hands.receive, &stage.hands.propose, &stage.hands.send}) {
    roles.insert(list->begin(), list->end());
  }
  if (stage.kind == StageKind::decide) roles.insert(Role::registry_clerk);
}

/// What each office role has to do in any plan, whichever office holds it. An accompanying office gives its opinion by a specialist.
std::map<std::string, std::set<Role>> roles_by_office_role(const std::vector<const Plan*>& plans) {
  std::map<std::string, std::set<Role>> needed;
  for (const Plan* plan : plans) {
    for (const Route& route : plan->routes) {
      for (const Stage& stage : route.stages) {
        add_stage_roles(stage, needed[stage.office_role]);
        for (const auto& other : stage.accompanying) needed[other].insert({Role::specialist, Role::office_head});
      }
    }
    for (const auto& occasion : plan->occasions) {
      needed[occasion.opened_by].insert(Role::board_officer);
      if (occasion.opened_by != "own_unit") needed[occasion.opened_by].insert(Role::auditor);
    }
  }
  return needed;
}

RolesByOffice roles_of_offices(const std::vector<const Plan*>& plans, const Organisation& organisation) {
  const auto needed = roles_by_office_role(plans);
  RolesByOffice result;
  const auto own = needed.find("own_unit");
  for (const auto& [id, office] : organisation.offices) {
    auto& roles = result[id];
    roles = {Role::unit_clerk, Role::unit_head};
    if (own != needed.end()) roles.insert(own->second.begin(), own->second.end());
  }
  for (const auto& holding : organisation.holdings) {
    const auto found = needed.find(holding.role);
    if (found != needed.end()) result[holding.office].insert(found->second.begin(), found->second.end());
    if (holding.role == "fatherland_front") result[holding.office].insert(Role::observer);
  }
  return result;
}

/// Ordinary family, middle and given names, combined by number: no real person is meant.
std::string invented_name(std::size_t number) {
  static constexpr std::array family = {"Lý", "Triệu", "Mạc", "Quách", "Nông", "La", "Chu", "Đàm", "Kiều", "Tạ", "Âu"};
  static constexpr std::array middle = {"Thanh", "Minh", "Thu", "Hải", "Quang", "Bích", "Khánh"};
  static constexpr std::array given = {"An", "Bình", "Chi", "Diệp", "Giang", "Hạnh", "Khôi", "Lâm", "Mai", "Nhung", "Phúc", "Sơn", "Yên"};
  return std::string(family[number % family.size()]) + " " + middle[number % middle.size()] + " " +
         given[number % given.size()];
}

std::vector<DemoAppointment> appointments_of(const OfficeId& office, const Hand& hand, const std::set<Role>& needed) {
  std::vector<DemoAppointment> result;
  for (const Role role : hand.roles) {
    if (needed.contains(role)) result.push_back({office, role, hand.deputy});
  }
  return result;
}

}  // namespace

std::vector<DemoPerson> demo_people(const std::vector<const Plan*>& plans, const Organisation& organisation) {
  std::vector<DemoPerson> people;
  std::size_t number = 0;
  for (const auto& [office, roles] : roles_of_offices(plans, organisation)) {
    for (const Hand& hand : hands()) {
      auto appointments = appointments_of(office, hand, roles);
      if (appointments.empty()) continue;
      people.push_back({office + "." + std::string(hand.name), invented_name(number++), std::move(appointments)});
    }
  }
  return people;
}

}  // namespace vinhdanh
