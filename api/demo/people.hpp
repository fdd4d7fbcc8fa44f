/// The invented people of the demo: every office that acts in a plan is staffed from the plan's own hands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/definition/organisation.hpp"
#include "engine/definition/plan.hpp"

namespace vinhdanh {

struct DemoAppointment {
  OfficeId office;
  Role role = Role::unit_clerk;
  bool deputy = false;  ///< signs KT. for the office's holder of the same role
};

struct DemoPerson {
  std::string login;  ///< "<office>.<hand>", e.g. so_noi_vu_lang_son.specialist
  std::string name;   ///< invented
  std::vector<DemoAppointment> appointments;
};

/// Heads before their deputies, so that a deputy's holder exists when he is appointed.
std::vector<DemoPerson> demo_people(const std::vector<const Plan*>& plans, const Organisation& organisation);

}  // namespace vinhdanh
