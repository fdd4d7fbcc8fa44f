/// Can the people in role carry a plan? Every unit, every route, today and whenever an office or an appointment
/// changes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/definition/organisation.hpp"
#include "engine/definition/plan.hpp"
#include "engine/model/actor.hpp"
#include "workflows/proof/fault.hpp"

namespace vinhdanh {

/// Codes: `unit_cannot_send`, `office_missing`, `hand_vacant`, `hand_not_impartial`, `hands_not_separate`; the same with
/// `_when_absent` behind it when one person away is enough; `no_unit_can_submit` when no unit has anybody yet.
struct StaffingFault {
  Severity severity = Severity::error;
  std::string code;
  std::string route;              ///< id; empty for `no_unit_can_submit`
  StageId stage;                  ///< empty for the unit's own sending
  std::string hand;               ///< receive, propose, send, sign, number; empty where no single hand is at fault
  std::vector<OfficeId> units;    ///< whose dossiers it concerns; one fault for all units with the same
  OfficeId office;                ///< the office that would act; empty when none does
  std::vector<Role> roles;        ///< roles of which one is asked for
  std::vector<PersonId> missing;  ///< who is away; otherwise who is there but may not act
  Date date;                      ///< the first day on which it is so
  std::string message_vi;
  std::string message_en;
};

/// Everything that is not staffed under separation of duties as ADR 0001 has it; a deputy counts as himself and as the
/// person for whom he signs. Checked are `today`, each later day on which the organisation or an appointment changes,
/// and the earlier ones in the plan's period. Only a day from today to the end of the plan gives errors; before and
/// after it only warns. When the absence of a person in one of the plan's `single_holders` roles is enough, that warns
/// too. A unit is an office of the plan's territory with somebody in a unit role on the day. Same faults of later days
/// are told once, with the first day, and once for all units that they concern. Appointments that wait for a second
/// person don't count. No I/O, no clock.
std::vector<StaffingFault> staffing(const Plan& plan, const Organisation& organisation,
                                    std::span<const Appointment> appointments, Date today);

}  // namespace vinhdanh
