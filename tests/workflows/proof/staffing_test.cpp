// Who is missing where, and from when: the staffing of the sound plan, one hand taken away at a time.
#include "workflows/proof/staffing.hpp"

#include "tests/workflows/proof/sound_plan.hpp"
#include "tests/workflows/proof/staff.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

const Date today = Date::parse("2022-01-10").value();

std::string units_of(const StaffingFault& fault) {
  std::string text;
  for (const OfficeId& unit : fault.units) text += (text.empty() ? "" : "+") + unit;
  return text;
}

/// "error hand_vacant province/appraisal propose vd_xa 2022-01-10 [missing]"
std::vector<std::string> lines(const std::vector<StaffingFault>& faults) {
  std::vector<std::string> all;
  for (const StaffingFault& fault : faults) {
    std::string line = std::string(name_of(fault.severity)) + " " + fault.code + " " + fault.route + "/" + fault.stage +
                       " " + fault.hand + " " + units_of(fault) + " " + fault.date.text() + " [";
    for (const PersonId& person : fault.missing) line += (line.back() == '[' ? "" : " ") + person;
    all.push_back(line + "]");
  }
  std::ranges::sort(all);
  return all;
}

std::vector<std::string> found(const std::vector<Appointment>& appointments, const Plan& plan = sound_plan(),
                               const Organisation& organisation = sound_organisation(), Date day = today) {
  return lines(staffing(plan, organisation, appointments, day));
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("with two for every hand nothing is missing, whoever is absent") {
  CHECK(found(staff(full_staff)) == Lines{});
}

TEST_CASE("a hand that nobody has is told for every route, with roles, office and words") {
  const auto faults = staffing(sound_plan(), sound_organisation(), staff_but({"appraiser"}), today);
  CHECK(lines(faults) == Lines{"error hand_vacant above/appraisal propose vd_xa 2022-01-10 []",
                               "error hand_vacant province/appraisal propose vd_xa 2022-01-10 []"});
  CHECK(faults.front().office == "vd_so_noi_vu");
  CHECK(faults.front().roles == std::vector<Role>{Role::appraiser});
  CHECK(faults.front().message_en.find("vd_so_noi_vu") != std::string::npos);
  CHECK(faults.front().message_vi.find("2022-01-10") != std::string::npos);
}

TEST_CASE("receiving, signing and numbering need somebody too") {
  CHECK(found(staff_but({"vd_ubnd registry_clerk"})) ==
        Lines{"error hand_vacant above/endorsement receive vd_xa 2022-01-10 []",
              "error hand_vacant province/decision number vd_xa 2022-01-10 []",
              "error hand_vacant province/decision receive vd_xa 2022-01-10 []"});
  CHECK(found(staff_but({"vd_xa registry_clerk"})) ==
        Lines{"error hand_vacant unit/unit_decision number vd_xa 2022-01-10 []"});
}

TEST_CASE("a unit without a head sends nothing out of itself") {
  CHECK(found(staff_but({"unit_head"})) == Lines{"error unit_cannot_send above/  vd_xa 2022-01-10 []",
                                                 "error unit_cannot_send province/  vd_xa 2022-01-10 []"});
}

TEST_CASE("a head without a deputy is single, which warns; a specialist without a second one is an error") {
  CHECK(found(staff_but({" nb "})) ==
        Lines{"warning hand_vacant_when_absent above/appraisal send vd_xa 2022-01-10 [na]",
              "warning hand_vacant_when_absent province/appraisal send vd_xa 2022-01-10 [na]"});
  CHECK(found(staff_but({" tb"})) ==
        Lines{"error hand_vacant_when_absent above/appraisal propose vd_xa 2022-01-10 [ta]",
              "error hand_vacant_when_absent province/appraisal propose vd_xa 2022-01-10 [ta]"});
}

TEST_CASE("without the plan's leave the head's absence is an error as well") {
  Plan plan = sound_plan();
  plan.single_holders.reset();
  CHECK(found(staff_but({" nb "}), plan) ==
        Lines{"error hand_vacant_when_absent above/appraisal send vd_xa 2022-01-10 [na]",
              "error hand_vacant_when_absent province/appraisal send vd_xa 2022-01-10 [na]"});
}

TEST_CASE("the Chairman may be the council's voice and sign, the director may appraise and speak there") {
  CHECK(found(staff_but({"council_secretariat"},
                        "vd_hoi_dong council_secretariat pa\nvd_hoi_dong council_secretariat na\n")) == Lines{});
}

TEST_CASE("one director of two departments cannot send twice") {
  CHECK(found(staff_but({"office_head"}, "vd_so_lao_dong office_head ha\nvd_so_noi_vu office_head ha\n")) ==
        Lines{"error hands_not_separate above/appraisal send vd_xa 2022-01-10 [ha]",
              "error hands_not_separate province/appraisal send vd_xa 2022-01-10 [ha]"});
}

TEST_CASE("his deputy counts for both persons") {
  CHECK(found(staff_but({"office_head"},
                        "vd_so_lao_dong office_head ha\nvd_so_noi_vu office_head ha\n"
                        "vd_so_noi_vu office_head nb for ha\n")) ==
        Lines{"error hands_not_separate above/appraisal send vd_xa 2022-01-10 [ha nb]",
              "error hands_not_separate province/appraisal send vd_xa 2022-01-10 [ha nb]"});
}

TEST_CASE("nobody sends what he proposed himself") {
  CHECK(found(staff_but({"appraiser", "vd_so_noi_vu office_head"},
                        "vd_so_noi_vu office_head na\nvd_so_noi_vu appraiser na\n")) ==
        Lines{"error hands_not_separate above/appraisal propose vd_xa 2022-01-10 [na]",
              "error hands_not_separate province/appraisal propose vd_xa 2022-01-10 [na]"});
}

TEST_CASE("the unit's own people judge nothing at a higher office") {
  CHECK(found(staff_but({"specialist"}, "vd_so_lao_dong specialist cuc\nvd_so_lao_dong specialist chi\n")) ==
        Lines{"error hand_not_impartial above/review propose vd_xa 2022-01-10 [cuc chi]",
              "error hand_not_impartial province/review propose vd_xa 2022-01-10 [cuc chi]"});
}

TEST_CASE("who sent it up within the unit does not decide there, who only registers it may have") {
  CHECK(found(staff_but({"vd_xa decider"}, "vd_xa decider cuc\nvd_xa decider chi\n")) ==
        // Each of them can send to the other, but not alone; the plan knows that there is one decider.
        Lines{"warning hand_not_impartial_when_absent unit/unit_decision send vd_xa 2022-01-10 [chi]",
              "warning hand_not_impartial_when_absent unit/unit_decision send vd_xa 2022-01-10 [cuc]"});
}

TEST_CASE("a head who leaves is missed from the day after, an end beyond the plan only warns") {
  CHECK(found(staff_but({"vd_ubnd decider"}, "vd_ubnd decider pa to 2022-06-30\n")) ==
        Lines{"error hand_vacant above/endorsement send vd_xa 2022-07-01 []",
              "error hand_vacant province/decision send vd_xa 2022-07-01 []",
              "error hand_vacant province/decision sign vd_xa 2022-07-01 []",
              "warning hand_vacant_when_absent above/endorsement send vd_xa 2022-01-10 [pa]",
              "warning hand_vacant_when_absent province/decision send vd_xa 2022-01-10 [pa]"});
  const auto during = found(staff_but({"vd_hoi_dong"},
                                      "vd_hoi_dong council_secretariat ka to 2022-06-30\n"
                                      "vd_hoi_dong council_secretariat kb to 2022-06-30\n"));
  CHECK(during == Lines{"error hand_vacant above/council receive vd_xa 2022-07-01 []",
                        "error hand_vacant above/council send vd_xa 2022-07-01 []",
                        "error hand_vacant province/council receive vd_xa 2022-07-01 []",
                        "error hand_vacant province/council send vd_xa 2022-07-01 []"});
  const auto beyond = found(
      staff_but({"appraiser"}, "vd_so_noi_vu appraiser ta to 2024-01-31\nvd_so_noi_vu appraiser tb to 2024-01-31\n"));
  CHECK(beyond == Lines{"warning hand_vacant above/appraisal propose vd_xa 2024-02-01 []",
                        "warning hand_vacant province/appraisal propose vd_xa 2024-02-01 []"});
}

TEST_CASE("what was not staffed before today only warns") {
  CHECK(found(staff_but({"appraiser"},
                        "vd_so_noi_vu appraiser ta from 2021-03-01\nvd_so_noi_vu appraiser tb from 2021-03-01\n")) ==
        Lines{"warning hand_vacant above/appraisal propose vd_xa 2021-01-01 []",
              "warning hand_vacant province/appraisal propose vd_xa 2021-01-01 []"});
}

TEST_CASE("an office role that passes to an empty office is missed from that day") {
  Organisation organisation = sound_organisation();
  for (Holding& holding : organisation.holdings) {
    if (holding.role == "emulation_council") holding.validity.to = Date::parse("2022-12-31");
  }
  CHECK(found(staff(full_staff), sound_plan(), organisation) ==
        Lines{"error office_missing above/council  vd_xa 2023-01-01 []",
              "error office_missing province/council  vd_xa 2023-01-01 []"});
}

TEST_CASE("an appointment that waits for a second person does not count") {
  auto appointments = staff(full_staff);
  for (Appointment& appointment : appointments) {
    if (appointment.role == Role::appraiser) appointment.pending = true;
  }
  CHECK(found(appointments).size() == 2);
}

TEST_CASE("without a unit there is nothing to check, which is said") {
  CHECK(found({}) == Lines{"warning no_unit_can_submit /   2022-01-10 []"});
}

TEST_CASE("what concerns several units is told once, what concerns one on its own") {
  CHECK(found(staff_but({"appraiser"}, "vd_xa_hai unit_head mot\n vd_xa_hai unit_head hai for mot\n")) ==
        Lines{"error hand_vacant above/appraisal propose vd_xa+vd_xa_hai 2022-01-10 []",
              "error hand_vacant province/appraisal propose vd_xa+vd_xa_hai 2022-01-10 []",
              "error hand_vacant unit/unit_decision number vd_xa_hai 2022-01-10 []",
              "error hand_vacant unit/unit_decision receive vd_xa_hai 2022-01-10 []",
              "error hand_vacant unit/unit_decision send vd_xa_hai 2022-01-10 []",
              "error hand_vacant unit/unit_decision sign vd_xa_hai 2022-01-10 []",
              "error unit_cannot_send unit/  vd_xa_hai 2022-01-10 []"});
}
